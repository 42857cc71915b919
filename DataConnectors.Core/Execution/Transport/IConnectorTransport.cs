using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Execution;

/// <summary>Takes a guarded request to an answer. The only fork between preview and the real thing.</summary>
public interface IConnectorTransport
{
    /// <summary>
    /// The answer, whatever its status; or a failure of the connection. <paramref name="responseCapBytes"/> bounds what is read,
    /// after decompression; <paramref name="deadline"/> is the execution's one deadline, and its end is for the executor to name.
    /// </summary>
    Task<Outcome<RawResponse, StageFailure>> SendAsync(
        GuardedRequest request,
        int responseCapBytes,
        CancellationToken deadline
    );
}
