using DataConnectors.Core.Connectors;

namespace DataConnectors.Core.Agent.Extracting;

/// <summary>A value that a piece of a message may give to an input.</summary>
/// <param name="Start">Where the piece begins.</param>
/// <param name="End">Where it ends; at <paramref name="Start"/> when the value claims no piece for itself.</param>
/// <param name="Value">The value in the form of the input's type.</param>
/// <param name="Score">How well it fits; see <see cref="Sureness"/>.</param>
internal readonly record struct Proposal(int Start, int End, string Value, double Score)
{
    /// <summary>Whether both stand on a common character.</summary>
    public bool Overlaps(Proposal other) => Start < other.End && other.Start < End;
}

/// <summary>How sure a value must be.</summary>
internal static class Sureness
{
    /// <summary>Enough for an input that a run needs: Fin asks for it otherwise, and repeats it back.</summary>
    public const double ForRequired = 3;

    /// <summary>Enough for an input that a run can do without.</summary>
    public const double ForOptional = 5;

    /// <summary>Sure enough to replace what was collected before.</summary>
    public const double ForCorrection = 6;

    /// <summary>The least score that an input takes.</summary>
    public static double Least(DataInput input) => input.IsRequired ? ForRequired : ForOptional;
}
