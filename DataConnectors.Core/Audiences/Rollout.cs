using System.Runtime.InteropServices;

namespace DataConnectors.Core.Audiences;

/// <summary>
/// A share of people. Each person has a place from 0 to 99, and those below <paramref name="Percent"/> are in. The place is a hash of the
/// person's id and <paramref name="Salt"/>: the same in every process, after every restart and in every version of a connector, so that a
/// greater share only adds people; and another for another connector, so that it is not always the same people who try what is new.
/// </summary>
/// <param name="Percent">1–100.</param>
/// <param name="Salt">The id of what is rolled out.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Rollout(int Percent, long Salt)
{
    /// <summary>Everybody.</summary>
    public const int Whole = 100;

    /// <summary>Whether a person is in.</summary>
    public bool Includes(long personId) => Percent >= Whole || PlaceOf(personId) < Percent;

    private int PlaceOf(long personId)
    {
        // Never change this: whoever is in today would be out tomorrow.
        var hash = Mixed((ulong)personId ^ Mixed((ulong)Salt));
        return (int)Math.BigMul(hash, (ulong)Whole, out _);
    }

    /// <summary>The finalizer of SplitMix64: every bit of the result depends on every bit of the value.</summary>
    private static ulong Mixed(ulong value)
    {
        unchecked
        {
            value += 0x9E3779B97F4A7C15;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
