using DataConnectors.Core.Connectors;
using DataConnectors.Core.CustomerAuthentication;
using DataConnectors.Core.Execution;
using DataConnectors.Core.People;

namespace DataConnectors.Core.Agent;

/// <summary>
/// Fin: answers one message, with a connector where one fits. Stateless; what it is in the middle of travels in
/// <see cref="AgentState"/>. A language model can stand behind it as well as the deterministic agent.
/// </summary>
public interface IAgent
{
    /// <summary>Answers; tells <see cref="AgentRequest.OnEvent"/> of each step as it happens.</summary>
    Task<AgentTurn> ReplyAsync(AgentRequest request, CancellationToken cancellationToken);
}

/// <summary>A connector that Fin may consider, and how it would run.</summary>
/// <param name="ConnectorId">The connector.</param>
/// <param name="VersionNumber">The live version's number; null for a draft.</param>
/// <param name="Definition">What would run.</param>
/// <param name="Profile">Preview, test or live.</param>
/// <param name="SkipReason">Why it may not be chosen for this person; null when it may.</param>
public sealed record AgentCandidate(
    long ConnectorId,
    int? VersionNumber,
    ConnectorDefinition Definition,
    ExecutionProfile Profile,
    string? SkipReason = null
);

/// <summary>One message to answer.</summary>
public sealed record AgentRequest
{
    /// <summary>What the person wrote.</summary>
    public required string Message { get; init; }

    /// <summary>The connectors that exist for this person.</summary>
    public required IReadOnlyList<AgentCandidate> Candidates { get; init; }

    /// <summary>What the agent was in the middle of; null at the start.</summary>
    public AgentState? State { get; init; }

    /// <summary>The person; null for nobody in particular.</summary>
    public PersonSnapshot? Person { get; init; }

    /// <summary>The conversation; null in previews.</summary>
    public ConversationSnapshot? Conversation { get; init; }

    /// <summary>What is proven of the person.</summary>
    public CustomerSession Session { get; init; } = CustomerSession.None;

    /// <summary>Whether missing inputs are taken from their example values instead of asked for (previews).</summary>
    public bool UseExampleInputs { get; init; }

    /// <summary>Told of each step as it happens; called on the agent's thread, must not block.</summary>
    public Action<AgentEvent> OnEvent { get; init; } = static _ => { };
}

/// <summary>What the agent is in the middle of: a connector whose inputs it collects.</summary>
/// <param name="ConnectorId">The connector it chose.</param>
/// <param name="CollectedInputs">What it has so far.</param>
/// <param name="AskedInput">The data input it asked for last; null when it waits for a confirmation.</param>
/// <param name="Attempts">How often it asked for <paramref name="AskedInput"/>.</param>
/// <param name="Question">What the person wanted to know in the first place, so that the answer is about it.</param>
public sealed record AgentState(
    long ConnectorId,
    IReadOnlyDictionary<string, string> CollectedInputs,
    string? AskedInput,
    int Attempts,
    string? Question = null
);

/// <summary>The agent's answer to one message.</summary>
/// <param name="Answer">What the person reads; plain text.</param>
/// <param name="State">What the agent is in the middle of now; null when done.</param>
/// <param name="Trace">Why.</param>
/// <param name="Execution">The run whose data the answer used or failed with; null when none ran.</param>
public sealed record AgentTurn(
    string Answer,
    AgentState? State,
    AgentTrace Trace,
    FinishedExecution? Execution
);

/// <summary>Why the agent did what it did.</summary>
/// <param name="Candidates">Every connector considered, best first.</param>
/// <param name="Chosen">The connector chosen; null when none fits.</param>
/// <param name="Inputs">The values collected by then.</param>
/// <param name="ExecutionId">The run; null when none.</param>
/// <param name="Answer">What was answered.</param>
public sealed record AgentTrace(
    IReadOnlyList<CandidateScore> Candidates,
    long? Chosen,
    IReadOnlyDictionary<string, string> Inputs,
    long? ExecutionId,
    string Answer
);

/// <summary>How well one connector fits.</summary>
/// <param name="Id">The connector.</param>
/// <param name="Name">Its name.</param>
/// <param name="Score">0–1, higher fits better.</param>
/// <param name="Skipped">Why it was not considered; null when it was.</param>
public sealed record CandidateScore(long Id, string Name, double Score, string? Skipped);
