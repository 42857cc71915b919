using DataConnectors.Client.Names;
using Refit;

namespace DataConnectors.Client.Models;

/// <summary>Which execution results are listed. What is null does not restrict.</summary>
public sealed record ExecutionResultFilter
{
    /// <summary>Only those that succeeded, or only those that did not.</summary>
    [AliasAs("success")]
    public bool? Success { get; init; }

    /// <summary>Only those that failed in this way.</summary>
    [AliasAs("error_type")]
    public ExecutionErrorType? ErrorType { get; init; }

    /// <summary>Only those since then; the server takes the last hour when null.</summary>
    [AliasAs("start_ts")]
    public DateTimeOffset? From { get; init; }

    /// <summary>Only those until then; until now when null.</summary>
    [AliasAs("end_ts")]
    public DateTimeOffset? Until { get; init; }

    /// <summary>Whether they come with the bodies of request and answer.</summary>
    [AliasAs("include_bodies")]
    public bool? IncludeBodies { get; init; }
}
