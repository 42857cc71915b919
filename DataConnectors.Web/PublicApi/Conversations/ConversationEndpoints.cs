using System.ComponentModel;
using DataConnectors.Web.PublicApi.Access;
using DataConnectors.Web.PublicApi.Errors;
using DataConnectors.Web.PublicApi.Reference;

namespace DataConnectors.Web.PublicApi.Conversations;

/// <summary>Conversations, and history that is brought in.</summary>
internal static class ConversationEndpoints
{
    private const string History =
        " With a created_at of more than a minute ago, or skip_fin, it is history: it stands with its time, Fin does not answer, and no webhook tells of it.";

    private static readonly int[] BodyErrors =
    [
        StatusCodes.Status400BadRequest,
        StatusCodes.Status404NotFound,
        StatusCodes.Status413PayloadTooLarge,
        StatusCodes.Status415UnsupportedMediaType,
        StatusCodes.Status422UnprocessableEntity,
    ];

    /// <summary>Adds what the endpoints need.</summary>
    public static IServiceCollection AddConversationEndpoints(this IServiceCollection services) =>
        services.AddSingleton<ConversationDetails>().AddSingleton<ReplyWriter>();

    /// <summary>Maps create, retrieve and reply.</summary>
    public static void MapConversations(this IEndpointRouteBuilder endpoints)
    {
        var conversations = endpoints.MapGroup("/conversations").WithTags("Conversations");
        conversations
            .MapPost("", CreateConversation.HandleAsync)
            .RequireAuthorization(ApiAccess.WriteConversations)
            .WithName("createConversation")
            .WithSummary("Creates a conversation")
            .WithDescription(
                "Begins a conversation of a contact, which Fin answers as in the Messenger."
                    + History
            )
            .AcceptsJson<CreateConversationRequest>()
            .Produces<UserMessage>()
            .ProducesErrors(BodyErrors);
        conversations
            .MapGet("/{id}", RetrieveAsync)
            .RequireAuthorization(ApiAccess.ReadConversations)
            .WithName("retrieveConversation")
            .WithSummary("Retrieve a conversation")
            .WithDescription("Returns a conversation with its parts, in plain text.")
            .Produces<ConversationDetail>()
            .ProducesErrors(StatusCodes.Status404NotFound);
        conversations
            .MapPost("/{id}/reply", ReplyToConversation.HandleAsync)
            .RequireAuthorization(ApiAccess.WriteConversations)
            .WithName("replyConversation")
            .WithSummary("Reply to a conversation")
            .WithDescription(
                "Adds a message of the contact, which Fin answers if the conversation is with it, or of an admin, who takes over from Fin unless it is a note."
                    + History
            )
            .AcceptsJson<ReplyToConversationRequest>()
            .Produces<ConversationDetail>()
            .ProducesErrors(BodyErrors);
    }

    private static async Task<IResult> RetrieveAsync(
        [Description("The unique identifier of the conversation.")] string id,
        ConversationDetails details,
        CancellationToken cancellationToken
    ) =>
        await details.FindAsync(WireId.Read(id), cancellationToken) is { } conversation
            ? ApiJson.Result(conversation)
            : NotFound.Conversation();
}
