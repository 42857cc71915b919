namespace DataConnectors.Core.Execution;

/// <summary>The one way in which a connector runs: previews, tests and live runs alike.</summary>
public sealed class ConnectorExecutor
{
    /// <summary>Runs all nine stages. Never throws for an expected failure.</summary>
    public Task<FinishedExecution> ExecuteAsync(
        ExecutionRequest request,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    /// <summary>Runs the stages before sending and stops: what would be sent, and nothing is.</summary>
    public Task<ExecutionResult> PrepareAsync(
        ExecutionRequest request,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();
}

/// <summary>Writes a request as the bytes that go over an HTTP/1.1 connection, secrets masked.</summary>
public static class WireFormat
{
    /// <summary>The request line, headers and body, with <c>****</c> for the value of every secret header.</summary>
    public static string Describe(
        RenderedRequest request,
        IReadOnlyList<string> secretHeaderNames
    ) => throw new NotSupportedException();
}
