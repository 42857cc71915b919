using DataConnectors.Core.Connectors;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Kernel;

namespace DataConnectors.Web.Components.Connectors.Builder.Data.Code;

/// <summary>What the code modes of one connector can have done for them, so that their panels need no services.</summary>
public sealed record CodeTools
{
    /// <summary>Runs the definition's code on an answer.</summary>
    public required Func<
        ConnectorDefinition,
        ExampleResponse,
        CancellationToken,
        Task<Outcome<CodeTestResult, Fault>>
    > TestCode { get; init; }

    /// <summary>The latest logged runs, newest first.</summary>
    public required Func<
        CancellationToken,
        Task<Outcome<IReadOnlyList<LoggedAnswer>, Fault>>
    > ListAnswers { get; init; }

    /// <summary>The answer of one logged run.</summary>
    public required Func<
        long,
        CancellationToken,
        Task<Outcome<ExampleResponse, Fault>>
    > LoadAnswer { get; init; }
}

/// <summary>A logged run whose answer code can be tried on.</summary>
/// <param name="Id">The execution.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="Status">The HTTP status; null when there was no answer.</param>
/// <param name="IsSuccess">Whether it completed.</param>
public sealed record LoggedAnswer(long Id, DateTimeOffset StartedAt, int? Status, bool IsSuccess);
