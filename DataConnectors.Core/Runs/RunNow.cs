using DataConnectors.Core.Connectors;
using DataConnectors.Core.CustomerAuthentication;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;
using DataConnectors.Core.Versioning;

namespace DataConnectors.Core.Runs;

/// <summary>A run that a program asks for.</summary>
/// <param name="ConnectorId">The connector.</param>
/// <param name="Inputs">Values of collected data inputs, by name.</param>
/// <param name="PersonId">For whom; null for nobody, or for the person of the conversation.</param>
/// <param name="ConversationId">In which conversation; null for none.</param>
public sealed record WantedRun(
    long ConnectorId,
    IReadOnlyDictionary<string, string> Inputs,
    long? PersonId,
    long? ConversationId
);

/// <summary>Runs the live version of a connector at once: a real call with real effects, recorded.</summary>
public sealed class RunNow(
    LiveVersions versions,
    ConnectorQueries connectors,
    PeopleQueries people,
    ConversationQueries conversations,
    ConnectorExecutor executor,
    ExecutionProfiles profiles
)
{
    /// <summary>The path of problems with the person.</summary>
    public const string PersonPath = "personId";

    /// <summary>The path of problems with the conversation.</summary>
    public const string ConversationPath = "conversationId";

    /// <summary>What problems with an input begin with; its name follows.</summary>
    public const string InputPath = "inputs.";

    /// <summary>
    /// The run, also one that failed; its record may still be on its way. A conflict when the connector is not live; invalid when an
    /// input, the person or the conversation is not known; unavailable while the database takes no records and too many wait for it.
    /// Once the call begins it goes on to its end, whoever has stopped waiting: what it does at the API happens either way, and the record
    /// is to say how it ended.
    /// </summary>
    public async Task<Outcome<FinishedExecution, Fault>> RunAsync(
        Actor actor,
        WantedRun wanted,
        CancellationToken cancellationToken
    )
    {
        if (!actor.CanAccessDeveloperHub)
        {
            return Fault.Forbidden();
        }

        if (await versions.FindAsync(wanted.ConnectorId, cancellationToken) is not { } version)
        {
            return
                await connectors.FindStampAsync(wanted.ConnectorId, cancellationToken) is not null
                ? Fault.Conflict(
                    "This data connector is not live, so there is no version of it to run. Set it live, then run it."
                )
                : Fault.NotFound("data connector");
        }

        var problems = CollectedInputs
            .Problems(version.Definition, wanted.Inputs.Keys)
            .Select(problem => problem with { Path = InputPath + problem.Path })
            .ToList();
        var conversation = wanted.ConversationId is { } conversationId
            ? await conversations.FindHeadAsync(conversationId, cancellationToken)
            : null;
        var personId = wanted.PersonId ?? conversation?.PersonId;
        var person = personId is { } id ? await people.FindAsync(id, cancellationToken) : null;
        if (wanted.ConversationId is not null && conversation is null)
        {
            problems.Add(new Problem(ConversationPath, "There is no such conversation."));
        }
        else if (conversation is not null && conversation.PersonId != personId)
        {
            problems.Add(
                new Problem(ConversationPath, "This conversation is not one of that contact's.")
            );
        }

        if (wanted.PersonId is not null && person is null)
        {
            problems.Add(new Problem(PersonPath, "There is no such contact."));
        }

        if (problems.Count > 0)
        {
            return Fault.Invalid(problems);
        }

        // Asked last, so that nothing lies between it and the call.
        return profiles.Live.IsExhausted
            ? Fault.Unavailable(
                "So many results of runs wait for the database that no more can be kept, so the data connector was not run. Try again in a few seconds."
            )
            : await executor.ExecuteAsync(
                Request(version, wanted.Inputs, person, conversation),
                CancellationToken.None
            );
    }

    private ExecutionRequest Request(
        LiveVersion version,
        IReadOnlyDictionary<string, string> inputs,
        PersonSnapshot? person,
        Conversation? conversation
    ) =>
        new()
        {
            ConnectorId = version.ConnectorId,
            VersionNumber = version.Number,
            Definition = version.Definition,
            Profile = profiles.Live,
            Source = ExecutionSource.Answer,
            CollectedInputs = inputs,
            Person = person,
            Conversation = conversation?.ToSnapshot(),
            Session = new CustomerSession(person?.Id, person?.Role == PersonRole.User),
        };
}
