using DataConnectors.Core.Credentials;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.DeveloperApps;

/// <summary>Opens the client secrets of an app, for those who check them or sign with them.</summary>
public sealed class AppSecrets(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    ISecretProtector protector,
    TimeProvider clock
)
{
    /// <summary>The secrets that are accepted now, the current one first; empty when the keys that encrypted them are gone.</summary>
    public async Task<IReadOnlyList<SecretText>> ReadAsync(
        long appId,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var stored = await context
            .Set<AppSecret>()
            .AsNoTracking()
            .Where(secret =>
                secret.AppId == appId && (secret.ExpiresAt == null || secret.ExpiresAt > now)
            )
            .OrderByDescending(secret => secret.Id)
            .Select(secret => secret.ProtectedValue)
            .ToListAsync(cancellationToken);
        return [.. stored.Select(protector.Unprotect).OfType<SecretText>()];
    }
}
