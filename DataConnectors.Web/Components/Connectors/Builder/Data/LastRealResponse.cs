using DataConnectors.Core.Connectors;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Logs;

namespace DataConnectors.Web.Components.Connectors.Builder.Data;

/// <summary>Reads what the API really answered last, as the log has it: secrets and redacted fields are masked.</summary>
public sealed class LastRealResponse(ListExecutionResults list, GetExecutionResult get)
{
    /// <summary>The answer of the newest run that succeeded, or why there is none.</summary>
    public async Task<Outcome<ExampleResponse, Fault>> FindAsync(
        long connectorId,
        CancellationToken cancellationToken
    )
    {
        var page = await list.RunAsync(
            new ExecutionResultFilter { ConnectorId = connectorId, IsSuccess = true },
            cursor: null,
            cancellationToken
        );
        foreach (var row in page.Items)
        {
            var record = await get.RunAsync(connectorId, row.Id, cancellationToken);
            if (record?.Answer() is { Body.Length: > 0 } answer)
            {
                return answer;
            }
        }

        return new Fault(
            FaultKind.NotFound,
            "The log has no successful run with an answer yet. Run a real call under Test connection in the API tab and keep its answer."
        );
    }
}
