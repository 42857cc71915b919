using System.Text.Json;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Scripting;

namespace DataConnectors.Core.Execution;

/// <summary>Code to be tried on an answer.</summary>
/// <param name="ConnectorId">The connector.</param>
/// <param name="Definition">The draft, whose chosen code is run.</param>
/// <param name="Answer">The answer: the example, one from the log, or a pasted one.</param>
public sealed record CodeTest(
    long ConnectorId,
    ConnectorDefinition Definition,
    ExampleResponse Answer
);

/// <summary>What came of trying code.</summary>
/// <param name="Before">The answer as the code got it.</param>
/// <param name="Run">What it gave; null when it failed.</param>
/// <param name="Failure">Why it failed; null when it did not.</param>
public sealed record CodeTestResult(JsonElement Before, ScriptRun? Run, ScriptFailure? Failure)
{
    /// <summary>What was printed and used.</summary>
    public ScriptReport Report => Run?.Report ?? Failure?.Report ?? ScriptReport.Empty;
}
