using System.Text.Json;
using System.Text.Json.Serialization;

namespace DataConnectors.Core.Scripting.Python;

/// <summary>What a worker says of the script it was bound to.</summary>
/// <param name="IsReused">Whether its runs may share a process, since none can leave anything behind.</param>
/// <param name="Diagnostics">Why it does not compile; null when it does.</param>
internal sealed record PythonBinding(
    [property: JsonPropertyName("is_reused")] bool IsReused,
    [property: JsonPropertyName("diagnostics")] JsonElement[]? Diagnostics
);

/// <summary>A worker that runs one script only.</summary>
internal sealed record BoundPythonWorker(PythonWorker Worker, PythonBinding Binding) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => Worker.Dispose();
}
