using DataConnectors.Core.Connectors;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Transformation;

namespace DataConnectors.Core.Execution;

/// <summary>What one pass through the pipeline did.</summary>
public sealed record ExecutionResult
{
    /// <summary>The id of the execution, also that of its record.</summary>
    public required long Id { get; init; }

    /// <summary>The connector.</summary>
    public required long ConnectorId { get; init; }

    /// <summary>The connector's name at that time.</summary>
    public required string ConnectorName { get; init; }

    /// <summary>The version that ran; null for a draft.</summary>
    public int? VersionNumber { get; init; }

    /// <summary>What started it.</summary>
    public required ExecutionSource Source { get; init; }

    /// <summary>The person it ran for.</summary>
    public long? PersonId { get; init; }

    /// <summary>The conversation it ran in.</summary>
    public long? ConversationId { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>From begin to end, without recording.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>How long the API took; null when nothing was sent.</summary>
    public TimeSpan? HttpDuration { get; init; }

    /// <summary>Why it failed; null when it completed with a 2xx answer, or with a status that the definition expects.</summary>
    public StageFailure? Failure { get; init; }

    /// <summary>Whether it completed and the API answered 2xx, or a status that the definition expects.</summary>
    public bool IsSuccess => Failure is null;

    /// <summary>The method of the call, also of one that could not be rendered.</summary>
    public RequestMethod Method { get; init; }

    /// <summary>The values the request was rendered with; null when resolving failed.</summary>
    public ResolvedInputs? Inputs { get; init; }

    /// <summary>The request without its secrets; null when rendering failed.</summary>
    public RenderedRequest? Request { get; init; }

    /// <summary>Names of the headers that tokens added; their values are known to the transport only.</summary>
    public IReadOnlyList<string> SecretHeaderNames { get; init; } = [];

    /// <summary>The answer; null when there was none.</summary>
    public RawResponse? Response { get; init; }

    /// <summary>What Fin may see of it; null when there is no answer of an expected status or it could not be shaped.</summary>
    public ShapedResponse? Shaped { get; init; }

    /// <summary>The fields of the answer whose values are never stored.</summary>
    public IReadOnlyList<FieldPath> RedactedFields { get; init; } = [];

    /// <summary>Where values of those fields stand in <see cref="Shaped"/> beside their own paths: renamed, or inside what was computed.</summary>
    public IReadOnlyList<FieldPath> RedactedOutput { get; init; } = [];

    /// <summary>
    /// What did not go as the definition says and did not end the run: a value that could not be transformed or stored, by place in the
    /// definition. Messages never quote the answer.
    /// </summary>
    public IReadOnlyList<Problem> Findings { get; init; } = [];

    /// <summary>The changes to people, conversations and custom objects that the answer asks for.</summary>
    public IReadOnlyList<ObjectChange> Changes { get; init; } = [];

    /// <summary>Those of <see cref="Changes"/> to commit with the record.</summary>
    public IReadOnlyList<ObjectChange> AcceptedChanges { get; init; } = [];

    /// <summary>What each stage did.</summary>
    public required IReadOnlyList<TraceStep> Trace { get; init; }
}

/// <summary>A finished execution and the promise that it is recorded.</summary>
/// <param name="Result">What it did.</param>
/// <param name="Recording">
/// Ends when every observer is done with it: true when all have durably taken note, false when one could not, as where the database
/// refuses the record. Already true for previews and tests, which nobody notes. Never faults.
/// </param>
public sealed record FinishedExecution(ExecutionResult Result, Task<bool> Recording);
