using System.Text.Json;

namespace DataConnectors.Core.Scripting;

/// <summary>What a script gave.</summary>
/// <param name="Result">The value it returned; it owns its memory. Whole numbers keep all their digits.</param>
/// <param name="Report">What it printed and used.</param>
public sealed record ScriptRun(JsonElement Result, ScriptReport Report);

/// <summary>What a run printed and used, for the test panel.</summary>
/// <param name="Printed">Printed text, at most <see cref="ScriptLimits.MaxPrintedCharacters"/>.</param>
/// <param name="IsPrintedTruncated">Whether more was printed than is kept.</param>
/// <param name="Duration">The function's own time.</param>
/// <param name="PeakMemoryBytes">The most memory the run took beyond the bare worker; null where it could not be measured.</param>
public sealed record ScriptReport(
    string Printed,
    bool IsPrintedTruncated,
    TimeSpan Duration,
    long? PeakMemoryBytes
)
{
    /// <summary>Nothing printed, nothing measured: the run never began.</summary>
    public static ScriptReport Empty { get; } = new("", false, TimeSpan.Zero, null);
}
