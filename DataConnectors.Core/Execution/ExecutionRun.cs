using System.Diagnostics.CodeAnalysis;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.CustomObjects;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Transformation;

namespace DataConnectors.Core.Execution;

/// <summary>The notes of one pass: what each stage gave, how long it took, and where it ended.</summary>
internal sealed class ExecutionRun(
    ExecutionRequest request,
    CompiledConnector connector,
    long id,
    TimeProvider clock
)
{
    private readonly List<TraceStep> trace = new(capacity: 8);
    private readonly DateTimeOffset startedAt = clock.GetUtcNow();
    private readonly long begin = clock.GetTimestamp();
    private long mark = clock.GetTimestamp();
    private TimeSpan? httpDuration;

    /// <summary>The definition with its templates parsed.</summary>
    public CompiledConnector Connector { get; } = connector;

    /// <summary>What mappings may write.</summary>
    public ObjectSchema Objects { get; set; } = ObjectSchema.Empty;

    public StageFailure? Failure { get; private set; }

    public ResolvedInputs? Inputs { get; set; }

    public AuthenticatedRequest? Authenticated { get; set; }

    public RenderedRequest? Rendered { get; set; }

    public RawResponse? Response { get; set; }

    public ShapedResponse? Shaped { get; set; }

    public MappedObjects Mapped { get; set; } = MappedObjects.None;

    public IReadOnlyList<ObjectChange> AcceptedChanges { get; set; } = [];

    /// <summary>Notes the end of a stage. False when the run ends here.</summary>
    public bool Take<T>(
        Stage stage,
        Outcome<T, StageFailure> outcome,
        string detail,
        [MaybeNullWhen(false)] out T value
    )
    {
        var now = clock.GetTimestamp();
        var duration = clock.GetElapsedTime(mark, now);
        mark = now;
        if (stage == Stage.Send)
        {
            httpDuration = duration;
        }

        if (outcome.TryGet(out value, out var failure))
        {
            trace.Add(new TraceStep(stage, duration, detail));
            return true;
        }

        Failure = failure;
        trace.Add(new TraceStep(stage, duration, failure.Message, IsFailure: true));
        return false;
    }

    public ExecutionResult ToResult() =>
        new()
        {
            Id = id,
            ConnectorId = request.ConnectorId,
            ConnectorName = request.Definition.Name,
            VersionNumber = request.VersionNumber,
            Source = request.Source,
            PersonId = request.Person?.Id,
            ConversationId = request.Conversation?.Id,
            StartedAt = startedAt,
            Duration = clock.GetElapsedTime(begin, mark),
            HttpDuration = httpDuration,
            Failure = Failure,
            Method = request.Definition.Method,
            Inputs = Inputs,
            Request = Rendered,
            SecretHeaderNames = Authenticated is { SecretHeaders.Count: > 0 } authenticated
                ? [.. authenticated.SecretHeaders.Select(header => header.Name)]
                : [],
            Response = Response,
            Shaped = Shaped,
            RedactedFields = Connector.RedactedPaths,
            RedactedOutput = Connector.RedactedOutput,
            Changes = Mapped.Changes,
            Findings = [.. Inputs?.Findings ?? [], .. Shaped?.Findings ?? [], .. Mapped.Findings],
            AcceptedChanges = AcceptedChanges,
            Trace = trace,
        };
}
