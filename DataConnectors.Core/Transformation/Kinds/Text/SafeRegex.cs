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
    /// <summary>How many parts an expression may have; twice as many take four times as long.</summary>
    private const long MostParts = 500;

    private const int LongestPattern = 500;

    /// <summary>How long one match may take.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromMilliseconds(100);

    /// <summary>The longest text that is searched: groups are found at up to 6 µs a character, and no deadline is looked at meanwhile.</summary>
    public const int LongestText = 20_000;

    public static readonly Refusal TooLong = new("", "Truncate the text before it.")
    {
        Happened = $"searches texts of at most {LongestText} characters and met a longer one",
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

        if (Size(pattern) > MostParts)
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

    /// <summary>How many parts an expression has once its counted repetitions are written out, roughly.</summary>
    private static long Size(string pattern)
    {
        var outer = new Stack<long>();
        var (size, last) = (0L, 0L);
        for (var i = 0; i < pattern.Length && size <= MostParts; i++)
        {
            switch (pattern[i])
            {
                case '(':
                    outer.Push(size);
                    (size, last) = (0, 0);
                    break;
                case ')' when outer.Count > 0:
                    (size, last) = (size + outer.Pop(), size);
                    break;
                case '{'
                    when Braces().Match(pattern, i) is { Success: true } braces
                        && braces.Index == i:
                    var times = Times(braces);
                    size += last * (times - 1);
                    last *= times;
                    i += braces.Length - 1;
                    break;
                case '[':
                    i = EndOfClass(pattern, i);
                    (size, last) = (size + 1, 1);
                    break;
                default:
                    i += pattern[i] == '\\' ? 1 : 0;
                    (size, last) = (size + 1, 1);
                    break;
            }
        }

        return size + outer.Sum();
    }

    private static long Times(Match braces)
    {
        var most = braces.Groups["most"] is { Length: > 0 } given ? given : braces.Groups["least"];
        return long.TryParse(
            most.ValueSpan,
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var times
        )
            ? Math.Clamp(times, 1, MostParts + 1)
            : MostParts + 1;
    }

    private static int EndOfClass(string pattern, int start)
    {
        // A bracket that stands first is one of the characters.
        for (var i = start + 2; i < pattern.Length; i++)
        {
            if (pattern[i] == ']')
            {
                return i;
            }

            i += pattern[i] == '\\' ? 1 : 0;
        }

        return pattern.Length;
    }

    [GeneratedRegex(@"\{(?<least>\d+)(?:,(?<most>\d*))?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Braces();
}
