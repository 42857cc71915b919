namespace DataConnectors.Core.Scripting;

/// <summary>What one run may use; the same for every language.</summary>
public static class ScriptLimits
{
    /// <summary>How long a run may take: 2 s, from the moment a worker has it.</summary>
    public static readonly TimeSpan Time = TimeSpan.FromSeconds(2);

    /// <summary>How much memory a run may take beyond its bare worker: 128 MiB.</summary>
    public const long MemoryBytes = 128 * 1024 * 1024;

    /// <summary>The largest result, as JSON: 1 MiB.</summary>
    public const int MaxResultBytes = 1024 * 1024;

    /// <summary>How much printed text is kept: 8,192 characters. The rest is dropped.</summary>
    public const int MaxPrintedCharacters = 8 * 1024;

    /// <summary>How deep a result may be nested: 64, as an answer.</summary>
    public const int MaxDepth = 64;
}
