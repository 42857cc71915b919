using System.Globalization;
using DataConnectors.Core.Messaging;
using DataConnectors.Core.People;

namespace DataConnectors.Web.Messenger;

/// <summary>A person's own conversations, and sending a message.</summary>
internal static class ConversationEndpoints
{
    public static void MapConversations(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/messenger/conversations", ListAsync).AddEndpointFilter<NeedsSession>();
        endpoints
            .MapGet("/messenger/conversations/{id:long}", FindAsync)
            .AddEndpointFilter<NeedsSession>();
        endpoints.MapPost("/messenger/messages", SendAsync).AddEndpointFilter<NeedsSession>();
    }

    private static async Task<IResult> ListAsync(
        HttpContext context,
        MessengerQueries queries,
        PeopleQueries people,
        CancellationToken cancellationToken
    )
    {
        var personId = context.Session().PersonId;

        // First the id, then the list: what comes between the two is in both, and nothing in neither.
        var latest = await queries.LatestIdAsync(personId, cancellationToken);
        var own = await queries.ListAsync(personId, cancellationToken);
        var person = await people.FindAsync(personId, cancellationToken);
        return Results.Json(
            new ConversationListAnswer(
                [.. own.Select(ConversationAnswer.Of)],
                MessageAnswer.WireText(latest),
                person?.Email
            ),
            MessengerJson.Options
        );
    }

    private static async Task<IResult> FindAsync(
        HttpContext context,
        long id,
        MessengerQueries queries,
        CancellationToken cancellationToken
    ) =>
        await queries.FindAsync(context.Session().PersonId, id, cancellationToken) is { } thread
            ? Results.Json(ConversationAnswer.Of(thread), MessengerJson.Options)
            : MessengerErrors.Of(
                StatusCodes.Status404NotFound,
                "not_found",
                "This conversation does not exist."
            );

    private static async Task<IResult> SendAsync(
        HttpContext context,
        SendMessage sendMessage,
        MessengerLimits limits
    )
    {
        var session = context.Session();
        if (!limits.MaySend(session.Id))
        {
            return MessengerErrors.TooMany("You are sending too fast. Wait a minute.");
        }

        var request = await MessengerBody.ReadAsync<SendMessageRequest>(context);
        if (request.ClientId is not { } clientId)
        {
            return MessengerErrors.Of(
                StatusCodes.Status422UnprocessableEntity,
                "invalid",
                "Give the message a client_id: a UUID."
            );
        }

        long? conversationId = null;
        if (request.ConversationId is { } text)
        {
            if (
                !long.TryParse(
                    text,
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var parsed
                )
            )
            {
                return MessengerErrors.Of(
                    StatusCodes.Status404NotFound,
                    "not_found",
                    "This conversation does not exist."
                );
            }

            conversationId = parsed;
        }

        // Closing the page does not take the message back.
        var outcome = await sendMessage.RunAsync(
            session,
            conversationId,
            request.Text ?? "",
            clientId,
            CancellationToken.None
        );
        return outcome.TryGet(out var message, out var fault)
            ? Results.Json(
                MessageAnswer.Of(message),
                MessengerJson.Options,
                statusCode: StatusCodes.Status201Created
            )
            : MessengerErrors.Of(fault);
    }
}
