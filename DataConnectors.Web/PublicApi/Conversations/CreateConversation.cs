using DataConnectors.Core.Agent;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.People;
using DataConnectors.Web.PublicApi.Errors;
using DataConnectors.Web.PublicApi.Fin;
using DataConnectors.Web.PublicApi.Requests;

namespace DataConnectors.Web.PublicApi.Conversations;

/// <summary>Begins a conversation, or brings one in.</summary>
internal static class CreateConversation
{
    private static readonly IReadOnlySet<string> Nothing = new HashSet<string>();

    public static async Task<IResult> HandleAsync(
        HttpContext context,
        PeopleQueries people,
        StartConversation startConversation,
        AnswerInBackground answers,
        TimeProvider clock
    )
    {
        if (
            !(await RequestBody.ReadAsync<CreateConversationRequest>(context, Nothing)).TryGet(
                out var sent,
                out var refusal
            )
        )
        {
            return refusal.ToResult();
        }

        var faults = new SettingFaults();
        var wanted = sent.Value;
        var heldAt = HistoryRule.HeldAt(wanted.CreatedAt, wanted.SkipFin, clock, faults);
        var text = FinRequestFaults.Text(wanted.Body, "body", faults);
        Check(wanted, heldAt, faults);
        if (faults.Errors.Count > 0)
        {
            return RequestRefusal.Invalid(faults.Errors).ToResult();
        }

        var person = await people.FindAsync(WireId.Read(wanted.From!.Id!), context.RequestAborted);
        if (person is null)
        {
            return NotFound.Contact();
        }

        var outcome = await startConversation.RunAsync(
            new NewConversation(person.Id, text)
            {
                IsVerified = person.ExternalId is not null,
                HeldAt = heldAt,
                State = (ConversationState)(wanted.State ?? ConversationStateName.Open),
            },
            CancellationToken.None
        );
        if (!outcome.TryGet(out var received, out var fault))
        {
            return ApiErrors.Of(fault);
        }

        answers.Begin(received);
        return ApiJson.Result(
            new UserMessage
            {
                Id = WireId.Of(received.Message.Id),
                CreatedAt = received.Message.CreatedAt.ToUnixTimeSeconds(),
                Body = received.Message.Text,
                ConversationId = WireId.Of(received.ConversationId),
            }
        );
    }

    private static void Check(
        CreateConversationRequest wanted,
        DateTimeOffset? heldAt,
        SettingFaults faults
    )
    {
        if (wanted.From is null)
        {
            faults.AddMissing("from is required");
        }
        else
        {
            if (wanted.From.Type is null)
            {
                faults.AddMissing("from.type is required");
            }

            if (wanted.From.Id is null)
            {
                faults.AddMissing("from.id is required");
            }
        }

        if (wanted.State == ConversationStateName.Closed && heldAt is null)
        {
            faults.Add("state", "Only history can be brought in closed.");
        }
    }
}
