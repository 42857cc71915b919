using System.Globalization;
using System.Text.RegularExpressions;

namespace DataConnectors.Core.Agent.Extracting;

/// <summary>The form that a description asks dates and times to be written in.</summary>
/// <param name="Date">As .NET writes dates, such as <c>yyyy-MM-dd</c>; null when none is asked for.</param>
/// <param name="Time">As .NET writes times, such as <c>HH:mm</c>; null when none is asked for.</param>
internal sealed partial record ValueFormat(string? Date, string? Time)
{
    /// <summary>Whether both, one after the other, make the value.</summary>
    public string? Separator { get; private init; }

    /// <summary>Reads a description.</summary>
    public static ValueFormat Of(string description)
    {
        var both = DateAndTime().Match(description);
        var time = TimeOf(description);
        return new ValueFormat(DateOf(description), time)
        {
            Separator = both.Success ? both.Groups["sep"].Value.Trim('\'', '"') : null,
        };
    }

    /// <summary>The date in this form; null when it cannot be written so.</summary>
    public string? Write(SpokenDate date, DateOnly? today)
    {
        if (Date is null)
        {
            return null;
        }

        if (date.IsAmbiguous && Date.StartsWith("dd", StringComparison.Ordinal))
        {
            date = date.Turned;
        }

        if (
            !Date.Contains('d', StringComparison.Ordinal)
            && date is { Year: { } year, Month: { } month }
        )
        {
            return new DateOnly(year, month, 1).ToString(Date, CultureInfo.InvariantCulture);
        }

        return date.Resolve(today)?.ToString(Date, CultureInfo.InvariantCulture);
    }

    /// <summary>The time in this form.</summary>
    public string? Write(TimeOnly time) =>
        Time is null ? null : time.ToString(Time, CultureInfo.InvariantCulture);

    private static string? DateOf(string description)
    {
        var pattern = DatePattern().Match(description);
        if (pattern.Success)
        {
            return pattern
                .Value.Replace("Y", "y", StringComparison.Ordinal)
                .Replace("D", "d", StringComparison.Ordinal)
                .Replace("mm", "MM", StringComparison.Ordinal);
        }

        if (LongDate().Match(description) is { Success: true } spelled)
        {
            return spelled.Value.Contains("DD", StringComparison.Ordinal)
                ? "MMMM dd, yyyy"
                : "MMMM d, yyyy";
        }

        if (IsoDate().IsMatch(description))
        {
            return "yyyy-MM-dd";
        }

        var example = DateExample().Match(description);
        return !example.Success ? null
            : example.Groups["iso"].Success ? "yyyy-MM-dd"
            : example.Groups["slash"].Success
                ? int.Parse(example.Groups["first"].Value, CultureInfo.InvariantCulture) > 12
                        ? "dd/MM/yyyy"
                    : "MM/dd/yyyy"
            : "MMMM d, yyyy";
    }

    private static string? TimeOf(string description) =>
        TwelveHours().IsMatch(description) ? "h:mm tt"
        : Seconds().IsMatch(description) ? "HH:mm:ss"
        : TwentyFourHours().IsMatch(description) ? "HH:mm"
        : null;

    [GeneratedRegex(
        @"\b(?:[Yy]{4}[\-/.][Mm]{2}(?:[\-/.][Dd]{2})?|[Mm]{2}[\-/.][Dd]{2}[\-/.][Yy]{4}|[Dd]{2}[\-/.][Mm]{2}[\-/.][Yy]{4}|[Yy]{4}[Mm]{2}[Dd]{2})",
        RegexOptions.None,
        10_000
    )]
    private static partial Regex DatePattern();

    [GeneratedRegex(
        @"\b(?:Month|MMMM) (?:DD?|day|dd?),? (?:YYYY|yyyy|year)",
        RegexOptions.None,
        10_000
    )]
    private static partial Regex LongDate();

    [GeneratedRegex(@"\bISO(?:[ -]?8601| (?:date|format|timestamp))\b", RegexOptions.None, 10_000)]
    private static partial Regex IsoDate();

    [GeneratedRegex(
        @"(?<iso>\b\d{4}-\d{2}-\d{2})|(?<slash>\b(?<first>\d{2})/\d{2}/\d{4})|(?<long>\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4})",
        RegexOptions.None,
        10_000
    )]
    private static partial Regex DateExample();

    [GeneratedRegex(
        @"\b[Yy]{4}-[Mm]{2}-[Dd]{2}(?<sep>'?T'?| )[Hh]{2}:[Mm]{2}|\b\d{4}-\d{2}-\d{2}(?<sep>T| )\d{2}:\d{2}",
        RegexOptions.None,
        10_000
    )]
    private static partial Regex DateAndTime();

    [GeneratedRegex(
        @"\b(?:AM|am)(?: ?/ ?| or )(?:PM|pm)\b|\b(?:12-hour|12h)\b|\b\d{1,2}:\d{2} ?[AaPp][Mm]\b|\bhh:mm ?(?:a|tt)\b",
        RegexOptions.None,
        10_000
    )]
    private static partial Regex TwelveHours();

    [GeneratedRegex(@"\b[Hh]{2}:[Mm]{2}:[Ss]{2}|\b\d{2}:\d{2}:\d{2}\b", RegexOptions.None, 10_000)]
    private static partial Regex Seconds();

    [GeneratedRegex(
        @"\b[Hh]{2}:[Mm]{2}|\b24[ -]?h(?:ours?)?\b|\b\d{1,2}:\d{2}\b",
        RegexOptions.None,
        10_000
    )]
    private static partial Regex TwentyFourHours();
}
