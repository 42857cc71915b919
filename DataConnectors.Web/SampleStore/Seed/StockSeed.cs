using DataConnectors.Web.SampleStore.Shop;

namespace DataConnectors.Web.SampleStore.Seed;

/// <summary>What the store sells: things for a kitchen and a home.</summary>
internal static class StockSeed
{
    /// <summary>Everything, sold out or not.</summary>
    public static IReadOnlyList<StockItem> All { get; } =
    [
        Make("KET-100", "Enamel kettle", "kitchen", 49.90m, 34, 12),
        Make("MUG-BLU", "Stoneware mug, blue", "kitchen", 14.50m, 120, 80),
        Make("MUG-GRN", "Stoneware mug, green", "kitchen", 14.50m, 0, 0, restockInDays: 9),
        Make("PAN-24", "Cast iron pan, 24 cm", "kitchen", 64.00m, 18, 0),
        Make("KNF-CHF", "Chef's knife", "kitchen", 79.00m, 7, 3),
        Make("BRD-OAK", "Oak cutting board", "kitchen", 38.00m, 22, 15),
        Make("APR-LIN", "Linen apron", "textiles", 32.00m, 41, 9),
        Make("TWL-SET", "Tea towels, set of three", "textiles", 18.00m, 66, 40),
        Make("BLK-WOL", "Wool blanket", "textiles", 119.00m, 3, 2, restockInDays: 21),
        Make("LMP-DSK", "Desk lamp", "home", 89.00m, 12, 4),
        Make("CND-BEE", "Beeswax candles, pair", "home", 16.00m, 88, 30),
        Make("VAS-GLS", "Glass vase", "home", 45.00m, 0, 0),
        Make("PLT-SET", "Dinner plates, set of four", "kitchen", 72.00m, 15, 11),
        Make("TEA-ERL", "Earl Grey, loose leaf, 100 g", "pantry", 9.80m, 210, 150),
    ];

    /// <summary>One line of an order, at the present price.</summary>
    public static OrderItem Line(string sku, int quantity)
    {
        var item = All.First(known => known.Sku == sku);
        return new OrderItem(sku, item.Name, quantity, item.UnitPrice);
    }

    private static StockItem Make(
        string sku,
        string name,
        string category,
        decimal price,
        int rotterdam,
        int lyon,
        int? restockInDays = null
    ) =>
        new(
            sku,
            name,
            category,
            "EUR",
            price,
            rotterdam + lyon,
            new Dictionary<string, int>(StringComparer.Ordinal)
            {
                ["rotterdam"] = rotterdam,
                ["lyon"] = lyon,
            },
            restockInDays is { } days ? SeedCalendar.Day(days) : null
        );
}
