using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Idempotency;

/// <summary>
/// Sees to it that a request which is sent again is not carried out again. A key is claimed before the request is carried out, so that
/// of two at once only one is; a server killed in between leaves the claim, because doing nothing twice is safe and doing something twice is not.
/// </summary>
public sealed class IdempotentRequests(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    TimeProvider clock
)
{
    /// <summary>How long a key is remembered.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>After which nothing is under way any more: several times what the slowest request takes.</summary>
    public static readonly TimeSpan LongestRequest = TimeSpan.FromMinutes(2);

    /// <summary>Claims the key for the request, or says what became of the one that claimed it before.</summary>
    /// <param name="caller">Who sends it: keys of one are nothing to another.</param>
    /// <param name="key">The key as it was sent.</param>
    /// <param name="request">The request: its method and path.</param>
    /// <param name="body">Its body.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IdempotentClaim> ClaimAsync(
        string caller,
        string key,
        string request,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellationToken
    )
    {
        var id = Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{caller}\n{key}"))
        );
        var fingerprint = FingerprintOf(key, request, body.Span);
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var requests = context.Set<IdempotentRequest>().AsNoTracking();
        var forgotten = now - Lifetime;
        await requests
            .Where(earlier => earlier.Id == id && earlier.StartedAt <= forgotten)
            .ExecuteDeleteAsync(cancellationToken);
        if (
            await requests.FirstOrDefaultAsync(earlier => earlier.Id == id, cancellationToken) is
            { } found
        )
        {
            return JudgeRepeated(found, fingerprint, now);
        }

        context.Add(
            new IdempotentRequest
            {
                Id = id,
                Fingerprint = fingerprint,
                StartedAt = now,
            }
        );
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return new IdempotentClaim.First(id);
        }
        catch (DbUpdateException)
        {
            // The same key at the same moment: the table lets one of them win.
            if (
                await requests.FirstOrDefaultAsync(
                    earlier => earlier.Id == id,
                    cancellationToken
                ) is
                { } winner
            )
            {
                return JudgeRepeated(winner, fingerprint, now);
            }

            throw;
        }
    }

    /// <summary>Keeps the answer for when the request is sent again. Not to be cancelled with the request: it was carried out.</summary>
    public async Task CompleteAsync(string requestId, IdempotentAnswer answer)
    {
        var headers = JsonSerializer.Serialize(answer.Headers);
        await using var context = await contexts.CreateDbContextAsync(CancellationToken.None);
        await context
            .Set<IdempotentRequest>()
            .Where(request => request.Id == requestId)
            .ExecuteUpdateAsync(
                update =>
                    update
                        .SetProperty(request => request.StatusCode, (int?)answer.StatusCode)
                        .SetProperty(request => request.HeadersJson, headers)
                        .SetProperty(request => request.Body, answer.Body),
                CancellationToken.None
            );
    }

    /// <summary>Lets go of a key whose request was refused: nothing was done, so it may be mended and sent again.</summary>
    public async Task ReleaseAsync(string requestId)
    {
        await using var context = await contexts.CreateDbContextAsync(CancellationToken.None);
        await context
            .Set<IdempotentRequest>()
            .Where(request => request.Id == requestId)
            .ExecuteDeleteAsync(CancellationToken.None);
    }

    private static IdempotentClaim JudgeRepeated(
        IdempotentRequest earlier,
        string fingerprint,
        DateTimeOffset now
    ) =>
        earlier.Fingerprint != fingerprint ? new IdempotentClaim.OtherRequest()
        : earlier.StatusCode is { } statusCode
            ? new IdempotentClaim.Answered(
                new IdempotentAnswer(
                    statusCode,
                    JsonSerializer.Deserialize<Dictionary<string, string>>(earlier.HeadersJson)!,
                    earlier.Body
                )
            )
        : now - earlier.StartedAt < LongestRequest ? new IdempotentClaim.UnderWay()
        : new IdempotentClaim.Lost();

    private static string FingerprintOf(string key, string request, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(
            HashAlgorithmName.SHA256,
            Encoding.UTF8.GetBytes(key)
        );
        hash.AppendData(Encoding.UTF8.GetBytes(request));
        hash.AppendData("\n"u8);
        hash.AppendData(body);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
