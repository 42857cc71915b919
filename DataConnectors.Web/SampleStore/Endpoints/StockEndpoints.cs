using DataConnectors.Web.SampleStore.Hosting;
using DataConnectors.Web.SampleStore.Shop;

namespace DataConnectors.Web.SampleStore.Endpoints;

/// <summary>What is on the shelves.</summary>
internal static class StockEndpoints
{
    /// <summary>Maps <c>/stock</c>.</summary>
    public static void MapStock(this IEndpointRouteBuilder routes)
    {
        routes.MapRead(
            "/stock",
            "What the store sells; ?query= looks in name, SKU and category",
            List
        );
        routes.MapRead("/stock/{sku}", "How many pieces there are of one thing", Read);
    }

    private static IResult List(ShopState shop, string? query) =>
        StoreList<StockItem>.Answer(
            shop.Current.Stock.Values.Where(item => query is null || Matches(item, query))
        );

    private static IResult Read(ShopState shop, string sku) =>
        shop.Current.Stock.TryGetValue(sku, out var item)
            ? Results.Json(item)
            : StoreError.NotFound("sku", sku);

    private static bool Matches(StockItem item, string query) =>
        item.Name.Contains(query, StringComparison.OrdinalIgnoreCase)
        || item.Sku.Contains(query, StringComparison.OrdinalIgnoreCase)
        || item.Category.Contains(query, StringComparison.OrdinalIgnoreCase);
}
