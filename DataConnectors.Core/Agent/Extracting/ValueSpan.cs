using System.Text.RegularExpressions;
using DataConnectors.Core.Agent.Language;

namespace DataConnectors.Core.Agent.Extracting;

/// <summary>What a piece of a message looks like.</summary>
internal enum SpanKind
{
    /// <summary>An email address.</summary>
    Email,

    /// <summary>A web address.</summary>
    Url,

    /// <summary>Text in quotes, without them.</summary>
    Quoted,

    /// <summary>A date as written: 2026-03-05, 5 March, tomorrow.</summary>
    Date,

    /// <summary>A phone number as written.</summary>
    Phone,

    /// <summary>Letters or dashes with digits: ORD-1042, AB-12-34.</summary>
    Identifier,

    /// <summary>A decimal number or an amount of money.</summary>
    Decimal,

    /// <summary>A whole number; a leading # is not part of it.</summary>
    Integer,

    /// <summary>Words chosen by where they stand: after the input's noun, after "in", in a list of options.</summary>
    Words,
}

/// <summary>A piece of a message that may be the value of an input.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is as written.</param>
/// <param name="Kind">What it looks like.</param>
/// <param name="Text">The value, without quotes and #.</param>
internal sealed record ValueSpan(int Start, int Length, SpanKind Kind, string Text)
{
    /// <summary>Where it ends.</summary>
    public int End => Start + Length;

    /// <summary>Whether both stand on a common character.</summary>
    public bool Overlaps(ValueSpan other) => Start < other.End && other.Start < End;
}

/// <summary>Finds the pieces of a message that have the look of a value.</summary>
internal static partial class ValueSpans
{
    private static readonly string[] NumberWords =
    [
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ];

    /// <summary>Every such piece; they may overlap.</summary>
    public static IReadOnlyList<ValueSpan> Find(string message)
    {
        var spans = new List<ValueSpan>();
        Add(spans, Email(), message, SpanKind.Email);
        Add(spans, Url(), message, SpanKind.Url);
        Add(spans, Quoted(), message, SpanKind.Quoted);
        Add(spans, Date(), message, SpanKind.Date);
        Add(spans, Phone(), message, SpanKind.Phone);
        Add(spans, Decimal(), message, SpanKind.Decimal);
        Add(spans, Integer(), message, SpanKind.Integer);
        Add(spans, Identifier(), message, SpanKind.Identifier);
        foreach (Match match in NumberWord().Matches(message))
        {
            var number = Array.IndexOf(NumberWords, match.Value.ToLowerInvariant()) + 2;
            spans.Add(
                new ValueSpan(
                    match.Index,
                    match.Length,
                    SpanKind.Integer,
                    number.ToString(System.Globalization.CultureInfo.InvariantCulture)
                )
            );
        }

        // What is inside an address is not a value of its own.
        var addresses = spans.Where(span => span.Kind is SpanKind.Email or SpanKind.Url).ToList();
        spans.RemoveAll(span =>
            span.Kind is not (SpanKind.Email or SpanKind.Url or SpanKind.Quoted)
            && addresses.Exists(span.Overlaps)
        );
        return spans;
    }

    private static void Add(List<ValueSpan> spans, Regex pattern, string message, SpanKind kind)
    {
        foreach (Match match in pattern.Matches(message))
        {
            var value = match.Groups["v"] is { Success: true } group ? group : match;
            spans.Add(new ValueSpan(match.Index, match.Length, kind, value.Value.Trim()));
        }
    }

    private const string Month =
        "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

    [GeneratedRegex(
        @"[\p{L}\p{N}._%+\-]+@[\p{L}\p{N}\-]+(?:\.[\p{L}\p{N}\-]+)+",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Email();

    [GeneratedRegex(@"https?://[^\s<>""]+[^\s<>"".,;:!?)]", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Url();

    [GeneratedRegex(
        @"[""“„](?<v>[^""“”„]{1,500})[""”“]|«(?<v>[^«»]{1,500})»|(?<![\p{L}\p{N}])['‘](?<v>[^'‘’]{1,500})['’](?![\p{L}\p{N}])",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Quoted();

    [GeneratedRegex(
        @"(?<![\w\-/.])(?:\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+\-]\d{2}:?\d{2})?)?|\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})|\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})|\d{1,2}(?:st|nd|rd|th)?(?: of)? "
            + Month
            + @"\.?(?:,? \d{4})?|"
            + Month
            + @"\.? \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?|(?:the )?day after tomorrow|today|tomorrow|yesterday|(?:(?:next|this|last|coming) )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:next|last|this) (?:week|month|year|weekend))(?![\w\-/])",
        RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Date();

    [GeneratedRegex(
        @"(?<![\w\-])(?:\+\d[\d ()\-./]{6,18}\d|\(?0\d{1,4}\)?[ \-/]\d[\d \-/]{4,14}\d|\d{3}[\-. ]\d{3}[\-. ]\d{4})(?![\w\-])",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Phone();

    [GeneratedRegex(
        @"(?<![\w\-.,])[€$£¥]? ?(?<v>-?\d+(?:[.,]\d+)+)(?![\w\-]|[.,]\d)|[€$£¥] ?(?<v>\d+)(?![\w\-]|[.,]\d)",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Decimal();

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}_\-.,:/])#?(?<v>-?\d+)(?![\p{L}\p{N}_\-:/]|[.,]\d)",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Integer();

    [GeneratedRegex(
        @"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b",
        RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex NumberWord();

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}_\-])#?(?<v>(?=[\p{L}\-_/.:]*\d)(?=[\d\-_/.:]*[\p{L}\-_/])(?!\d+(?:st|nd|rd|th|am|pm|x|h|hrs?|min|mins|kg|g|km|m|cm|mm|l|ml|gb|mb|years?|days?)\b)[\p{L}\p{N}]+(?:[\-_/.:][\p{L}\p{N}]+)*)(?![\p{L}\p{N}_\-])",
        RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Identifier();
}
