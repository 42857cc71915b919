using DataConnectors.Core.Execution;
using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Agent;

/// <summary>Tells of the request in the moment it leaves, so that whoever watches sees it while a slow API is still thinking.</summary>
internal sealed class ToldTransport(IConnectorTransport inner, Action<AgentEvent> tell)
    : IConnectorTransport
{
    /// <summary>Whether a request has left.</summary>
    public bool HasTold { get; private set; }

    public Task<Outcome<RawResponse, StageFailure>> SendAsync(
        GuardedRequest request,
        int responseCapBytes,
        CancellationToken deadline
    )
    {
        HasTold = true;
        tell(
            new AgentEvent.RequestRendered(
                request.Authenticated.Rendered,
                request.Authenticated.SecretHeaderNames
            )
        );
        return inner.SendAsync(request, responseCapBytes, deadline);
    }
}
