using DataConnectors.Core.Connectors;
using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Execution.Transport;

/// <summary>Answers from the stored example. Opens no socket.</summary>
internal sealed class ExampleTransport(ExampleResponse? example) : IConnectorTransport
{
    public Task<Outcome<RawResponse, StageFailure>> SendAsync(
        GuardedRequest request,
        int responseCapBytes,
        CancellationToken deadline
    ) => Task.FromResult(Answer(responseCapBytes));

    private Outcome<RawResponse, StageFailure> Answer(int responseCapBytes)
    {
        if (example is null)
        {
            return new StageFailure(
                ErrorType.RequestConfiguration,
                "There is no example response yet. Paste one in the API tab, or keep the answer of a real call as the example.",
                "exampleResponse"
            );
        }

        var response = RawResponse.Of(example);
        return response.Body.Length > responseCapBytes
            ? new StageFailure(
                ErrorType.Connection,
                $"The example response is larger than the response cap of {responseCapBytes:N0} bytes.",
                "exampleResponse"
            )
            : response;
    }
}
