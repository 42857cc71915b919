using DataConnectors.Web.SampleStore.Hosting;
using DataConnectors.Web.SampleStore.Shop;

namespace DataConnectors.Web.SampleStore.Endpoints;

/// <summary>Customers and what belongs to one.</summary>
internal static class CustomerEndpoints
{
    /// <summary>Maps <c>/customers</c>.</summary>
    public static void MapCustomers(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/customers", "Customers; ?email= finds one", List);
        routes.MapRead("/customers/{id}", "One customer", Read);
        routes.MapPatch("/customers/{id}", Change).WithSummary("Changes phone, address or both");
        routes.MapRead("/customers/{id}/orders", "The orders of a customer, newest first", Orders);
        routes.MapRead(
            "/customers/{id}/subscription",
            "The subscription of a customer",
            SubscriptionOf
        );
    }

    private static IResult List(ShopState shop, string? email) =>
        StoreList<Customer>.Answer(
            shop.Current.Customers.Values.Where(customer =>
                email is null || customer.Email.Equals(email, StringComparison.OrdinalIgnoreCase)
            )
        );

    private static IResult Read(ShopState shop, string id) =>
        shop.Current.Customers.TryGetValue(id, out var customer)
            ? Results.Json(customer)
            : StoreError.NotFound("customer", id);

    private static IResult Change(ShopState shop, string id, CustomerChange change)
    {
        if (change is { Phone: null, Address: null })
        {
            return StoreError.Answer(
                Refusal.Invalid("nothing_to_change", "Give phone, address or both.")
            );
        }

        if (change.Address is { IsComplete: false })
        {
            return StoreError.Answer(
                Refusal.Invalid(
                    "address_incomplete",
                    "An address has line1, city, postal_code and country."
                )
            );
        }

        return shop.ChangeCustomer(id, change.Phone, change.Address)
            .TryGet(out var customer, out var refusal)
            ? Results.Json(customer)
            : StoreError.Answer(refusal);
    }

    private static IResult Orders(ShopState shop, string id) =>
        shop.Current.Customers.ContainsKey(id)
            ? StoreList<Order>.Answer(
                shop.Current.Orders.Values.Reverse().Where(order => order.Customer.Id == id)
            )
            : StoreError.NotFound("customer", id);

    private static IResult SubscriptionOf(ShopState shop, string id)
    {
        var now = shop.Current;
        if (!now.Customers.ContainsKey(id))
        {
            return StoreError.NotFound("customer", id);
        }

        return
            now.Subscriptions.Values.FirstOrDefault(known => known.CustomerId == id)
                is { } subscription
            ? Results.Json(subscription)
            : StoreError.Answer(
                StatusCodes.Status404NotFound,
                "subscription_not_found",
                $"Customer \"{id}\" has no subscription."
            );
    }

    private sealed record CustomerChange(string? Phone, Address? Address);
}
