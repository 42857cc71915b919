namespace DataConnectors.Web.SampleStore.Shop;

/// <summary>What the store sells and how much of it there is.</summary>
/// <param name="Available">Pieces over all warehouses.</param>
/// <param name="RestockOn">The day new pieces come; null when there are enough, or nobody knows.</param>
internal sealed record StockItem(
    string Sku,
    string Name,
    string Category,
    string Currency,
    decimal UnitPrice,
    int Available,
    IReadOnlyDictionary<string, int> Warehouses,
    DateOnly? RestockOn
);
