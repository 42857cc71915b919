using System.Globalization;
using System.Text.RegularExpressions;
using DataConnectors.Core.Transformation.Steps;

namespace DataConnectors.Core.Transformation.Kinds.Text;

/// <summary>
/// Regular expressions of admins, which run in the server's process. Where it is known to be quick they are matched without backtracking,
/// so that time grows with the text only; that engine looks at no deadline while it writes out counted groups such as
/// <c>((a{1,22}){1,22})</c> (7 s when tried), so that these, look-around and back-references go to the other one, whose deadline holds.
/// </summary>
internal static partial class SafeRegex
{
    /// <summary>The longest text that is searched: groups are found at up to 6 µs a character, with no deadline looked at.</summary>
    public const int LongestText = 20_000;

    private const int LongestPattern = 500;

    /// <summary>How many repetitions may be counted, all together, without backtracking.</summary>
    private const long MostCounted = 100;

    /// <summary>How long one match may take.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromMilliseconds(100);

    public static readonly Refusal TooLong = new("", "Truncate the text before it.")
    {
        Happened =
            $"searches texts of at most {LongestText.ToString(CultureInfo.InvariantCulture)} characters and met a longer one",
    };

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

        var options =
            RegexOptions.CultureInvariant
            | (ignoresCase ? RegexOptions.IgnoreCase : RegexOptions.None);
        try
        {
            return IsSimplyCounted(pattern)
                ? new Regex(pattern, options | RegexOptions.NonBacktracking, Deadline)
                : new Regex(pattern, options, Deadline);
        }
        catch (NotSupportedException)
        {
            return new Regex(pattern, options, Deadline);
        }
        catch (RegexParseException parse)
        {
            fault =
                $"The regular expression is not understood at character {parse.Offset + 1}. Write \\ before a character that is meant as itself.";
            return null;
        }
    }

    /// <summary>Whether counted repetitions are few, and none is of a group.</summary>
    private static bool IsSimplyCounted(string pattern)
    {
        var counted = 0L;
        foreach (Match braces in Braces().Matches(pattern))
        {
            var most = braces.Groups["most"] is { Length: > 0 } given
                ? given
                : braces.Groups["least"];
            var isNumber = long.TryParse(
                most.ValueSpan,
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var times
            );
            if (
                !isNumber
                || times > MostCounted
                || (braces.Index > 0 && pattern[braces.Index - 1] == ')')
            )
            {
                return false;
            }

            counted += times;
        }

        return counted <= MostCounted;
    }

    [GeneratedRegex(@"\{(?<least>\d+)(?:,(?<most>\d*))?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Braces();
}
