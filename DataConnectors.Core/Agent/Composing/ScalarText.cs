using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using DataConnectors.Core.Agent.Language;

namespace DataConnectors.Core.Agent.Composing;

/// <summary>Says a JSON scalar the way people read it.</summary>
internal static partial class ScalarText
{
    private const int MaxLength = 200;

    private static readonly FrozenDictionary<string, string> Symbols = new Dictionary<
        string,
        string
    >(StringComparer.Ordinal)
    {
        ["USD"] = "$",
        ["EUR"] = "€",
        ["GBP"] = "£",
        ["JPY"] = "¥",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> MoneyStems = FrozenSet.ToFrozenSet(
        [
            "total",
            "amount",
            "price",
            "cost",
            "balanc",
            "fee",
            "subtot",
            "subtotal",
            "tax",
            "refund",
            "paid",
            "due",
            "charg",
            "payment",
            "discount",
            "unpaid",
            "owe",
            "outstand",
            "credit",
            "deposit",
            "salari",
            "rate",
            "ship",
            "vat",
            "net",
            "gross",
            "valu",
            "revenu",
            "spend",
            "spent",
            "monthli",
            "premium",
            "rent",
            "limit",
            "cent",
            "minor",
        ],
        StringComparer.Ordinal
    );

    private static readonly FrozenSet<string> TimeWords = FrozenSet.ToFrozenSet(
        ["at", "on", "date", "time", "timestamp", "until", "expiry", "eta"],
        StringComparer.Ordinal
    );

    /// <summary>The fact that <paramref name="value"/> is; null when there is nothing to say (an empty text).</summary>
    /// <param name="label">What it is, in words.</param>
    /// <param name="value">The scalar.</param>
    /// <param name="currency">The currency of amounts beside it; null when none is known.</param>
    public static Fact? Read(string label, JsonElement value, string? currency) =>
        value.ValueKind switch
        {
            JsonValueKind.True => new Fact(WithoutVerb(label), "yes", FactKind.YesOrNo, "true"),
            JsonValueKind.False => new Fact(WithoutVerb(label), "no", FactKind.YesOrNo, "false"),
            JsonValueKind.Null => new Fact(label, "", FactKind.Missing, ""),
            JsonValueKind.Number => Number(label, value.GetRawText(), currency),
            JsonValueKind.String => Text(label, value.GetString() ?? "", currency),
            _ => null,
        };

    /// <summary>Whether the text names a currency: three capital letters.</summary>
    public static bool IsCurrency(string text) => CurrencyCode().IsMatch(text);

    /// <summary>An amount with its currency, or null when it is none.</summary>
    public static string? Money(string label, string raw, string currency)
    {
        if (
            !decimal.TryParse(
                raw,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var amount
            )
        )
        {
            return null;
        }

        var code = currency.ToUpperInvariant();
        var hasDecimals = !string.Equals(code, "JPY", StringComparison.Ordinal);
        if (hasDecimals && IsInCents(label))
        {
            amount /= 100;
        }

        // More decimals than usual (a rate, a price per unit) are kept: cutting them would state another amount.
        var format = !hasDecimals || amount.Scale > 2 ? "#,##0.########" : "#,##0.00";
        var text = Math.Abs(amount).ToString(format, CultureInfo.InvariantCulture);
        var sign = amount < 0 ? "-" : "";
        return Symbols.TryGetValue(code, out var symbol)
            ? $"{sign}{symbol}{text}"
            : $"{sign}{text} {code}";
    }

    private static Fact Number(string label, string raw, string? currency)
    {
        if (IsTime(label) && UnixInstant(raw) is { } instant)
        {
            return new Fact(label, FriendlyDate.Say(instant), FactKind.Date, raw);
        }

        return currency is not null && IsMoney(label) && Money(label, raw, currency) is { } money
            ? new Fact(WithoutCents(label), money, FactKind.Money, raw)
            : new Fact(label, raw, FactKind.Number, raw);
    }

    private static Fact? Text(string label, string raw, string? currency)
    {
        var text = PlainText.Clean(raw, MaxLength);
        if (text.Length == 0)
        {
            return null;
        }

        if (FriendlyDate.Read(text) is { } date)
        {
            return new Fact(label, date, FactKind.Date, raw);
        }

        if (currency is not null && IsMoney(label) && Money(label, text, currency) is { } money)
        {
            return new Fact(WithoutCents(label), money, FactKind.Money, raw);
        }

        return new Fact(label, Enumeration(label, text), FactKind.Text, raw);
    }

    // "in_transit" and "IN_TRANSIT" are names that a program gave; people say "in transit".
    private static string Enumeration(string label, string text) =>
        SnakeCase().IsMatch(text) ? text.Replace('_', ' ').ToLowerInvariant()
        : IsStatus(label) && CapitalWord().IsMatch(text) ? text.ToLowerInvariant()
        : text;

    private static bool IsStatus(string label) =>
        Words.Split(label).Any(word => word is "status" or "state" or "stage" or "phase");

    private static bool IsMoney(string label) =>
        Words.Split(label).Any(word => MoneyStems.Contains(PorterStemmer.Stem(word)));

    private static bool IsTime(string label) => Words.Split(label).Any(TimeWords.Contains);

    private static bool IsInCents(string label) =>
        Words.Split(label).Any(word => word is "cents" or "cent" or "minor");

    private static string WithoutCents(string label) =>
        IsInCents(label)
            ? string.Join(
                ' ',
                label
                    .Split(' ')
                    .Where(word => word is not ("cents" or "cent" or "minor" or "in" or "units"))
            )
            : label;

    private static string WithoutVerb(string label)
    {
        var words = label.Split(' ');
        return words.Length > 1 && words[0] is "is" or "has" or "was" or "are"
            ? string.Join(' ', words[1..])
            : label;
    }

    private static DateTimeOffset? UnixInstant(string raw) =>
        long.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number switch
            {
                >= 946_684_800 and < 4_102_444_800 => DateTimeOffset.FromUnixTimeSeconds(number),
                >= 946_684_800_000 and < 4_102_444_800_000 =>
                    DateTimeOffset.FromUnixTimeMilliseconds(number),
                _ => null,
            }
            : null;

    [GeneratedRegex("^[A-Za-z]{3}$", RegexOptions.None, 1000)]
    private static partial Regex CurrencyCode();

    [GeneratedRegex("^(?:[a-z]+(?:_[a-z]+)+|[A-Z]+(?:_[A-Z]+)+)$", RegexOptions.None, 1000)]
    private static partial Regex SnakeCase();

    [GeneratedRegex("^[A-Z]{3,}$", RegexOptions.None, 1000)]
    private static partial Regex CapitalWord();
}
