using DataConnectors.Core.Inbox;
using DataConnectors.Web.PublicApi.Errors;
using Microsoft.Extensions.Options;

namespace DataConnectors.Web.PublicApi.Fin;

/// <summary>
/// Serves what Fin does in one conversation as Server-Sent Events. Events come from the database by their ids, so that
/// <c>Last-Event-ID</c> goes on where a connection broke; parts of an answer have no id and are not repeated.
/// </summary>
internal sealed class FinEventStreams(
    FinSubscriptions subscriptions,
    FinEventQueries events,
    ConversationQueries conversations,
    ConversationChanges changes,
    AnswersUnderWay answers,
    IOptions<FinStreamOptions> options,
    TimeProvider clock,
    IHostApplicationLifetime lifetime
)
{
    private int open;

    /// <summary>Serves one stream until Fin is done, nothing happens any more, or the subscription runs out.</summary>
    public async Task ServeAsync(HttpContext context)
    {
        // Whoever has the URL may read it, from any page: it carries no cookie.
        context.Response.Headers.AccessControlAllowOrigin = "*";
        context.Response.Headers.CacheControl = "no-store";
        if (
            subscriptions.Read(context.Request.Query["token"]) is not { } subscription
            || await conversations.FindHeadAsync(
                subscription.ConversationId,
                context.RequestAborted
            )
                is not { } conversation
        )
        {
            await ApiErrors.WriteAsync(
                context,
                StatusCodes.Status401Unauthorized,
                ErrorCodes.Unauthorized,
                "This subscription URL is not known, or has run out. Send POST /fin/reply to get a new one."
            );
            return;
        }

        var afterId = Math.Max(subscription.AfterId, LastEventId(context.Request));
        if (await events.IsOverAsync(subscription.ConversationId, afterId, context.RequestAborted))
        {
            // What makes an EventSource stop asking.
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        if (Interlocked.Increment(ref open) > options.Value.Most)
        {
            Interlocked.Decrement(ref open);
            context.Response.Headers.RetryAfter = "5";
            await ApiErrors.WriteAsync(
                context,
                StatusCodes.Status503ServiceUnavailable,
                ErrorCodes.ServiceUnavailable,
                "Too many streams are open. Try again in a few seconds."
            );
            return;
        }

        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(
            context.RequestAborted,
            lifetime.ApplicationStopping
        );
        try
        {
            var stream = new FinEventStream(
                context.Response,
                events,
                answers,
                subscription with
                {
                    AfterId = afterId,
                },
                conversation.WireId(),
                options.Value,
                clock
            );
            using (changes.Subscribe(subscription.ConversationId, stream.Note))
            {
                await stream.RunAsync(leaving.Token);
            }
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            // The reader left, or the server stops; it comes back with what it has.
        }
        finally
        {
            Interlocked.Decrement(ref open);
        }
    }

    private static long LastEventId(HttpRequest request) =>
        WireId.Read(
            request.Headers["Last-Event-ID"] is [{ } header]
                ? header
                : request.Query["last_event_id"].ToString()
        );
}
