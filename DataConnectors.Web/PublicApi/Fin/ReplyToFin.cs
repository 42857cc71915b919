using DataConnectors.Core.Agent;
using DataConnectors.Core.Kernel;
using DataConnectors.Web.PublicApi.Errors;
using DataConnectors.Web.PublicApi.Requests;

namespace DataConnectors.Web.PublicApi.Fin;

/// <summary>Goes on with a conversation.</summary>
internal static class ReplyToFin
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
            !(await RequestBody.ReadAsync<ReplyToFinRequest>(context, Nothing)).TryGet(
                out var sent,
                out var refusal
            )
        )
        {
            return refusal.ToResult();
        }

        var faults = new SettingFaults();
        var id = FinRequestFaults.ConversationId(sent.Value.ConversationId, faults);
        var user = FinRequestFaults.User(sent.Value.User, faults);
        var text = FinRequestFaults.Question(sent.Value.Message, faults);
        if (faults.Errors.Count > 0)
        {
            return RequestRefusal.Invalid(faults.Errors).ToResult();
        }

        var outcome = await messages.ReplyAsync(id, user, text, CancellationToken.None);
        if (!outcome.TryGet(out var stored, out var fault))
        {
            return fault.Kind == FaultKind.NotFound ? NotFound.Conversation() : ApiErrors.Of(fault);
        }

        var receipt = FinReceipts.Of(stored, context.Request, subscriptions, clock);
        answers.Begin(stored.Received!);
        return ApiJson.Result(receipt);
    }
}
