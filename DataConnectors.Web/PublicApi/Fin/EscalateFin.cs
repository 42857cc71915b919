using DataConnectors.Core.Inbox;
using DataConnectors.Core.Inbox.Teamwork;
using DataConnectors.Core.Kernel;
using DataConnectors.Web.PublicApi.Access;
using DataConnectors.Web.PublicApi.Errors;
using DataConnectors.Web.PublicApi.Requests;

namespace DataConnectors.Web.PublicApi.Fin;

/// <summary>Hands over to the team.</summary>
internal static class EscalateFin
{
    private const string FirstMessage = "Requesting human support";
    private static readonly IReadOnlySet<string> Nothing = new HashSet<string>();

    public static async Task<IResult> HandleAsync(
        HttpContext context,
        FinMessages messages,
        ConversationQueries conversations,
        EscalateConversation escalate,
        FinSubscriptions subscriptions,
        IdGenerator ids
    )
    {
        if (
            !(await RequestBody.ReadAsync<EscalateFinRequest>(context, Nothing)).TryGet(
                out var sent,
                out var refusal
            )
        )
        {
            return refusal.ToResult();
        }

        var faults = new SettingFaults();
        var (wantedId, note) = Check(sent.Value, faults);
        var user = FinRequestFaults.User(sent.Value.User, faults);
        var text = sent.Value.Message is { } message
            ? FinRequestFaults.Text(message, "message", faults)
            : FirstMessage;
        if (faults.Errors.Count > 0)
        {
            return RequestRefusal.Invalid(faults.Errors).ToResult();
        }

        Conversation conversation;
        if (wantedId is null)
        {
            var outcome = await messages.StartAsync(
                new WantedConversation(ConversationId: null, user, text) { IsForFin = false },
                CancellationToken.None
            );
            if (!outcome.TryGet(out var stored, out var fault))
            {
                return ApiErrors.Of(fault);
            }

            conversation = stored.Conversation;
        }
        else if (
            await conversations.FindByWireIdAsync(wantedId, context.RequestAborted) is { } found
        )
        {
            conversation = found;
        }
        else
        {
            return NotFound.Conversation();
        }

        // Ids rise with time: what is told is what happens from here on.
        var url = subscriptions.UrlFor(context.Request, conversation.Id, ids.Next());
        var done = await escalate.RunAsync(
            context.Grant().Actor,
            conversation.Id,
            note,
            CancellationToken.None
        );
        return done.TryGet(out _, out var refused)
            ? ApiJson.Result(
                new FinEscalation
                {
                    ConversationId = conversation.ExternalId,
                    IntercomConversationId = WireId.Of(conversation.Id),
                    SseSubscriptionUrl = url,
                }
            )
            : ApiErrors.Of(refused);
    }

    private static (string? ConversationId, string? Note) Check(
        EscalateFinRequest sent,
        SettingFaults faults
    )
    {
        if (sent.ConversationId is null == sent.User is null)
        {
            faults.Add(
                "conversation_id",
                sent.User is null
                    ? "Either conversation_id or user must be provided"
                    : "Provide conversation_id or user, not both."
            );
        }

        if (sent is { Message: not null, User: null })
        {
            faults.Add("message", "A message begins a conversation of a user; send it with user.");
        }

        return (
            sent.ConversationId is { } id ? FinRequestFaults.ConversationId(id, faults) : null,
            sent.Context is { } context ? FinRequestFaults.Text(context, "context", faults) : null
        );
    }
}
