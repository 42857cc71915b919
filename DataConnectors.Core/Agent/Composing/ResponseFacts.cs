using System.Text.Json;
using DataConnectors.Core.Agent.Language;

namespace DataConnectors.Core.Agent.Composing;

/// <summary>Reads what can be said from a shaped response: nested objects flattened, amounts joined with their currency.</summary>
internal static class ResponseFacts
{
    private const int MaxDepth = 5;
    private const int MaxFacts = 80;

    /// <summary>The facts of an object.</summary>
    public static Facts Read(JsonElement root)
    {
        var values = new List<Fact>();
        var lists = new List<FactList>();
        Collect(root, "", currency: null, depth: 0, values, lists);
        return new Facts(values, lists);
    }

    /// <summary>The currency that an object names for its amounts, or <paramref name="inherited"/>.</summary>
    public static string? CurrencyOf(JsonElement item, string? inherited)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            return inherited;
        }

        foreach (var property in item.EnumerateObject())
        {
            if (
                property.Name.Contains("currency", StringComparison.OrdinalIgnoreCase)
                && property.Value.ValueKind == JsonValueKind.String
                && ScalarText.IsCurrency(property.Value.GetString()!)
            )
            {
                return property.Value.GetString();
            }
        }

        return inherited;
    }

    /// <summary><c>{"amount": 5, "currency": "EUR"}</c> as one amount; null for any other object.</summary>
    public static Fact? AmountWithCurrency(string label, JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object || CurrencyOf(item, null) is not { } currency)
        {
            return null;
        }

        var others = item.EnumerateObject()
            .Where(property =>
                !property.Name.Contains("currency", StringComparison.OrdinalIgnoreCase)
            )
            .ToList();
        if (
            others.Count != 1
            || others[0].Value.ValueKind is not (JsonValueKind.Number or JsonValueKind.String)
        )
        {
            return null;
        }

        var raw =
            others[0].Value.ValueKind == JsonValueKind.String
                ? others[0].Value.GetString()!
                : others[0].Value.GetRawText();
        return ScalarText.Money(FieldLabels.Of(others[0].Name), raw, currency) is { } money
            ? new Fact(label, money, FactKind.Money, raw)
            : null;
    }

    private static void Collect(
        JsonElement item,
        string prefix,
        string? currency,
        int depth,
        List<Fact> values,
        List<FactList> lists
    )
    {
        currency = CurrencyOf(item, currency);
        var hasAmount = HasAmount(item, currency);
        foreach (var property in item.EnumerateObject())
        {
            if (values.Count >= MaxFacts)
            {
                return;
            }

            var label = Join(prefix, FieldLabels.Of(property.Name));
            switch (property.Value.ValueKind)
            {
                case JsonValueKind.Object
                    when AmountWithCurrency(label, property.Value) is { } fact:
                    values.Add(fact);
                    break;
                case JsonValueKind.Object when depth < MaxDepth:
                    Collect(property.Value, label, currency, depth + 1, values, lists);
                    break;
                case JsonValueKind.Array:
                    lists.Add(ListSummary.Read(label, property.Value, currency));
                    break;
                case JsonValueKind.Object:
                    break;
                // The currency is said with the amounts.
                case JsonValueKind.String
                    when hasAmount
                        && property.Name.Contains("currency", StringComparison.OrdinalIgnoreCase):
                    break;
                default:
                    if (ScalarText.Read(label, property.Value, currency) is { } value)
                    {
                        values.Add(value);
                    }

                    break;
            }
        }
    }

    private static bool HasAmount(JsonElement item, string? currency) =>
        currency is not null
        && item.EnumerateObject()
            .Any(property =>
                ScalarText.Read(FieldLabels.Of(property.Name), property.Value, currency)
                    is { Kind: FactKind.Money }
            );

    // "customer" and "customer name" are said once.
    private static string Join(string prefix, string label) =>
        prefix.Length == 0 || label.StartsWith(prefix + " ", StringComparison.Ordinal)
            ? label
            : $"{prefix} {label}";
}
