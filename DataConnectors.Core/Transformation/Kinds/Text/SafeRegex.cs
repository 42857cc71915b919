using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using DataConnectors.Core.Transformation.Steps;

namespace DataConnectors.Core.Transformation.Kinds.Text;

/// <summary>
/// Regular expressions of admins, which run in the server's process: matched without backtracking, so that time grows with the text
/// only, small enough to be prepared at once, and stopped at a deadline all the same.
/// </summary>
internal static partial class SafeRegex
{
    /// <summary>How many states repetitions such as <c>{100}</c> may make of an expression, roughly.</summary>
    private const long MostRepeated = 2_000;

    private const int LongestPattern = 500;

    /// <summary>How long one match may take.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromMilliseconds(100);

    public static readonly Refusal TooSlow = new(
        "",
        "Use a simpler expression, or truncate the text before it."
    )
    {
        Happened = "took too long",
    };

    /// <summary>Prepares an expression; null with the reason when it is not one that can be used.</summary>
    public static Regex? Compile(string pattern, bool ignoresCase, out string fault)
    {
        fault = "";
        if (pattern.Length > LongestPattern)
        {
            fault =
                $"The regular expression has {pattern.Length} characters; at most {LongestPattern} are allowed.";
            return null;
        }

        if (Repeated(pattern) > MostRepeated)
        {
            fault = "The regular expression repeats too much; use smaller numbers in braces.";
            return null;
        }

        try
        {
            return new Regex(
                pattern,
                RegexOptions.NonBacktracking
                    | RegexOptions.CultureInvariant
                    | (ignoresCase ? RegexOptions.IgnoreCase : RegexOptions.None),
                Deadline
            );
        }
        catch (RegexParseException parse)
        {
            fault =
                $"The regular expression is not understood at character {parse.Offset + 1}. Write \\ before a character that is meant as itself.";
        }
        catch (Exception unsupported)
            when (unsupported is NotSupportedException or ArgumentException)
        {
            fault =
                "The regular expression uses look-around, back-references or atomic groups, which are not available. Match more and take a group of it.";
        }

        return null;
    }

    /// <summary>The length times every number in braces: an upper bound, since repetitions may be nested.</summary>
    private static long Repeated(string pattern)
    {
        var product = 1L;
        foreach (Match braces in Braces().Matches(pattern))
        {
            var most = braces.Groups["most"] is { Length: > 0 } given
                ? given
                : braces.Groups["least"];
            if (
                !long.TryParse(
                    most.ValueSpan,
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var times
                )
            )
            {
                return long.MaxValue;
            }

            product *= Math.Clamp(times, 1, MostRepeated + 1);
            if (product > MostRepeated)
            {
                return product;
            }
        }

        return product;
    }

    [GeneratedRegex(@"\{(?<least>\d+)(?:,(?<most>\d*))?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Braces();
}
