using System.Buffers.Text;
using System.Security.Cryptography;
using DataConnectors.Core.Credentials;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Messaging;

/// <summary>When a secret was made and until when it is accepted: never what it is.</summary>
public sealed record IdentitySecretSummary(DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt);

/// <summary>Reads the secrets that user tokens are signed with.</summary>
public sealed class IdentitySecrets(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    ISecretProtector protector,
    IdGenerator ids,
    TimeProvider clock
)
{
    /// <summary>Those that are accepted now, the current one first; empty while none was made.</summary>
    public async Task<IReadOnlyList<IdentitySecretSummary>> ListAsync(
        CancellationToken cancellationToken
    ) =>
        [
            .. (await StoredAsync(cancellationToken)).Select(secret => new IdentitySecretSummary(
                secret.CreatedAt,
                secret.ExpiresAt
            )),
        ];

    /// <summary>The current one, made when there is none; for this server's own try-out page.</summary>
    public async Task<SecretText> GetOrCreateAsync(CancellationToken cancellationToken)
    {
        if (await ReadAsync(cancellationToken) is [var current, ..])
        {
            return current;
        }

        var fresh = NewText();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Add(NewRow(fresh));
        await context.SaveChangesAsync(cancellationToken);
        return fresh;
    }

    /// <summary>The secrets that are accepted now, the current one first; empty when there is none, or the keys that encrypted them are gone.</summary>
    internal async Task<IReadOnlyList<SecretText>> ReadAsync(CancellationToken cancellationToken) =>
        [
            .. (await StoredAsync(cancellationToken))
                .Select(secret => protector.Unprotect(secret.ProtectedValue))
                .OfType<SecretText>(),
        ];

    /// <summary>A new secret: 256 random bits.</summary>
    internal static SecretText NewText() =>
        new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)));

    /// <summary>The row of a secret that is accepted until it is rotated.</summary>
    internal IdentitySecret NewRow(SecretText text) =>
        new()
        {
            Id = ids.Next(),
            ProtectedValue = protector.Protect(text),
            CreatedAt = clock.GetUtcNow(),
        };

    private async Task<List<IdentitySecret>> StoredAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
            .Set<IdentitySecret>()
            .AsNoTracking()
            .Where(secret => secret.ExpiresAt == null || secret.ExpiresAt > now)
            .OrderByDescending(secret => secret.Id)
            .ToListAsync(cancellationToken);
    }
}
