using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Scripting;

/// <summary>Runs code of admins in processes of their own, never in this one.</summary>
public interface IScriptRuntime
{
    /// <summary>
    /// Why nothing can be run on this machine, as a sentence for the admin; null when code can be run. Known shortly after the start and
    /// waited for here; then answered at once.
    /// </summary>
    ValueTask<string?> FindObstacleAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Runs the script once. Nothing of an earlier run can be seen by it. Throws only <see cref="OperationCanceledException"/>, after
    /// which the run has been killed.
    /// </summary>
    Task<Outcome<ScriptRun, ScriptFailure>> RunAsync(
        Script script,
        ScriptInput input,
        CancellationToken cancellationToken
    );

    /// <summary>Compiles the code without running any of it; no diagnostics when it compiles, or when nothing can be run here.</summary>
    Task<IReadOnlyList<ScriptDiagnostic>> CheckSyntaxAsync(
        Script script,
        CancellationToken cancellationToken
    );
}

/// <summary>Runs Python.</summary>
public interface IPythonRuntime : IScriptRuntime;

/// <summary>Runs JavaScript.</summary>
public interface IJavaScriptRuntime : IScriptRuntime
{
    /// <summary>
    /// Evaluates all expressions of one run in one call. An expression sees <c>value</c> (the field's value), <c>response</c> and
    /// <c>context</c>; one that fails does not keep the others from being evaluated.
    /// </summary>
    /// <returns>A result for each of <paramref name="evaluations"/>, in their order; a failure when the worker itself gave none.</returns>
    Task<Outcome<IReadOnlyList<ExpressionResult>, ScriptFailure>> EvaluateAsync(
        long owner,
        IReadOnlyList<ExpressionEvaluation> evaluations,
        ScriptInput input,
        CancellationToken cancellationToken
    );

    /// <summary>Compiles one expression without evaluating it; no diagnostics when it compiles, or when nothing can be run here.</summary>
    Task<IReadOnlyList<ScriptDiagnostic>> CheckExpressionAsync(
        string expression,
        CancellationToken cancellationToken
    );
}
