using DataConnectors.Core.Credentials;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.DeveloperApps;

/// <summary>Gives an app a new client secret, and the old one some time to be replaced.</summary>
public sealed class RotateSecret(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    ISecretProtector protector,
    IdGenerator ids,
    TimeProvider clock
)
{
    /// <summary>How long the old secret is accepted when nobody says otherwise: 24 h.</summary>
    public static readonly TimeSpan DefaultOverlap = TimeSpan.FromHours(24);

    /// <summary>The longest time for which two secrets are accepted: 30 days.</summary>
    public static readonly TimeSpan MaxOverlap = TimeSpan.FromDays(30);

    private readonly NewApp newApp = new(protector, ids, clock);

    /// <summary>The new secret, which is never shown again; a conflict while two are accepted already.</summary>
    /// <param name="actor">Who rotates it.</param>
    /// <param name="appId">The app.</param>
    /// <param name="overlap">How long the old secret is accepted from now; zero ends it at once.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Outcome<SecretText, Fault>> RunAsync(
        Actor actor,
        long appId,
        TimeSpan overlap,
        CancellationToken cancellationToken
    )
    {
        if (!actor.CanAccessDeveloperHub)
        {
            return Fault.Forbidden();
        }

        if (overlap < TimeSpan.Zero || overlap > MaxOverlap)
        {
            return Fault.Invalid(
                "overlap",
                $"Let the old secret end now, or within {MaxOverlap.TotalDays:0} days."
            );
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await context.Set<DeveloperApp>().AnyAsync(app => app.Id == appId, cancellationToken))
        {
            return Fault.NotFound("app");
        }

        var now = clock.GetUtcNow();
        var stored = await context
            .Set<AppSecret>()
            .Where(secret => secret.AppId == appId)
            .ToListAsync(cancellationToken);
        if (stored.Exists(secret => secret.ExpiresAt > now))
        {
            return Fault.Conflict(
                "Two secrets are accepted already. Revoke the old one, or wait until it ends, before you make another."
            );
        }

        foreach (var secret in stored)
        {
            if (secret.ExpiresAt is null && overlap > TimeSpan.Zero)
            {
                secret.ExpiresAt = now + overlap;
            }
            else
            {
                context.Remove(secret);
            }
        }

        var fresh = ClientCredential.NewSecret();
        newApp.AddSecret(context, appId, fresh);
        await context.SaveChangesAsync(cancellationToken);
        return fresh;
    }
}
