using System.Collections.Immutable;
using DataConnectors.Web.SampleStore.Shop;

namespace DataConnectors.Web.SampleStore.Seed;

/// <summary>The shop's own data, the same at every start.</summary>
internal static class ShopSeed
{
    /// <summary>The whole seed.</summary>
    public static ShopData Data { get; } =
        new(
            ById(CustomerSeed.All, customer => customer.Id),
            ById(OrderSeed.All, order => order.Number),
            ById(SubscriptionSeed.All, subscription => subscription.Id),
            ById(StockSeed.All, item => item.Sku),
            ById(ReturnSeed.All, request => request.Id)
        );

    private static ImmutableSortedDictionary<string, T> ById<T>(
        IEnumerable<T> all,
        Func<T, string> id
    ) => all.ToImmutableSortedDictionary(id, item => item, StringComparer.Ordinal);
}
