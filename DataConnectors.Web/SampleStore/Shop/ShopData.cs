using System.Collections.Immutable;

namespace DataConnectors.Web.SampleStore.Shop;

/// <summary>Everything the shop knows at one moment. Immutable: a write makes a new one, so a reader never sees half a change.</summary>
internal sealed record ShopData(
    ImmutableSortedDictionary<string, Customer> Customers,
    ImmutableSortedDictionary<string, Order> Orders,
    ImmutableSortedDictionary<string, Subscription> Subscriptions,
    ImmutableSortedDictionary<string, StockItem> Stock,
    ImmutableSortedDictionary<string, ReturnRequest> Returns
);
