using System.Globalization;
using System.Text.RegularExpressions;

namespace DataConnectors.Core.Agent.Extracting;

/// <summary>Finds numbers in a message: figures, words, multiples ("10k"), percentages, money and their units.</summary>
internal static partial class NumberSpans
{
    /// <summary>The numbers that stand outside of <paramref name="taken"/>.</summary>
    public static IEnumerable<ValueSpan> Find(
        string message,
        string folded,
        IReadOnlyList<MessageToken> tokens,
        IReadOnlyList<ValueSpan> taken
    )
    {
        foreach (Match match in Figures().Matches(message))
        {
            if (
                !taken.Any(span =>
                    span.Start < match.Index + match.Length && match.Index < span.End
                ) && OfFigures(message, folded, match) is { } span
            )
            {
                yield return span;
            }
        }

        foreach (var (from, to, value, isOrdinal, isWeak) in NumberWords.Find(tokens))
        {
            var start = tokens[from].Start;
            var end = tokens[to - 1].End;
            if (
                taken.Any(span => span.Start < end && start < span.End)
                || (from > 0 && tokens[from - 1].IsNumber)
                || IsOfName(tokens, from, to)
            )
            {
                continue;
            }

            yield return Around(
                message,
                folded,
                start,
                end,
                new SpokenNumber(value.ToString(CultureInfo.InvariantCulture), value)
                {
                    IsOrdinal = isOrdinal,
                    IsWeak = isWeak,
                    IsSpelled = true,
                }
            );
        }
    }

    // "BBC One", "Five Guys"
    private static bool IsOfName(IReadOnlyList<MessageToken> tokens, int from, int to) =>
        from > 0
        && tokens[from].IsCapital
        && !tokens[from - 1].IsSign
        && (tokens[from - 1].IsCapital || (to < tokens.Count && tokens[to].IsCapital));

    private static ValueSpan? OfFigures(string message, string folded, Match match)
    {
        var start = match.Index;
        var end = match.Index + match.Length;
        var hasSign = match.Groups["sign"].Success && !IsRange(message, match.Groups["sign"].Index);
        if (match.Groups["sign"].Success && !hasSign)
        {
            start = match.Groups["n"].Index;
        }

        var text = InFigures(match.Groups["n"].Value);
        if (
            !decimal.TryParse(
                text,
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var value
            )
        )
        {
            return null;
        }

        if (match.Groups["cur"].Success && !hasSign)
        {
            // The sign stands for the currency, which may be another input's.
            start = match.Groups["n"].Index;
        }

        var isOrdinal = false;
        var tail = Tail().Match(message, end).Value;
        var isMoneySign =
            match.Groups["cur"].Success
            || (start > 0 && message[start - 1] is '$' or '€' or '£' or '¥' or '₹');
        switch (tail.ToLowerInvariant())
        {
            case "":
                break;
            case "st" or "nd" or "rd" or "th":
                isOrdinal = true;
                end += tail.Length;
                break;
            case "x":
                break;
            case "k":
                value *= 1000;
                end += tail.Length;
                text = Written(value);
                break;
            case "m" or "mn" or "mio" when isMoneySign || tail is "M":
                value *= 1_000_000;
                end += tail.Length;
                text = Written(value);
                break;
            case "b" or "bn" when isMoneySign:
                value *= 1_000_000_000;
                end += tail.Length;
                text = Written(value);
                break;
            default:
                if (MeasureUnits.At(folded, end) is null)
                {
                    return null;
                }

                break;
        }

        var scaled = Scale().Match(message, end);
        if (scaled.Success && scaled.Index == end)
        {
            value *= NumberWords.ScaleOf(scaled.Groups["w"].Value.ToLowerInvariant()) ?? 1;
            end += scaled.Length;
            text = Written(value);
        }

        if (hasSign)
        {
            value = -value;
            text = "-" + text;
        }

        return Around(
            message,
            folded,
            start,
            end,
            new SpokenNumber(text, value) { IsOrdinal = isOrdinal, IsMoney = isMoneySign }
        );
    }

    private static ValueSpan Around(
        string message,
        string folded,
        int start,
        int end,
        SpokenNumber number
    )
    {
        var percent = Percent().Match(message, end);
        if (percent.Success && percent.Index == end)
        {
            number = number with { IsPercent = true };
            end += percent.Length;
        }
        else if (MeasureUnits.At(folded, end) is { } unit)
        {
            number = number with
            {
                Unit = unit.Unit,
                UnitStart = unit.Start,
                UnitLength = unit.Length,
                IsMoney = number.IsMoney || unit.Unit.Dimension == Dimension.Money,
            };
        }

        return new ValueSpan(start, end - start, SpanKind.Number, number.Text) { Number = number };
    }

    // "3-7" is a range, "x -7" and "(-7" are not.
    private static bool IsRange(string message, int sign) =>
        sign > 0 && (char.IsLetterOrDigit(message[sign - 1]) || message[sign - 1] is ')' or ']');

    private static string InFigures(string digits)
    {
        var lastComma = digits.LastIndexOf(',');
        var lastDot = digits.LastIndexOf('.');
        if (lastComma < 0)
        {
            return digits.Count(c => c == '.') > 1
                ? digits.Replace(".", "", StringComparison.Ordinal)
                : digits;
        }

        if (lastDot > lastComma || Thousands().IsMatch(digits))
        {
            return digits.Replace(",", "", StringComparison.Ordinal);
        }

        // A decimal comma; dots before it group thousands.
        return digits.Replace(".", "", StringComparison.Ordinal).Replace(',', '.');
    }

    private static string Written(decimal value) =>
        value.ToString("0.############", CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}_.,/:]|\d-|\p{L}-)(?:(?<sign>[\-−])\s?(?=[\d.]))?(?<cur>[€$£¥₹]\s?)?(?<n>\d+(?:[.,]\d+)+|\.\d+|\d+)(?![\p{N}_]|[/:.,]\d)|(?<=(?<![\p{L}\p{N}\-/.,])\d{1,6})[\-–](?<n>\d{1,6})(?![\p{L}\p{N}\-]|[/:.,]\d)|(?<=[=(\[,]\s?)(?<sign>[\-−])(?<n>\d+(?:\.\d+)?)(?![\p{N}_]|[/:.,]\d)|(?<=[(\[]|\d,)(?<n>\d+)(?=,\d|[)\]])",
        RegexOptions.None,
        10_000
    )]
    private static partial Regex Figures();

    [GeneratedRegex(@"\G\p{L}*", RegexOptions.None, 10_000)]
    private static partial Regex Tail();

    [GeneratedRegex(
        @"\G[ \-](?<w>hundred|thousand|million|billion|trillion|dozen)s?\b",
        RegexOptions.IgnoreCase,
        10_000
    )]
    private static partial Regex Scale();

    [GeneratedRegex(
        @"\G(?:\s?%|[ \-]per ?cent\b|[ \-]percentage points?\b|[ \-]pct\b)",
        RegexOptions.IgnoreCase,
        10_000
    )]
    private static partial Regex Percent();

    [GeneratedRegex(@"^\d{1,3}(?:,\d{3})+$", RegexOptions.None, 10_000)]
    private static partial Regex Thousands();
}
