using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace DataConnectors.Core.Agent.Language;

/// <summary>Turns the names of fields and inputs into words: <c>shippedAt</c> is "shipped at", <c>order_id</c> "order ID".</summary>
internal static partial class FieldLabels
{
    private static readonly FrozenSet<string> Acronyms = FrozenSet.ToFrozenSet(
        [
            "id",
            "url",
            "sku",
            "eta",
            "vat",
            "iban",
            "sms",
            "pin",
            "api",
            "imei",
            "isbn",
            "zip",
            "ip",
        ],
        StringComparer.Ordinal
    );

    /// <summary>The label of a name, in lower case but for acronyms; the name itself when it has no letters or digits.</summary>
    public static string Of(string name)
    {
        var cleaned = PlainText.Clean(name, 80);
        var words = Word()
            .Matches(LowerThenUpper().Replace(cleaned, "${before} ${after}"))
            .Select(match => Written(match.Value.ToLowerInvariant()))
            .ToList();
        return words.Count == 0 ? cleaned : string.Join(' ', words);
    }

    /// <summary>The text with its first letter in upper case.</summary>
    public static string Capitalize(string text) =>
        text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Written(string word) =>
        Acronyms.Contains(word) ? word.ToUpperInvariant()
        : string.Equals(word, "ids", StringComparison.Ordinal) ? "IDs"
        : word;

    [GeneratedRegex(@"(?<before>[\p{Ll}\p{N}])(?<after>\p{Lu})", RegexOptions.None, 1000)]
    private static partial Regex LowerThenUpper();

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
