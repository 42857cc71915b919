using System.Text.RegularExpressions;

namespace DataConnectors.Core.Agent.Extracting;

/// <summary>Finds the pieces of a message whose very look makes them values.</summary>
internal static partial class FormattedSpans
{
    /// <summary>Every such piece; quoted text may hold others.</summary>
    public static IReadOnlyList<ValueSpan> Find(
        string message,
        string folded,
        IReadOnlyList<MessageToken> tokens
    )
    {
        var spans = new List<ValueSpan>();
        Add(spans, Email(), message, SpanKind.Email);
        Add(spans, Url(), message, SpanKind.Url);
        AddFree(spans, DateSpans.Find(message));
        AddFree(spans, TimeSpans.Find(message));
        AddFree(spans, Matches(Phone(), message, SpanKind.Phone));
        AddFree(spans, Matches(Path(), message, SpanKind.Path));
        AddFree(spans, Matches(Expression(), message, SpanKind.Expression));
        var numbers = NumberSpans.Find(message, folded, tokens, spans).ToList();
        AddFree(
            spans,
            Matches(Identifier(), message, SpanKind.Identifier)
                .Where(span => !numbers.Exists(number => Covers(number, span)))
        );
        spans.AddRange(numbers);
        Add(spans, Quoted(), message, SpanKind.Quoted);
        return [.. spans.Where(span => !IsTakenBack(message, span))];
    }

    // "5kg", "$20" and "six-sided" are numbers with something at them, no codes.
    private static bool Covers(ValueSpan number, ValueSpan identifier) =>
        number.Start <= identifier.Start
        && identifier.End
            <= (
                number.Number is { UnitLength: > 0 } unit
                    ? unit.UnitStart + unit.UnitLength
                    : number.End + 1
            );

    // "use a@x.org, not b@x.org", "a@x.org instead of b@x.org": the second is what it is not.
    private static bool IsTakenBack(string message, ValueSpan span)
    {
        var before = message.AsSpan(0, span.Start).TrimEnd(" \"'“‘$€£#");
        foreach (var article in (ReadOnlySpan<string>)[" the", " a", " order", " number"])
        {
            if (before.EndsWith(article, StringComparison.OrdinalIgnoreCase))
            {
                before = before[..^article.Length].TrimEnd();
            }
        }

        return span.Kind != SpanKind.Quoted
            && (
                before.EndsWith(" not", StringComparison.OrdinalIgnoreCase)
                || before.Equals("not", StringComparison.OrdinalIgnoreCase)
                || before.EndsWith(" instead of", StringComparison.OrdinalIgnoreCase)
                || before.EndsWith(" rather than", StringComparison.OrdinalIgnoreCase)
            );
    }

    private static void AddFree(List<ValueSpan> spans, IEnumerable<ValueSpan> found)
    {
        foreach (var span in found.ToList())
        {
            if (!spans.Exists(span.Overlaps))
            {
                spans.Add(span);
            }
        }
    }

    private static void Add(List<ValueSpan> spans, Regex pattern, string message, SpanKind kind) =>
        spans.AddRange(Matches(pattern, message, kind));

    private static IEnumerable<ValueSpan> Matches(Regex pattern, string message, SpanKind kind)
    {
        foreach (Match match in pattern.Matches(message))
        {
            var value = match.Groups["v"] is { Success: true } group ? group : match;
            if (value.Value.AsSpan().Trim().Length > 0)
            {
                yield return new ValueSpan(match.Index, match.Length, kind, value.Value.Trim());
            }
        }
    }

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}._%+\-])[\p{L}\p{N}._%+\-]{1,64}@[\p{L}\p{N}\-]+(?:\.[\p{L}\p{N}\-]+)+",
        RegexOptions.None,
        10_000
    )]
    private static partial Regex Email();

    [GeneratedRegex(
        @"(?:https?://|(?<![\p{L}\p{N}.@])www\.)[^\s<>""]+[^\s<>"".,;:!?)']",
        RegexOptions.IgnoreCase,
        10_000
    )]
    private static partial Regex Url();

    [GeneratedRegex(
        @"[""“„](?<v>[^""“”„]{1,500})[""”“]|«(?<v>[^«»]{1,500})»|(?<![\p{L}\p{N}])['‘](?<v>[^'‘’]{1,500}(?:['’]\p{L}[^'‘’]{1,200})?)['’](?![\p{L}\p{N}])|`(?<v>[^`]{1,500})`",
        RegexOptions.None,
        10_000
    )]
    private static partial Regex Quoted();

    [GeneratedRegex(
        @"(?<![\w\-])(?:\+\d[\d ()\-./]{6,18}\d|\(?0\d{1,4}\)?[ \-/]\d[\d \-/]{4,14}\d|\(\d{3}\) ?\d{3}[\-. ]\d{4}|\d{3}[\-. ]\d{3}[\-. ]\d{4})(?![\w\-])",
        RegexOptions.None,
        10_000
    )]
    private static partial Regex Phone();

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}_\-/@.])(?:\d{1,3}(?:\.\d{1,3}){3}|[\p{L}_][\p{L}\p{N}_\-]+(?:\.[\p{L}_][\p{L}\p{N}_\-]*)+|[\p{L}_][\p{L}\p{N}_\-]{2,}(?:/[\p{L}_][\p{L}\p{N}_\-]{2,})+|\p{L}[\p{L}\p{N}]*(?:_[\p{L}\p{N}]+)+)(?![\p{L}\p{N}_\-@])",
        RegexOptions.None,
        10_000
    )]
    private static partial Regex Path();

    // A variable with an operator: "x^2 + 3x - 1", "sin(x)", "3*x".
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}^*+/=.(])(?:[fgy](?:\([xyzt]\))? ?= ?)?(?<v>(?:[+\-]? ?(?:\d+(?:\.\d+)?)? ?[*]? ?(?:(?:sin|cos|tan|exp|log|ln|sqrt)\([^()\s]{1,20}\)|[a-zA-Z](?:\^|\*\*)\(?-?\d+\)?|\d[xyzt]|\d ?\* ?[xyzt]|[xyzt](?= ?[*/+\-] ?\d)))(?:(?: ?[+\-*/] ?)(?:\d+(?:\.\d+)?)? ?\*? ?(?:(?:sin|cos|tan|exp|log|ln|sqrt)\([^()\s]{1,20}\)|[xyzt](?:(?:\^|\*\*)\(?-?\d+\)?)?|\d+(?:\.\d+)?))*)(?![\p{L}\p{N}^*])",
        RegexOptions.None,
        10_000
    )]
    private static partial Regex Expression();

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}_\-/@])#?(?<v>(?=[\p{L}\-_/.:]{0,40}\d)(?=[\d\-_/.:]{0,40}[\p{L}\-_/])(?!\d+(?:st|nd|rd|th|am|pm|x|h|hrs?|min|mins|kg|g|km|m|cm|mm|l|ml|gb|mb|k|years?|days?)(?![\p{L}\p{N}_\-]))[\p{L}\p{N}]+(?:[\-_/.:][\p{L}\p{N}]+)*)(?![\p{L}\p{N}_\-])",
        RegexOptions.IgnoreCase,
        10_000
    )]
    private static partial Regex Identifier();
}
