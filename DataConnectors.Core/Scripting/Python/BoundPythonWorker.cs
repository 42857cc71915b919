namespace DataConnectors.Core.Scripting.Python;

/// <summary>A worker that runs one script only.</summary>
/// <param name="Worker">The worker.</param>
/// <param name="Fault">Why the script does not compile; null when it does.</param>
internal sealed record BoundPythonWorker(PythonWorker Worker, ScriptDiagnostic? Fault) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => Worker.Dispose();
}
