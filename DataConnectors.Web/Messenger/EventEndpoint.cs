using System.Globalization;
using DataConnectors.Core.Messaging;

namespace DataConnectors.Web.Messenger;

/// <summary>
/// What happens in a person's conversations, as Server-Sent Events. First comes what was stored after the last id the browser saw, then what
/// happens from now on; a message may come twice, under the same id, and none is left out.
/// </summary>
internal static class EventEndpoint
{
    public static void MapEvents(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/messenger/events", StreamAsync).AddEndpointFilter<NeedsSession>();

    private static async Task<IResult> StreamAsync(
        HttpContext context,
        string? after,
        PersonStreams streams,
        MessengerQueries queries,
        SessionQueries sessions,
        IHostApplicationLifetime lifetime,
        TimeProvider clock
    )
    {
        var session = context.Session();
        var lastSeen = context.Request.Headers["Last-Event-ID"].ToString();
        if (lastSeen.Length == 0)
        {
            lastSeen = after ?? "0";
        }

        if (!long.TryParse(lastSeen, NumberStyles.None, CultureInfo.InvariantCulture, out var from))
        {
            return MessengerErrors.Of(
                StatusCodes.Status422UnprocessableEntity,
                "invalid",
                "Last-Event-ID, or after, must be the id of an event."
            );
        }

        // Subscribed first, then read: what is committed between the two comes from both.
        using var stream = streams.Open(session.PersonId, session.Id);
        if (stream is null)
        {
            return MessengerErrors.TooMany("This session listens in too many tabs already.");
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(
            context.RequestAborted,
            lifetime.ApplicationStopping
        );
        try
        {
            await new EventWriter(
                context.Response,
                stream,
                queries,
                sessions,
                session,
                clock
            ).RunAsync(from, ending.Token);
        }
        catch (Exception end)
            when (end is OperationCanceledException or IOException && ending.IsCancellationRequested
            )
        {
            // The browser went away, or the server stops; the browser comes again and goes on where it was.
        }

        return Results.Empty;
    }
}
