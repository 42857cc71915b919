using System.Text.Json;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Execution.Stages;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Scripting;
using DataConnectors.Core.Transformation;

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

/// <summary>Runs the code of a draft on an answer, where live runs do, and calls nothing.</summary>
public sealed class TestCode
{
    private readonly CodeTransformer code;

    private readonly TimeProvider clock;

    internal TestCode(CodeTransformer code, TimeProvider clock)
    {
        this.code = code;
        this.clock = clock;
    }

    /// <summary>
    /// What the code gave, or why this teammate may not try it or the answer cannot be read (at <c>answer</c>). Inputs have their example
    /// values.
    /// </summary>
    public async Task<Outcome<CodeTestResult, Fault>> RunAsync(
        Actor actor,
        CodeTest test,
        CancellationToken cancellationToken
    )
    {
        if (!actor.CanAccessDeveloperHub)
        {
            return Fault.Forbidden();
        }

        var response = RawResponse.Of(test.Answer);
        if (
            !ResponseParser
                .Parse(response.Body, response.ContentType)
                .TryGet(out var parsed, out var unreadable)
        )
        {
            return Fault.Invalid("answer", unreadable.Message);
        }

        var run = await code.TransformAsync(
            ExecutionSubject.Of(test.ConnectorId, test.Definition, clock),
            parsed.Root,
            ScriptContext.Of(response, test.Definition, new ExampleInputs(test.Definition)),
            cancellationToken
        );
        return run.TryGet(out var ran, out var failure)
            ? new CodeTestResult(parsed.Root, ran, Failure: null)
            : new CodeTestResult(parsed.Root, Run: null, failure);
    }
}
