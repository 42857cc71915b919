namespace DataConnectors.Web.PublicApi.Fin;

/// <summary>Why Fin did what it did in a conversation.</summary>
/// <param name="ConversationId">The conversation: the id that a program gave it, or ours.</param>
/// <param name="Turns">Every answer of Fin, oldest first.</param>
internal sealed record FinTrace(string ConversationId, IReadOnlyList<FinTraceTurn> Turns);

/// <summary>Why Fin gave one answer.</summary>
internal sealed record FinTraceTurn
{
    /// <summary>What the person had written; null when that is not known any more.</summary>
    public required string? Question { get; init; }

    /// <summary>Every data connector considered, best first, and those that were not, with the reason.</summary>
    public required IReadOnlyList<FinTraceCandidate> Candidates { get; init; }

    /// <summary>The data connector chosen; null when none fits.</summary>
    public required string? Chosen { get; init; }

    /// <summary>The values collected by then, by the names of data inputs.</summary>
    public required IReadOnlyDictionary<string, string> Inputs { get; init; }

    /// <summary>The last run; null when none.</summary>
    public required string? ExecutionId { get; init; }

    /// <summary>What Fin answered; plain text.</summary>
    public required string Answer { get; init; }

    /// <summary>The runs, in order.</summary>
    public required IReadOnlyList<FinTraceStep> Steps { get; init; }

    /// <summary>The article that fitted best; null when none did.</summary>
    public required FinTraceContent? Content { get; init; }

    /// <summary>Why it went this way, in sentences, in order.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Who answered: the deterministic agent, or the name of a language model; null when that is not known.</summary>
    public required string? AnsweredBy { get; init; }

    /// <summary>When Fin answered.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A data connector that Fin considered.</summary>
internal sealed record FinTraceCandidate
{
    /// <summary>The data connector.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>0 to 1; the higher, the better it fits.</summary>
    public required double Score { get; init; }

    /// <summary>Why it was not considered; null when it was.</summary>
    public required string? Skipped { get; init; }
}

/// <summary>A run of a turn.</summary>
internal sealed record FinTraceStep
{
    /// <summary>The data connector.</summary>
    public required string DataConnectorId { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The values it ran with.</summary>
    public required IReadOnlyDictionary<string, string> Inputs { get; init; }

    /// <summary>The execution result.</summary>
    public required string ExecutionId { get; init; }

    /// <summary>Whether it succeeded.</summary>
    public required bool Success { get; init; }

    /// <summary>Whether the answer uses its data.</summary>
    public required bool UsedInReply { get; init; }
}

/// <summary>The article that fitted a message best.</summary>
internal sealed record FinTraceContent
{
    /// <summary>The article.</summary>
    public required string Id { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>0 to 1, comparable with the scores of data connectors.</summary>
    public required double Score { get; init; }

    /// <summary>Whether the answer was taken from it.</summary>
    public required bool UsedInReply { get; init; }
}
