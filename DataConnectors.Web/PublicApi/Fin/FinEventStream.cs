using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using DataConnectors.Core.Inbox;

namespace DataConnectors.Web.PublicApi.Fin;

/// <summary>One stream. It keeps no events: whatever happens only wakes it, and it reads what there is.</summary>
internal sealed class FinEventStream(
    HttpResponse response,
    FinEventQueries events,
    AnswersUnderWay answers,
    FinSubscription subscription,
    string conversationId,
    FinStreamOptions options,
    TimeProvider clock
)
{
    private const int BatchSize = 50;

    private readonly Channel<bool> wakings = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );
    private long afterId = subscription.AfterId;
    private long answeredId;
    private int hasStored = 1;
    private (long QuestionId, int Index, int Length) told;

    /// <summary>Wakes the stream.</summary>
    public void Note(ConversationChange change)
    {
        if (change is ConversationChange.MessageAdded or ConversationChange.Updated)
        {
            Volatile.Write(ref hasStored, 1);
        }
        else if (change is not ConversationChange.AnswerPart)
        {
            return;
        }

        wakings.Writer.TryWrite(true);
    }

    /// <summary>Writes until there is nothing more to tell.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        response.ContentType = "text/event-stream";

        // Proxies that collect what they pass on would hold every event back.
        response.Headers["X-Accel-Buffering"] = "no";
        await WriteAsync("retry: 2000\n\n", cancellationToken);
        var idleAt = clock.GetUtcNow().AddSeconds(options.IdleSeconds);
        while (true)
        {
            var (wrote, isEnd) = await TellAsync(cancellationToken);
            var now = clock.GetUtcNow();
            if (wrote)
            {
                idleAt = now.AddSeconds(options.IdleSeconds);
            }

            var until = idleAt < subscription.ExpiresAt ? idleAt : subscription.ExpiresAt;
            if (isEnd || now >= until)
            {
                return;
            }

            var heartbeat = now.AddSeconds(options.HeartbeatSeconds);
            if (
                !await IsWokenAsync(
                    (heartbeat < until ? heartbeat : until) - now,
                    cancellationToken
                )
            )
            {
                // Another process may have stored something, of which nobody here is told.
                Volatile.Write(ref hasStored, 1);
                await WriteAsync(": still here\n\n", cancellationToken);
            }
        }
    }

    private async Task<bool> IsWokenAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        try
        {
            // Cancelled at the end of the wait, so that no reader stays behind and takes the next waking.
            using var end = new CancellationTokenSource(wait, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(
                cancellationToken,
                end.Token
            );
            await wakings.Reader.ReadAsync(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task<(bool Wrote, bool IsEnd)> TellAsync(CancellationToken cancellationToken)
    {
        var wrote = false;
        while (Interlocked.Exchange(ref hasStored, 0) == 1)
        {
            var stored = await events.ListAsync(
                subscription.ConversationId,
                afterId,
                BatchSize,
                cancellationToken
            );
            foreach (var happened in stored)
            {
                await WriteAsync(
                    $"id: {WireId.Of(happened.Id)}\ndata: {happened.ItemJson}\n\n",
                    cancellationToken
                );
                wrote = true;
                afterId = happened.Id;
                answeredId = happened.QuestionId ?? answeredId;
            }

            // An end that is followed by the next turn already is none.
            if (
                stored is [.., { IsEnd: true }]
                && await events.IsOverAsync(subscription.ConversationId, afterId, cancellationToken)
            )
            {
                return (wrote, IsEnd: true);
            }

            if (stored.Count == BatchSize)
            {
                Volatile.Write(ref hasStored, 1);
            }
        }

        return (await TellPartAsync(cancellationToken) || wrote, IsEnd: false);
    }

    private async Task<bool> TellPartAsync(CancellationToken cancellationToken)
    {
        if (
            answers.Find(subscription.ConversationId) is not { } answer
            || answer.QuestionId == answeredId
            || (told.QuestionId == answer.QuestionId && told.Length == answer.Text.Length)
        )
        {
            return false;
        }

        told = (
            answer.QuestionId,
            told.QuestionId == answer.QuestionId ? told.Index + 1 : 0,
            answer.Text.Length
        );
        var chunk = new FinReplyChunk(
            conversationId,
            WireId.Of(answer.QuestionId),
            told.Index,
            answer.Text,
            clock.GetUtcNow().ToMilliseconds()
        );
        await WriteAsync(
            $"data: {JsonSerializer.Serialize(chunk, ApiJson.Options)}\n\n",
            cancellationToken
        );
        return true;
    }

    private async Task WriteAsync(string text, CancellationToken cancellationToken)
    {
        await response.WriteAsync(text, Encoding.UTF8, cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }
}

/// <summary>An answer as far as it is written: the whole of it, in plain text, so that each replaces the one before.</summary>
internal sealed record FinReplyChunk(
    string ConversationId,
    string StreamId,
    int ChunkIndex,
    string ChunkText,
    string CreatedAtMs
)
{
    public string EventName { get; } = "fin_reply_chunk";

    public string Status { get; } = "replying";
}
