using System.Text.Json.Serialization;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Content;
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

    /// <summary>The help articles, which compete with the connectors.</summary>
    public IReadOnlyList<ArticleText> Articles { get; init; } = [];

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

    /// <summary>What was said before the message, oldest first; the latest of it where there is much.</summary>
    public IReadOnlyList<SaidBefore> History { get; init; } = [];

    /// <summary>Told of each step as it happens; called on the agent's thread, must not block.</summary>
    public Action<AgentEvent> OnEvent { get; init; } = static _ => { };
}

/// <summary>A message of the conversation so far.</summary>
/// <param name="IsByPerson">Whether the person wrote it; otherwise Fin or a teammate did.</param>
/// <param name="Text">Plain text.</param>
public sealed record SaidBefore(bool IsByPerson, string Text);

/// <summary>What the agent is in the middle of: a connector whose inputs it collects, or whose answer may still be corrected.</summary>
/// <param name="ConnectorId">The connector it chose; 0 when it chose none and offered the team.</param>
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
)
{
    /// <summary>What the next message is read as, unless it is a request of its own.</summary>
    public AgentStage Stage { get; init; }

    /// <summary>Inputs of <see cref="CollectedInputs"/> that another connector's answer gave, so that they follow when the person corrects it.</summary>
    public IReadOnlyList<string> ChainedInputs { get; init; } = [];
}

/// <summary>Where the agent stands between two messages.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AgentStage>))]
public enum AgentStage
{
    /// <summary>It asked for a value or for consent.</summary>
    Collecting,

    /// <summary>It answered: the person may correct a value, or say whether it helped.</summary>
    Answered,

    /// <summary>It offered to hand the conversation to the team; no connector need be named.</summary>
    OfferedTeam,
}
