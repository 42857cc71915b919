using DataConnectors.Core.Agent;
using DataConnectors.Web.PublicApi.Errors;
using DataConnectors.Web.PublicApi.Requests;

namespace DataConnectors.Web.PublicApi.Fin;

/// <summary>Begins a conversation, whose first answer is told later.</summary>
internal static class StartFin
{
    private static readonly IReadOnlySet<string> Nothing = new HashSet<string>();

    public static async Task<IResult> HandleAsync(
        HttpContext context,
        FinMessages messages,
        FinSubscriptions subscriptions,
        AnswerInBackground answers,
        TimeProvider clock
    )
    {
        if (
            !(await RequestBody.ReadAsync<StartFinRequest>(context, Nothing)).TryGet(
                out var sent,
                out var refusal
            )
        )
        {
            return refusal.ToResult();
        }

        var faults = new SettingFaults();
        var wanted = new WantedConversation(
            FinRequestFaults.ConversationId(sent.Value.ConversationId, faults),
            FinRequestFaults.User(sent.Value.User, faults),
            FinRequestFaults.Question(sent.Value.Message, faults)
        )
        {
            Earlier = FinRequestFaults.History(sent.Value.ConversationMetadata, faults),
            Metadata = sent.Value.ConversationMetadata,
        };
        if (faults.Errors.Count > 0)
        {
            return RequestRefusal.Invalid(faults.Errors).ToResult();
        }

        // What is begun is begun, whoever has stopped waiting.
        var outcome = await messages.StartAsync(wanted, CancellationToken.None);
        if (!outcome.TryGet(out var stored, out var fault))
        {
            return ApiErrors.Of(fault);
        }

        var receipt = FinReceipts.Of(stored, context.Request, subscriptions, clock);
        if (stored.Received is { } received)
        {
            answers.Begin(received);
        }

        return ApiJson.Result(receipt);
    }
}
