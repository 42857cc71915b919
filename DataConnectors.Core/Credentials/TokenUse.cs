using System.Collections.Concurrent;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace DataConnectors.Core.Credentials;

/// <summary>
/// Takes down when tokens were last sent: once a minute for each token at most, and never in the way of the call that sends it.
/// </summary>
public sealed class TokenUse(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    TimeProvider clock,
    ILogger<TokenUse> logger
) : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<long, long> notedAt = [];
    private readonly Lock gate = new();
    private Task writing = Task.CompletedTask;

    /// <summary>
    /// Says that these headers go out with a real call now. Returns at once; call it where a request is sent, and not for previews
    /// and dry runs, which have no effects.
    /// </summary>
    public void Note(IReadOnlyList<SecretHeader> headers)
    {
        List<long>? due = null;
        for (var i = 0; i < headers.Count; i++)
        {
            if (IsDue(headers[i].TokenId))
            {
                (due ??= []).Add(headers[i].TokenId);
            }
        }

        if (due is null)
        {
            return;
        }

        var at = clock.GetUtcNow();
        lock (gate)
        {
            var earlier = writing;
            writing = Task.Run(async () =>
            {
                await earlier;
                await WriteAsync(due, at);
            });
        }
    }

    /// <summary>Waits until everything noted so far is stored.</summary>
    public Task FlushAsync()
    {
        lock (gate)
        {
            return writing;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await FlushAsync();

    private bool IsDue(long tokenId)
    {
        var now = clock.GetTimestamp();
        if (!notedAt.TryGetValue(tokenId, out var before))
        {
            return notedAt.TryAdd(tokenId, now);
        }

        return clock.GetElapsedTime(before, now) >= Interval
            && notedAt.TryUpdate(tokenId, now, before);
    }

    private async Task WriteAsync(List<long> tokenIds, DateTimeOffset at)
    {
        try
        {
            await using var context = await contexts.CreateDbContextAsync();
            await context
                .Set<Token>()
                .Where(token => tokenIds.Contains(token.Id))
                .ExecuteUpdateAsync(update =>
                    update.SetProperty(token => token.LastUsedAt, (DateTimeOffset?)at)
                );
        }
        catch (Exception exception)
        {
            // A time in a list is not worth a failed call; the next minute tries again.
            logger.LogWarning(exception, "The last use of tokens could not be stored");
        }
    }
}
