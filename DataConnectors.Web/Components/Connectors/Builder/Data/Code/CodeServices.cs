using System.Data.Common;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Logs;
using DataConnectors.Web.Hosting;

namespace DataConnectors.Web.Components.Connectors.Builder.Data.Code;

/// <summary>Has code tried out and logged answers read for the teammate of this circuit.</summary>
public sealed class CodeServices(
    TestCode testCode,
    ListExecutionResults listResults,
    GetExecutionResult getResult,
    CurrentActor currentActor
)
{
    /// <summary>How many logged runs can be chosen from.</summary>
    public const int MaxAnswers = 20;

    private static readonly Fault Unreadable = new(
        FaultKind.Invalid,
        "The log could not be read just now. Try again, or paste JSON."
    );

    /// <summary>What the code modes of a connector need.</summary>
    public CodeTools For(long connectorId) =>
        new()
        {
            TestCode = async (definition, answer, cancellationToken) =>
                await testCode.RunAsync(
                    await currentActor.GetAsync(),
                    new CodeTest(connectorId, definition, answer),
                    cancellationToken
                ),
            ListAnswers = cancellationToken => ListAsync(connectorId, cancellationToken),
            LoadAnswer = (id, cancellationToken) => LoadAsync(connectorId, id, cancellationToken),
        };

    private async Task<Outcome<IReadOnlyList<LoggedAnswer>, Fault>> ListAsync(
        long connectorId,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var page = await listResults.RunAsync(
                new ExecutionResultFilter { ConnectorId = connectorId },
                cursor: null,
                cancellationToken
            );
            return page
                .Items.Take(MaxAnswers)
                .Select(row => new LoggedAnswer(
                    row.Id,
                    row.StartedAt,
                    row.HttpStatus,
                    row.IsSuccess
                ))
                .ToArray();
        }
        catch (DbException)
        {
            return Unreadable;
        }
    }

    private async Task<Outcome<ExampleResponse, Fault>> LoadAsync(
        long connectorId,
        long executionId,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var record = await getResult.RunAsync(connectorId, executionId, cancellationToken);
            if (record is null)
            {
                return new Fault(
                    FaultKind.NotFound,
                    "This run is no longer in the log. Choose another one."
                );
            }

            return record.Answer() is { } answer
                ? answer
                : new Fault(
                    FaultKind.Invalid,
                    "The API gave no answer in this run. Choose another one."
                );
        }
        catch (DbException)
        {
            return Unreadable;
        }
    }
}
