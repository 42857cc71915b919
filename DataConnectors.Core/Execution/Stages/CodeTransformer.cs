using System.Text.Json;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Scripting;

namespace DataConnectors.Core.Execution.Stages;

/// <summary>Hands an answer to the code of a definition, which runs in a process of its own.</summary>
internal sealed class CodeTransformer(IPythonRuntime python, IJavaScriptRuntime javaScript)
{
    /// <summary>The member of the definition that holds the code of a transformation; null for the table, which has none.</summary>
    public static string? PathOf(ResponseTransformation transformation) =>
        transformation switch
        {
            ResponseTransformation.Python => "pythonCode",
            ResponseTransformation.JavaScript => "javaScriptCode",
            _ => null,
        };

    /// <summary>What the chosen code gives.</summary>
    public Task<Outcome<ScriptRun, ScriptFailure>> TransformAsync(
        ExecutionSubject subject,
        JsonElement response,
        ReadOnlyMemory<byte> context,
        CancellationToken cancellationToken
    )
    {
        var definition = subject.Definition;
        var input = new ScriptInput(response, context);
        return definition.ResponseTransformation == ResponseTransformation.Python
            ? python.RunAsync(
                new Script(subject.ConnectorId, definition.PythonCode),
                input,
                cancellationToken
            )
            : javaScript.RunAsync(
                new Script(subject.ConnectorId, definition.JavaScriptCode),
                input,
                cancellationToken
            );
    }

    /// <summary>The values of all expressions of a run, evaluated in one call.</summary>
    public Task<Outcome<IReadOnlyList<ExpressionResult>, ScriptFailure>> EvaluateAsync(
        ExecutionSubject subject,
        IReadOnlyList<ExpressionEvaluation> expressions,
        JsonElement response,
        ReadOnlyMemory<byte> context,
        CancellationToken cancellationToken
    ) =>
        javaScript.EvaluateAsync(
            subject.ConnectorId,
            expressions,
            new ScriptInput(response, context),
            cancellationToken
        );
}
