using System.Text.RegularExpressions;
using DataConnectors.Core.Agent.Extracting;
using DataConnectors.Core.Agent.Language;
using DataConnectors.Core.Connectors;

namespace DataConnectors.Core.Agent.Dialogue;

/// <summary>Reads "no, I meant 1043": a value given before, put right.</summary>
internal static partial class Correction
{
    /// <summary>Whether the message begins like one; that it holds a value is not said.</summary>
    public static bool IsBegun(string message) => LeadIn().IsMatch(Words.Fold(message).Trim());

    /// <summary>The inputs whose value the message changes, with the new value; empty when it corrects nothing.</summary>
    /// <param name="message">What the person wrote.</param>
    /// <param name="inputs">The data inputs of the connector.</param>
    /// <param name="known">The values so far.</param>
    /// <param name="asked">The input that was asked for last; null for none.</param>
    /// <param name="today">The day that "tomorrow" counts from.</param>
    public static IReadOnlyDictionary<string, string> Read(
        string message,
        IReadOnlyList<DataInput> inputs,
        IReadOnlyDictionary<string, string> known,
        string? asked,
        DateOnly today
    )
    {
        var corrections = new Dictionary<string, string>(StringComparer.Ordinal);
        var given = inputs.Where(input => known.ContainsKey(input.Name)).ToList();
        if (given.Count == 0 || !(IsBegun(message) || TakesBack(message, known.Values)))
        {
            return corrections;
        }

        var rest = Rest(message, known.Values);
        if (rest.Length == 0 || AskedInput.IsNotKnown(rest) || TypedText.YesOrNo(rest) is not null)
        {
            return corrections;
        }

        foreach (
            var (name, value) in InputExtractor
                .ExtractSure(rest, given, today)
                .Concat(InputExtractor.Extract(rest, given, today))
        )
        {
            if (!Same(known[name], value))
            {
                corrections.TryAdd(name, value);
            }
        }

        if (corrections.Count > 0)
        {
            return corrections;
        }

        // A bare value: of the one asked for last, or of the only one that it could be.
        foreach (
            var input in given.OrderByDescending(input =>
                string.Equals(input.Name, asked, StringComparison.Ordinal)
            )
        )
        {
            if (
                AskedInput.Read(rest, input, today) is { } value
                && !Same(known[input.Name], value)
                && IsAlike(known[input.Name], value, Names().IsMatch(Words.Fold(message)))
            )
            {
                corrections[input.Name] = value;
                break;
            }
        }

        return corrections;
    }

    /// <summary>The message without its "no, I meant", and without the values that it takes back.</summary>
    private static string Rest(string message, IEnumerable<string> known)
    {
        var rest = LeadIn().Replace(message.Trim(), "");
        foreach (var value in known)
        {
            rest = TakenBack(value).Replace(rest, " ");
        }

        return LeadIn().Replace(rest.Trim(), "").Trim().TrimEnd('.', '!');
    }

    private static bool TakesBack(string message, IEnumerable<string> known) =>
        known.Any(value => TakenBack(value).IsMatch(message));

    // "not 1042 but"
    private static Regex TakenBack(string value) =>
        new(
            $@"[,;]?\s*\b(and\s+)?(not|instead of|rather than)\s+(the\s+)?{Regex.Escape(value)}(?!\w)(\s*,?\s*but)?",
            RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(1)
        );

    private static bool Same(string one, string other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    // "no, that is wrong" names no new city. Where the person does not say "I meant", only a value with digits for one with digits is taken.
    private static bool IsAlike(string known, string value, bool isNamed)
    {
        var hasDigits = value.Any(char.IsDigit);
        return hasDigits == known.Any(char.IsDigit)
            && (hasDigits || isNamed)
            && value.Count(char.IsWhiteSpace) <= known.Count(char.IsWhiteSpace) + 1;
    }

    [GeneratedRegex(
        @"^((no|nope|sorry|oops|ops|wait|hold on|actually|my (mistake|bad)|pardon|correction|apologies|ah|oh|hm+|er+m?|well|i mean|i meant(?! to)|i (was|am) wrong|that('s| is|’s) (wrong|not right|the wrong (one|\w+))|wrong (one|number|\w+)|not that( one)?|make (it|that)|should be|it should be|rather|instead|i('ll| will) correct that|typo)\b[\s,.!:;–-]*)+((it|that)('s|’s| is| was)\s+|for\s+)?",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex LeadIn();

    [GeneratedRegex(
        @"\b(i mean|i meant|should be|make (it|that)|correction|rather|instead|typo)\b",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Names();
}
