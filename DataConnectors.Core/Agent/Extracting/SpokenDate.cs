using System.Globalization;
using System.Text.RegularExpressions;

namespace DataConnectors.Core.Agent.Extracting;

/// <summary>A date as somebody wrote it: whole, without its year, a month, or relative to today.</summary>
/// <param name="Year">The year, when it is said.</param>
/// <param name="Month">The month, 1–12, when it is said.</param>
/// <param name="Day">The day of the month, when it is said.</param>
internal sealed record SpokenDate(int? Year, int? Month, int? Day)
{
    /// <summary>What it is, given today; null when it is not relative.</summary>
    public Func<DateOnly, DateOnly>? Relative { get; init; }

    /// <summary>Whether day and month may be the other way round: 05/06/2026.</summary>
    public bool IsAmbiguous { get; init; }

    /// <summary>The same with day and month exchanged.</summary>
    public SpokenDate Turned => this with { Month = Day, Day = Month };

    /// <summary>Whether it names one day, given a today.</summary>
    public bool IsDay => Relative is not null || (Month is not null && Day is not null);

    /// <summary>The day it names; null when it is a month, or needs today and there is none.</summary>
    public DateOnly? Resolve(DateOnly? today)
    {
        if (Relative is not null)
        {
            return today is { } now ? Relative(now) : null;
        }

        if (Month is not { } month || Day is not { } day)
        {
            return null;
        }

        if (Year is { } year)
        {
            return DateAt(year, month, day);
        }

        // Without a year it is the coming one.
        return today is not { } from ? null
            : DateAt(from.Year, month, day) is { } same && same >= from ? same
            : DateAt(from.Year + 1, month, day);
    }

    private static DateOnly? DateAt(int year, int month, int day) =>
        year is >= 1 and <= 9999
        && month is >= 1 and <= 12
        && day >= 1
        && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
}

/// <summary>Finds dates in a message.</summary>
internal static partial class DateSpans
{
    private static readonly string[] Months =
    [
        "jan",
        "feb",
        "mar",
        "apr",
        "may",
        "jun",
        "jul",
        "aug",
        "sep",
        "oct",
        "nov",
        "dec",
    ];

    private static readonly string[] Weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <summary>The dates of <paramref name="message"/>.</summary>
    public static IEnumerable<ValueSpan> Find(string message)
    {
        foreach (Match match in Date().Matches(message))
        {
            if (Read(match) is { } date)
            {
                yield return new ValueSpan(match.Index, match.Length, SpanKind.Date, match.Value)
                {
                    Date = date,
                };
            }
        }
    }

    /// <summary>The month that a word names, 1–12.</summary>
    public static int? MonthOf(string word) =>
        word.Length >= 3
        && Array.IndexOf(Months, word[..3].ToLowerInvariant()) is >= 0 and var index
            ? index + 1
            : null;

    private static SpokenDate? Read(Match match)
    {
        int? Part(string name) =>
            match.Groups[name] is { Success: true } group
                ? int.Parse(group.Value, CultureInfo.InvariantCulture)
                : null;

        if (match.Groups["rel"].Success)
        {
            return new SpokenDate(null, null, null)
            {
                Relative = RelativeOf(match.Groups["rel"].Value.ToLowerInvariant()),
            };
        }

        if (match.Groups["wd"].Success)
        {
            var weekday = Array.IndexOf(Weekdays, match.Groups["wd"].Value[..3].ToLowerInvariant());
            var isNext = match
                .Groups["next"]
                .Value.StartsWith("next", StringComparison.OrdinalIgnoreCase);
            var isLast = match
                .Groups["next"]
                .Value.StartsWith("last", StringComparison.OrdinalIgnoreCase);
            return new SpokenDate(null, null, null)
            {
                Relative = today => Weekday(today, weekday, isNext, isLast),
            };
        }

        if (match.Groups["in"].Success)
        {
            var count = int.TryParse(
                match.Groups["in"].Value,
                CultureInfo.InvariantCulture,
                out var number
            )
                ? number
                : Array.IndexOf(
                    ["a", "two", "three", "four", "five", "six", "seven"],
                    match.Groups["in"].Value.ToLowerInvariant()
                ) + 1;
            var unit = match.Groups["unit"].Value.ToLowerInvariant();
            var isPast = match.Groups["ago"].Success;
            return new SpokenDate(null, null, null)
            {
                Relative = today => Moved(today, isPast ? -count : count, unit),
            };
        }

        var year = Part("y");
        if (year is < 100 && match.Groups["y"].Length == 2)
        {
            year += 2000;
        }

        if (match.Groups["month"].Success)
        {
            return new SpokenDate(year, MonthOf(match.Groups["month"].Value), Part("d"));
        }

        var first = Part("a");
        var second = Part("b");
        if (first is null)
        {
            return new SpokenDate(year, Part("m"), Part("d"));
        }

        var isDayFirst = first > 12 || match.Groups["dot"].Success;
        return (
            isDayFirst ? new SpokenDate(year, second, first) : new SpokenDate(year, first, second)
        ) with
        {
            IsAmbiguous = first <= 12 && second <= 12 && !match.Groups["dot"].Success,
        };
    }

    private static Func<DateOnly, DateOnly> RelativeOf(string word) =>
        word switch
        {
            "today" or "tonight" or "this evening" or "this morning" or "this afternoon" => today =>
                today,
            "yesterday" => today => today.AddDays(-1),
            "tomorrow" => today => today.AddDays(1),
            "next week" => today => today.AddDays(7),
            "last week" => today => today.AddDays(-7),
            "next month" => today => today.AddMonths(1),
            "last month" => today => today.AddMonths(-1),
            "next year" => today => today.AddYears(1),
            "last year" => today => today.AddYears(-1),
            _ => today => today.AddDays(word.Contains("after", StringComparison.Ordinal) ? 2 : -2),
        };

    // Weeks begin on Monday; "next Friday" is that of the coming week, "Friday" the coming one.
    private static DateOnly Weekday(DateOnly today, int weekday, bool isNext, bool isLast)
    {
        var ahead = (weekday - (int)today.DayOfWeek + 7) % 7;
        if (isLast)
        {
            return today.AddDays(ahead == 0 ? -7 : ahead - 7);
        }

        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        return isNext
            ? monday.AddDays(7 + (weekday + 6) % 7)
            : today.AddDays(ahead == 0 ? 7 : ahead);
    }

    private static DateOnly Moved(DateOnly today, int count, string unit) =>
        unit[0] switch
        {
            'd' => today.AddDays(count),
            'w' => today.AddDays(7 * count),
            'm' => today.AddMonths(count),
            _ => today.AddYears(count),
        };

    private const string Month =
        @"(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?";

    [GeneratedRegex(
        @"(?<![\w\-/.])(?:(?<y>\d{4})[\-/.](?<m>\d{1,2})[\-/.](?<d>\d{1,2})|(?<a>\d{1,2})[/\-](?<b>\d{1,2})[/\-](?<y>\d{4}|\d{2})|(?<a>\d{1,2})(?<dot>\.)(?<b>\d{1,2})\.(?<y>\d{4}|\d{2})"
            + @"|(?<d>\d{1,2})(?:st|nd|rd|th)?(?: of)? "
            + Month
            + @"(?:,? (?<y>\d{4}))?|"
            + Month
            + @" (?:the )?(?<d>\d{1,2})(?:st|nd|rd|th)?(?![\d:]|\.\d|,\d)(?:(?:,? |, ?)(?<y>\d{4}))?|"
            + Month
            + @"(?:,? | of )(?<y>\d{4})"
            + @"|(?<rel>(?:the )?day after tomorrow|(?:the )?day before yesterday|today|tonight|tomorrow|yesterday|this (?:morning|evening|afternoon)|(?:next|last) (?:week|month|year))"
            + @"|(?:in )(?<in>\d{1,3}|a|two|three|four|five|six|seven) (?<unit>day|week|month|year)s?(?! of)(?:(?= time)|(?=[.,!?]|$| at\b| from now))|(?<in>\d{1,3}|a|two|three|four|five|six|seven) (?<unit>day|week|month|year)s? (?<ago>ago)"
            + @"|(?<next>(?:next|this|last|coming) )?(?<wd>(?:mon|tues|wednes|thurs|fri|satur|sun)days?))(?![\w\-/])",
        RegexOptions.IgnoreCase,
        10_000
    )]
    private static partial Regex Date();
}
