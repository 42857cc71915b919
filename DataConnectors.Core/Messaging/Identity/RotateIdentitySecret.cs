using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Messaging;

/// <summary>Makes the first identity secret, or a new one in place of the current.</summary>
public sealed class RotateIdentitySecret(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    IdentitySecrets secrets,
    TimeProvider clock
)
{
    /// <summary>How long the old secret is accepted after a rotation: 24 h, as long as a user token lives at most.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromHours(24);

    /// <summary>The new secret, which is never shown again; a conflict while two are accepted already.</summary>
    public async Task<Outcome<SecretText, Fault>> RunAsync(
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        if (!actor.CanAccessDeveloperHub)
        {
            return Fault.Forbidden();
        }

        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(
            cancellationToken
        );
        var stored = await context.Set<IdentitySecret>().ToListAsync(cancellationToken);
        if (stored.Exists(secret => secret.ExpiresAt > now))
        {
            return Fault.Conflict(
                "Two secrets are accepted already. Revoke the old one, or wait until it ends, before you make another."
            );
        }

        foreach (var secret in stored)
        {
            if (secret.ExpiresAt is null)
            {
                secret.ExpiresAt = now + Overlap;
            }
            else
            {
                context.Remove(secret);
            }
        }

        var fresh = IdentitySecrets.NewText();
        context.Add(secrets.NewRow(fresh));
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return fresh;
    }
}

/// <summary>Ends the old identity secret before its time.</summary>
public sealed class RevokeOldIdentitySecret(IDbContextFactory<DataConnectorsDbContext> contexts)
{
    /// <summary>Done: only the current secret is accepted from now on. Sessions that are open stay open.</summary>
    public async Task<Outcome<Done, Fault>> RunAsync(
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        if (!actor.CanAccessDeveloperHub)
        {
            return Fault.Forbidden();
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var revoked = await context
            .Set<IdentitySecret>()
            .Where(secret => secret.ExpiresAt != null)
            .ExecuteDeleteAsync(cancellationToken);
        return revoked == 0 ? Fault.NotFound("old secret") : Done.Instance;
    }
}
