using DataConnectors.Core.Execution;

namespace DataConnectors.Core.Logs;

/// <summary>Which execution results of one connector are wanted. A null member restricts nothing.</summary>
public sealed record ExecutionResultFilter
{
    /// <summary>The connector.</summary>
    public required long ConnectorId { get; init; }

    /// <summary>True for successes only, false for failures only.</summary>
    public bool? IsSuccess { get; init; }

    /// <summary>A wire name such as <c>faraday_error</c>.</summary>
    public string? ErrorType { get; init; }

    /// <summary>A wire name such as <c>fin</c>.</summary>
    public string? Source { get; init; }

    /// <summary>Begun at or after this instant.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Begun before this instant.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>The execution with this id.</summary>
    public long? Id { get; init; }

    /// <summary>Whether a list with this filter would show the execution.</summary>
    internal bool Matches(ExecutionResult result) =>
        result.ConnectorId == ConnectorId
        && (IsSuccess is null || result.IsSuccess == IsSuccess)
        && (ErrorType is null || result.Failure?.Type.ToWire() == ErrorType)
        && (Source is null || result.Source.ToWire() == Source)
        && (From is null || result.StartedAt >= From)
        && (To is null || result.StartedAt < To)
        && (Id is null || result.Id == Id);

    internal IQueryable<ExecutionRecord> Apply(IQueryable<ExecutionRecord> records)
    {
        records = records.Where(record => record.ConnectorId == ConnectorId);
        if (IsSuccess is { } isSuccess)
        {
            records = records.Where(record => record.IsSuccess == isSuccess);
        }

        if (ErrorType is { } errorType)
        {
            records = records.Where(record => record.ErrorType == errorType);
        }

        if (Source is { } source)
        {
            records = records.Where(record => record.Source == source);
        }

        if (From is { } from)
        {
            records = records.Where(record => record.StartedAt >= from);
        }

        if (To is { } to)
        {
            records = records.Where(record => record.StartedAt < to);
        }

        return Id is { } id ? records.Where(record => record.Id == id) : records;
    }
}
