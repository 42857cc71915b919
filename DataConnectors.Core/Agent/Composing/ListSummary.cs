using System.Text.Json;
using DataConnectors.Core.Agent.Language;

namespace DataConnectors.Core.Agent.Composing;

/// <summary>Says each item of a list in a few words: "Basic Tee × 2 (€19.90, shipped)".</summary>
internal static class ListSummary
{
    private const int MaxItems = 50;

    private static readonly string[] TitleNames =
    [
        "name",
        "title",
        "product_name",
        "productname",
        "product",
        "label",
        "subject",
        "description",
        "number",
        "order_number",
        "tracking_number",
        "sku",
        "code",
        "email",
        "date",
        "id",
    ];

    private static readonly string[] QuantityNames = ["quantity", "qty", "count"];

    /// <summary>The list with what is said of its first items.</summary>
    public static FactList Read(string label, JsonElement list, string? currency) =>
        new(
            label,
            [
                .. list.EnumerateArray()
                    .Take(MaxItems)
                    .Select(item => Say(item, currency))
                    .Where(text => text.Length > 0),
            ],
            list.GetArrayLength()
        );

    private static string Say(JsonElement item, string? currency)
    {
        switch (item.ValueKind)
        {
            case JsonValueKind.Object:
                return SayObject(item, ResponseFacts.CurrencyOf(item, currency));
            case JsonValueKind.Array:
                return $"a list of {item.GetArrayLength()}";
            case JsonValueKind.Null:
                return "";
            default:
                return ScalarText.Read("", item, currency)?.Text ?? "";
        }
    }

    private static string SayObject(JsonElement item, string? currency)
    {
        var scalars = item.EnumerateObject()
            .Select(property =>
                (
                    property.Name,
                    Fact: ResponseFacts.AmountWithCurrency(
                        FieldLabels.Of(property.Name),
                        property.Value
                    ) ?? ScalarText.Read(FieldLabels.Of(property.Name), property.Value, currency)
                )
            )
            .Where(pair => pair.Fact is { Kind: not FactKind.Missing })
            .ToList();
        if (scalars.Count == 0)
        {
            return "";
        }

        var title = TitleNames
            .Select(name =>
                scalars.Find(pair =>
                    string.Equals(pair.Name, name, StringComparison.OrdinalIgnoreCase)
                )
            )
            .FirstOrDefault(pair => pair.Fact is not null);
        if (title.Fact is null)
        {
            return string.Join(
                ", ",
                scalars.Take(3).Select(pair => $"{pair.Fact!.Label} {pair.Fact.Text}")
            );
        }

        var quantity = scalars.Find(pair =>
            QuantityNames.Contains(pair.Name, StringComparer.OrdinalIgnoreCase)
        );
        var text = IsIdentifier(title.Name)
            ? $"{title.Fact.Label} {title.Fact.Text}"
            : title.Fact.Text;
        if (quantity.Fact is not null)
        {
            text += $" × {quantity.Fact.Text}";
        }

        var details = scalars
            .Where(pair =>
                pair != title && pair != quantity && IsWorthSaying(pair.Name, pair.Fact!)
            )
            .OrderByDescending(pair => FactRanking.Importance(pair.Fact!))
            .Take(2)
            .Select(pair =>
                pair.Fact!.Kind is FactKind.Number or FactKind.YesOrNo
                    ? $"{pair.Fact.Label} {pair.Fact.Text}"
                    : pair.Fact.Text
            )
            .ToList();
        return details.Count == 0 ? text : $"{text} ({string.Join(", ", details)})";
    }

    private static bool IsIdentifier(string name) =>
        name.Equals("id", StringComparison.OrdinalIgnoreCase)
        || name.Equals("number", StringComparison.OrdinalIgnoreCase)
        || name.Equals("tracking_number", StringComparison.OrdinalIgnoreCase);

    private static bool IsWorthSaying(string name, Fact fact) =>
        !name.Contains("currency", StringComparison.OrdinalIgnoreCase)
        && FactRanking.Importance(fact) > 1;
}
