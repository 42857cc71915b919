namespace DataConnectors.Core.Agent;

/// <summary>Why the agent did what it did.</summary>
/// <param name="Candidates">Every connector considered, best first.</param>
/// <param name="Chosen">The connector chosen; null when none fits.</param>
/// <param name="Inputs">The values collected by then.</param>
/// <param name="ExecutionId">The last run; null when none.</param>
/// <param name="Answer">What was answered.</param>
public sealed record AgentTrace(
    IReadOnlyList<CandidateScore> Candidates,
    long? Chosen,
    IReadOnlyDictionary<string, string> Inputs,
    long? ExecutionId,
    string Answer
)
{
    /// <summary>Why it went this way, in sentences for teammates, in order; such as why the data of a call were not used.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The runs, in order; more than one where a result gave the next one's input.</summary>
    public IReadOnlyList<TraceStep> Steps { get; init; } = [];

    /// <summary>The article that fitted best; null when none did.</summary>
    public TraceContent? Content { get; init; }

    /// <summary>Who answered: the deterministic agent, or the name of a language model.</summary>
    public string? AnsweredBy { get; init; }
}

/// <summary>How well one connector fits.</summary>
/// <param name="Id">The connector.</param>
/// <param name="Name">Its name.</param>
/// <param name="Score">0–1, higher fits better.</param>
/// <param name="Skipped">Why it was not considered; null when it was.</param>
public sealed record CandidateScore(long Id, string Name, double Score, string? Skipped);

/// <summary>One run of a turn.</summary>
/// <param name="ConnectorId">The connector.</param>
/// <param name="Name">Its name.</param>
/// <param name="Inputs">The values it ran with.</param>
/// <param name="ExecutionId">The row of the log.</param>
/// <param name="IsSuccess">Whether it succeeded.</param>
/// <param name="IsUsedInReply">Whether the answer uses its data.</param>
public sealed record TraceStep(
    long ConnectorId,
    string Name,
    IReadOnlyDictionary<string, string> Inputs,
    long ExecutionId,
    bool IsSuccess,
    bool IsUsedInReply
);

/// <summary>The article that fitted a message best.</summary>
/// <param name="Id">The article.</param>
/// <param name="Title">Its title.</param>
/// <param name="Score">0–1, comparable with the connectors' scores.</param>
/// <param name="IsUsedInReply">Whether the answer was taken from it.</param>
public sealed record TraceContent(long Id, string Title, double Score, bool IsUsedInReply);
