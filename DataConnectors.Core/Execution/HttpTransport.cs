using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Execution;

/// <summary>Sends the request over the network, through the guarded handler.</summary>
public sealed class HttpTransport : IConnectorTransport
{
    /// <inheritdoc/>
    public Task<Outcome<RawResponse, StageFailure>> SendAsync(
        GuardedRequest request,
        int responseCapBytes,
        CancellationToken deadline
    ) => throw new NotSupportedException();
}
