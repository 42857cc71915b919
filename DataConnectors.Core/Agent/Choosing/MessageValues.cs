using System.Text.RegularExpressions;

namespace DataConnectors.Core.Agent.Choosing;

/// <summary>Which looks of values a message holds, and how many of each: enough to tell connectors apart, no reading of values.</summary>
internal sealed partial class MessageValues
{
    private static readonly (Func<MessageValues, int> Count, string[] Words)[] Suggested =
    [
        (values => values.Emails, ["email"]),
        (values => values.Urls, ["url", "link", "file", "website"]),
        (values => values.Positions, ["coordinates", "latitude", "longitude", "position"]),
        (values => values.Dates, ["date"]),
        (values => values.Codes, ["number", "id", "code"]),
    ];

    private readonly HashSet<string> shapes = new(StringComparer.Ordinal);

    /// <summary>Reads a message.</summary>
    public MessageValues(string message)
    {
        var rest = Take(message, Email(), out var emails);
        Emails = emails;
        rest = Take(rest, Url(), out var urls);
        Urls = urls;
        rest = Take(rest, Position(), out var positions);
        Positions = positions;
        rest = Take(rest, Date(), out var dates);
        Dates = dates;
        foreach (var match in Code().EnumerateMatches(rest))
        {
            shapes.Add(InputShape.ShapeOf(rest.Substring(match.Index, match.Length)));
        }

        Numbers = Number().Count(rest) + (2 * positions);
        Names = Name().Count(message);
    }

    /// <summary>How many email addresses.</summary>
    public int Emails { get; }

    /// <summary>How many web addresses.</summary>
    public int Urls { get; }

    /// <summary>How many days and times.</summary>
    public int Dates { get; }

    /// <summary>How many pairs of coordinates.</summary>
    public int Positions { get; }

    /// <summary>How many numbers, those of coordinates among them.</summary>
    public int Numbers { get; }

    /// <summary>How many words that look like a name.</summary>
    public int Names { get; }

    /// <summary>How many different values mix letters and digits.</summary>
    public int Codes => shapes.Count;

    /// <summary>Words that values of these looks suggest.</summary>
    public IEnumerable<string> Hints
    {
        get
        {
            foreach (var (count, words) in Suggested)
            {
                if (count(this) > 0)
                {
                    foreach (var word in words)
                    {
                        yield return word;
                    }
                }
            }
        }
    }

    /// <summary>Whether a value has the shape of an example.</summary>
    public bool HasShape(string shape) => shapes.Contains(shape);

    private static string Take(string text, Regex pattern, out int count)
    {
        count = pattern.Count(text);
        return count == 0 ? text : pattern.Replace(text, " , ");
    }

    private const string Month =
        "(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sep(t(ember)?)?|oct(ober)?|nov(ember)?|dec(ember)?)";

    [GeneratedRegex(
        @"[\p{L}\p{N}._%+\-]+@[\p{L}\p{N}\-]+(\.[\p{L}\p{N}\-]+)+",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Email();

    [GeneratedRegex(
        @"https?://[^\s<>""]+",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Url();

    [GeneratedRegex(
        @"(?<![\w.])[+\-]?\d{1,3}\.\d+\s*°?\s*[NS]?\s*(,|and|/|;)\s*(longitude|lon)?\s*[+\-]?\d{1,3}\.\d+\s*°?\s*[EW]?|latitude\D{0,12}-?\d+(\.\d+)?\D{1,22}-?\d+(\.\d+)?",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Position();

    [GeneratedRegex(
        @"\b(\d{4}-\d{2}-\d{2}(T[\d:]+Z?)?|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{1,2}(st|nd|rd|th)?( of)? "
            + Month
            + @"\b,?( \d{4})?|"
            + Month
            + @" \d{1,2}(st|nd|rd|th)?\b(, ?\d{4}| \d{4})?|"
            + Month
            + @" \d{4}|today|tonight|tomorrow|yesterday|(next|this|last|coming) (week|month|year|weekend)|(mon|tues|wednes|thurs|fri|satur|sun)days?|\d{1,2}(:\d{2})? ?(am|pm|a\.m\.|p\.m\.)|\d{1,2}:\d{2}(:\d{2})?|noon|midnight)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Date();

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}\-_])(?=[\p{L}\-_/:.]*\d)(?=[\d\-_/:.]*\p{L})(?!\d+(st|nd|rd|th|x|h|hrs?|min|mins|kg|g|km|m|cm|mm|l|ml|gb|mb|k|s|ft|mph|kmh|lbs?)\b)[\p{L}\p{N}]+([\-_/:.][\p{L}\p{N}]+)*",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Code();

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}_\-./:])[#€$£¥\-+]?\d+([.,]\d+)*|\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Number();

    [GeneratedRegex(
        @"(?<=[\p{Ll}\p{N},:'""“] ['""“]?)\p{Lu}[\p{L}']+",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Name();
}
