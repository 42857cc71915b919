using System.Collections.Concurrent;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Credentials;

/// <summary>
/// Opens tokens for the stage that attaches them to a request. Every execution passes here, so opened tokens are kept in memory:
/// until they are deleted in this process, and for 30 s at most, so that what another process deletes is noticed.
/// </summary>
public sealed class TokenReader(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    ISecretProtector protector,
    TimeProvider clock
)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<long, OpenedToken> opened = [];
    private readonly Lock gate = new();
    private int deletions;

    /// <summary>The headers of these tokens, in their order; or the first reason why one cannot be opened.</summary>
    public ValueTask<Outcome<IReadOnlyList<SecretHeader>, TokenFailure>> ReadAsync(
        IReadOnlyList<long> tokenIds,
        CancellationToken cancellationToken
    )
    {
        if (tokenIds.Count == 0)
        {
            return ValueTask.FromResult<Outcome<IReadOnlyList<SecretHeader>, TokenFailure>>(
                Array.Empty<SecretHeader>()
            );
        }

        var headers = new SecretHeader[tokenIds.Count];
        for (var i = 0; i < headers.Length; i++)
        {
            if (!TryGetFresh(tokenIds[i], out headers[i]!))
            {
                return OpenAsync(tokenIds, cancellationToken);
            }
        }

        return ValueTask.FromResult<Outcome<IReadOnlyList<SecretHeader>, TokenFailure>>(headers);
    }

    /// <summary>Drops what is kept of a token that was deleted, also for reads that are under way.</summary>
    internal void Forget(long tokenId)
    {
        lock (gate)
        {
            deletions++;
            opened.TryRemove(tokenId, out _);
        }
    }

    private bool TryGetFresh(long tokenId, out SecretHeader? header)
    {
        header = opened.TryGetValue(tokenId, out var token) ? token.Header : null;
        return header is not null && clock.GetElapsedTime(token.ReadAt) < Freshness;
    }

    private async ValueTask<Outcome<IReadOnlyList<SecretHeader>, TokenFailure>> OpenAsync(
        IReadOnlyList<long> tokenIds,
        CancellationToken cancellationToken
    )
    {
        var deletionsBefore = Volatile.Read(ref deletions);
        var readAt = clock.GetTimestamp();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var stored = await context
            .Set<Token>()
            .AsNoTracking()
            .Where(token => tokenIds.Contains(token.Id))
            .ToDictionaryAsync(token => token.Id, cancellationToken);

        var headers = new SecretHeader[tokenIds.Count];
        for (var i = 0; i < headers.Length; i++)
        {
            if (!stored.TryGetValue(tokenIds[i], out var token))
            {
                opened.TryRemove(tokenIds[i], out _);
                return new TokenFailure.Missing(tokenIds[i]);
            }

            if (protector.Unprotect(token.ProtectedValue) is not { } value)
            {
                return new TokenFailure.KeysLost(token.Id, token.Name);
            }

            headers[i] = new SecretHeader(
                token.HeaderKey,
                token.Prefix.Length == 0 ? value : new SecretText($"{token.Prefix} {value.Open()}"),
                token.Domain,
                token.Name
            )
            {
                TokenId = token.Id,
            };
        }

        Keep(tokenIds, headers, readAt, deletionsBefore);
        return headers;
    }

    private void Keep(
        IReadOnlyList<long> tokenIds,
        SecretHeader[] headers,
        long readAt,
        int deletionsBefore
    )
    {
        lock (gate)
        {
            // What was deleted after it was read must not come back.
            if (deletions != deletionsBefore)
            {
                return;
            }

            for (var i = 0; i < headers.Length; i++)
            {
                opened[tokenIds[i]] = new OpenedToken(headers[i], readAt);
            }
        }
    }

    private readonly record struct OpenedToken(SecretHeader Header, long ReadAt);
}
