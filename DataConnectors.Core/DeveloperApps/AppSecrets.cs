using System.Security.Cryptography;
using System.Text;
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

    /// <summary>Whether <paramref name="presented"/> is one of the accepted secrets; it takes as long for a wrong one as for the right one.</summary>
    public async Task<bool> AcceptAsync(
        long appId,
        string presented,
        CancellationToken cancellationToken
    )
    {
        var isAccepted = false;
        foreach (var secret in await ReadAsync(appId, cancellationToken))
        {
            isAccepted |= AreEqual(secret, presented);
        }

        return isAccepted;
    }

    /// <summary>Whether <paramref name="text"/> is the current secret, and the only one that is accepted.</summary>
    internal async Task<bool> IsOnlyOneAsync(
        long appId,
        string text,
        CancellationToken cancellationToken
    ) => await ReadAsync(appId, cancellationToken) is [var secret] && AreEqual(secret, text);

    // Of hashes, so that not even the length shows.
    private static bool AreEqual(SecretText secret, string text) =>
        CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(secret.Open())),
            SHA256.HashData(Encoding.UTF8.GetBytes(text))
        );
}
