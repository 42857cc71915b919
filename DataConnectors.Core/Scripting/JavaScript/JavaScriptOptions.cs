using System.ComponentModel.DataAnnotations;

namespace DataConnectors.Core.Scripting.JavaScript;

/// <summary>Settings of the section <c>Scripting</c> that concern JavaScript.</summary>
public sealed class JavaScriptOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Scripting";

    /// <summary>How many workers run at most; each takes about 80 MB. Unset: one for each processor, at least two and at most four.</summary>
    [Range(1, 64)]
    public int? MaxWorkers { get; set; }

    /// <summary>The number that counts.</summary>
    public int EffectiveMaxWorkers => MaxWorkers ?? Math.Clamp(Environment.ProcessorCount, 2, 4);
}
