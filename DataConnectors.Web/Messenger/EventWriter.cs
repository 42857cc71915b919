using System.Text.Json;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.Messaging;

namespace DataConnectors.Web.Messenger;

/// <summary>Writes one stream of events to its end: the session's, the browser's or the server's.</summary>
internal sealed class EventWriter(
    HttpResponse response,
    PersonStream stream,
    MessengerQueries queries,
    SessionQueries sessions,
    MessengerSession session,
    TimeProvider clock
)
{
    // Shorter than anything between here and a browser keeps a silent connection.
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    private readonly HashSet<long> resent = [];

    /// <param name="lastSeen">The id of the last message the browser has; 0 for none.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    public async Task RunAsync(long lastSeen, CancellationToken cancellationToken)
    {
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        await WriteAsync(": ready\n\n", cancellationToken);
        await ResendAsync(lastSeen, cancellationToken);
        while (await ContinuesAsync(cancellationToken))
        {
            while (stream.Changes.TryRead(out var change))
            {
                if (Text(change) is { } text)
                {
                    await response.WriteAsync(text, cancellationToken);
                }
            }

            await response.Body.FlushAsync(cancellationToken);
        }
    }

    private async Task ResendAsync(long lastSeen, CancellationToken cancellationToken)
    {
        var page = await queries.ResumeAsync(session.PersonId, lastSeen, cancellationToken);
        while (page.Count > 0)
        {
            foreach (var message in page)
            {
                resent.Add(message.Id);
                await response.WriteAsync(Message(message), cancellationToken);
            }

            await response.Body.FlushAsync(cancellationToken);
            page =
                page.Count < MessengerQueries.PageSize
                    ? []
                    : await queries.NextAsync(session.PersonId, page[^1].Id, cancellationToken);
        }
    }

    /// <summary>Waits for the next change, with a sign of life now and then; false when there will be none.</summary>
    private async Task<bool> ContinuesAsync(CancellationToken cancellationToken)
    {
        var next = stream.Changes.WaitToReadAsync(cancellationToken).AsTask();
        while (true)
        {
            try
            {
                return await next.WaitAsync(Heartbeat, clock, cancellationToken);
            }
            catch (TimeoutException)
            {
                // Another process may have ended the session, or time has.
                if (!await sessions.IsOpenAsync(session.Id, cancellationToken))
                {
                    return false;
                }

                await WriteAsync(": still here\n\n", cancellationToken);
            }
        }
    }

    private async Task WriteAsync(string text, CancellationToken cancellationToken)
    {
        await response.WriteAsync(text, cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }

    private string? Text(ConversationChange change) =>
        change switch
        {
            ConversationChange.MessageAdded { Message.IsNote: false } added => resent.Remove(
                added.Message.Id
            )
                ? null
                : Message(added.Message),
            ConversationChange.FinIsTyping typing => Event(
                "typing",
                new
                {
                    conversation_id = MessageAnswer.WireText(typing.ConversationId),
                    author = "fin",
                    is_typing = typing.IsTyping,
                }
            ),
            ConversationChange.TeammateIsTyping typing => Event(
                "typing",
                new
                {
                    conversation_id = MessageAnswer.WireText(typing.ConversationId),
                    author = "teammate",
                    is_typing = true,
                }
            ),
            ConversationChange.AnswerPart part => Event(
                "answer_part",
                new
                {
                    conversation_id = MessageAnswer.WireText(part.ConversationId),
                    question_id = MessageAnswer.WireText(part.QuestionId),
                    text = part.Text,
                }
            ),
            ConversationChange.Updated updated => Event(
                "conversation",
                new { conversation_id = MessageAnswer.WireText(updated.ConversationId) }
            ),
            _ => null,
        };

    private static string Message(ConversationMessage message) =>
        $"id: {MessageAnswer.WireText(message.Id)}\n" + Event("message", MessageAnswer.Of(message));

    private static string Event<T>(string name, T data) =>
        $"event: {name}\ndata: {JsonSerializer.Serialize(data, MessengerJson.Options)}\n\n";
}
