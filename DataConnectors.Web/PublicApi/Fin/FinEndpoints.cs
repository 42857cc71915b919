using DataConnectors.Web.PublicApi.Access;
using DataConnectors.Web.PublicApi.Reference;
using Microsoft.AspNetCore.Authorization;

namespace DataConnectors.Web.PublicApi.Fin;

/// <summary>Lets other software talk to Fin.</summary>
internal static class FinEndpoints
{
    private const string Verified =
        " Whoever your server names by user.id counts as verified, as only it knows; without an id it is a visitor, and data connectors with customer authentication do not run.";

    private static readonly int[] BodyErrors =
    [
        StatusCodes.Status400BadRequest,
        StatusCodes.Status413PayloadTooLarge,
        StatusCodes.Status415UnsupportedMediaType,
        StatusCodes.Status422UnprocessableEntity,
    ];

    /// <summary>Adds what the endpoints need, set up by the section <c>FinStreams</c>.</summary>
    public static IServiceCollection AddFinEndpoints(
        this IServiceCollection services,
        IConfiguration configuration
    )
    {
        services
            .AddOptions<FinStreamOptions>()
            .Bind(configuration.GetSection(FinStreamOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return services
            .AddSingleton<FinSubscriptions>()
            .AddSingleton<FinEventStreams>()
            .AddSingleton<FinMessages>()
            .AddSingleton<AnswersUnderWay>()
            .AddHostedService(provider => provider.GetRequiredService<AnswersUnderWay>());
    }

    /// <summary>Maps talking to Fin, listening to it, and why it said what it said.</summary>
    public static void MapFin(this IEndpointRouteBuilder endpoints)
    {
        var fin = endpoints.MapGroup("/fin").WithTags("Fin Agent");
        fin.MapPost("/start", StartFin.HandleAsync)
            .RequireAuthorization(ApiAccess.WriteConversations)
            .WithName("startFinConversation")
            .WithSummary("Start a conversation with Fin")
            .WithDescription(
                "Begins a conversation and answers at once; what Fin says is told by the events fin_replied and fin_status_updated, as Server-Sent Events at sse_subscription_url and as webhooks. The same start twice is one conversation; another one with the same conversation_id is a conflict."
                    + Verified
            )
            .AcceptsJson<StartFinRequest>()
            .Produces<FinReceipt>()
            .ProducesErrors([.. BodyErrors, StatusCodes.Status409Conflict]);
        fin.MapPost("/reply", ReplyToFin.HandleAsync)
            .RequireAuthorization(ApiAccess.WriteConversations)
            .WithName("replyToFin")
            .WithSummary("Reply to Fin")
            .WithDescription(
                "Sends the user's next message in a conversation that was begun here. A conversation that the team has keeps it for them, and its status says so."
                    + Verified
            )
            .AcceptsJson<ReplyToFinRequest>()
            .Produces<FinReceipt>()
            .ProducesErrors([.. BodyErrors, StatusCodes.Status404NotFound]);
        fin.MapPost("/ask", AskFin.HandleAsync)
            .RequireAuthorization(ApiAccess.WriteConversations)
            .WithName("askFin")
            .WithSummary("Ask Fin")
            .WithDescription(
                "Asks one question and answers with what Fin says. Where Fin needs something first, its answer is the question for it and the status awaiting_user_reply: go on with POST /fin/reply."
                    + Verified
            )
            .AcceptsJson<AskFinRequest>()
            .Produces<FinAnswer>()
            .ProducesErrors([.. BodyErrors, StatusCodes.Status409Conflict]);
        fin.MapPost("/escalate", EscalateFin.HandleAsync)
            .RequireAuthorization(ApiAccess.WriteConversations)
            .WithName("escalateFinConversation")
            .WithSummary("Escalate to a human")
            .WithDescription(
                "Hands a conversation to the team, or begins one with them for a user. Fin keeps silent from then on: the status escalated is told, and then complete."
            )
            .AcceptsJson<EscalateFinRequest>()
            .Produces<FinEscalation>()
            .ProducesErrors([.. BodyErrors, StatusCodes.Status404NotFound]);
        fin.MapPost("/capabilities", ListFinCapabilities.HandleAsync)
            .RequireAuthorization(ApiAccess.WriteConversations)
            .WithName("listFinCapabilities")
            .WithSummary("Discover Fin's capabilities")
            .WithDescription(
                "Returns what Fin can do for a user: the live data connectors whose audience they are in, and what can always be asked for. A user of a new id is made a contact."
            )
            .AcceptsJson<FinCapabilitiesRequest>()
            .Produces<FinCapabilities>()
            .ProducesErrors(BodyErrors);
        fin.MapGet("/conversations/{conversation_id}/trace", ReadTrace.HandleAsync)
            .RequireAuthorization(ApiAccess.ReadConversations)
            .WithName("retrieveFinTrace")
            .WithSummary("Retrieve why Fin did what it did")
            .WithDescription(
                "Returns the decision of every turn of Fin in a conversation of any channel: which data connectors it weighed and why it skipped others, what it chose, with which values, and what it answered."
            )
            .Produces<FinTrace>()
            .ProducesErrors(StatusCodes.Status404NotFound);

        // Its URL is handed out whole, and what it holds is nobody's contract.
        fin.MapGet(
                FinSubscriptions.Path["/fin".Length..],
                (HttpContext context, FinEventStreams streams) => streams.ServeAsync(context)
            )
            .AllowAnonymous()
            .ExcludeFromDescription();
    }
}
