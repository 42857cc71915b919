using System.Text.Json;
using DataConnectors.Core.Agent;
using DataConnectors.Core.People;
using DataConnectors.Web.PublicApi.Errors;
using DataConnectors.Web.PublicApi.Requests;

namespace DataConnectors.Web.PublicApi.Fin;

/// <summary>Says what Fin can do for somebody, and nothing of how.</summary>
internal static class ListFinCapabilities
{
    private static readonly IReadOnlySet<string> Nothing = new HashSet<string>();

    private static readonly PersonSnapshot Visitor = new(
        0,
        PersonRole.Visitor,
        ExternalId: null,
        Name: null,
        Email: null,
        Phone: null,
        new Dictionary<string, JsonElement>()
    );

    private static readonly ConversationSnapshot NoConversation = new(
        0,
        "",
        new Dictionary<string, JsonElement>()
    );

    private static readonly FinCapability[] Always =
    [
        new()
        {
            Type = "reply",
            Description = "Reply to an in-progress Fin conversation.",
            Endpoint = "/fin/reply",
        },
        new()
        {
            Type = "ask",
            Description = "Ask Fin a single, self-contained question.",
            Endpoint = "/fin/ask",
        },
        new()
        {
            Type = "escalate",
            Description = "Hand a conversation to the team.",
            Endpoint = "/fin/escalate",
        },
    ];

    public static async Task<IResult> HandleAsync(
        HttpContext context,
        RecognizePerson recognizePerson,
        FinCandidates candidates
    )
    {
        if (
            !(await RequestBody.ReadAsync<FinCapabilitiesRequest>(context, Nothing)).TryGet(
                out var sent,
                out var refusal
            )
        )
        {
            return refusal.ToResult();
        }

        var faults = new SettingFaults();
        var user = FinRequestFaults.User(sent.Value.User, faults);
        if (faults.Errors.Count > 0)
        {
            return RequestRefusal.Invalid(faults.Errors).ToResult();
        }

        var person = Visitor;
        if (user.ExternalId is not null)
        {
            var outcome = await recognizePerson.RunAsync(user, context.RequestAborted);
            if (!outcome.TryGet(out var recognized, out var fault))
            {
                return ApiErrors.Of(fault);
            }

            person = recognized.Person;
        }

        var listed = await candidates.ListAsync(person, NoConversation, context.RequestAborted);
        return ApiJson.Result(
            new FinCapabilities([
                .. listed
                    .Where(candidate =>
                        candidate.SkipReason is null
                        && (
                            user.ExternalId is not null
                            || !candidate.Definition.CustomerAuthentication
                        )
                    )
                    .Select(candidate => new FinCapability
                    {
                        Type = "data_connector",
                        Id = WireId.Of(candidate.ConnectorId),
                        Name = candidate.Definition.Name,
                        Description = candidate.Definition.Description,
                        Endpoint = "/fin/ask",
                    }),
                .. Always,
            ])
        );
    }
}
