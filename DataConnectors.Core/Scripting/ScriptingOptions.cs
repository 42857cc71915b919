using System.ComponentModel.DataAnnotations;

namespace DataConnectors.Core.Scripting;

/// <summary>How code of admins is run. Section <c>Scripting</c> of the configuration.</summary>
public sealed class ScriptingOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string Section = "Scripting";

    /// <summary>
    /// The Python to use, 3.9 or later: a path or a name on <c>PATH</c>. Empty (the default) takes the first <c>python3</c> on
    /// <c>PATH</c> that is new enough, then <c>/usr/bin/python3</c>.
    /// </summary>
    public string Python { get; init; } = "";

    /// <summary>
    /// Worker processes per language: 2–32. 0 (the default) is, for Python, two per core between 2 and 8, of 10 MB each; for JavaScript one per
    /// core between 2 and 4, of 80 MB each.
    /// </summary>
    [Range(
        0,
        32,
        ErrorMessage = "Scripting:MaxWorkers must be between 2 and 32, or 0 for two per core."
    )]
    public int MaxWorkers { get; init; }

    /// <summary><see cref="MaxWorkers"/> for Python.</summary>
    internal int PythonWorkers =>
        MaxWorkers == 0
            ? Math.Clamp(2 * Environment.ProcessorCount, 2, 8)
            : Math.Max(MaxWorkers, 2);

    /// <summary><see cref="MaxWorkers"/> for JavaScript.</summary>
    internal int JavaScriptWorkers =>
        MaxWorkers == 0 ? Math.Clamp(Environment.ProcessorCount, 2, 4) : Math.Max(MaxWorkers, 2);
}
