using DataConnectors.Web.SampleStore.Hosting;
using DataConnectors.Web.SampleStore.Shop;

namespace DataConnectors.Web.SampleStore.Endpoints;

/// <summary>Subscriptions by their own id.</summary>
internal static class SubscriptionEndpoints
{
    /// <summary>Maps <c>/subscriptions</c>.</summary>
    public static void MapSubscriptions(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/subscriptions/{id}", "One subscription", Read);
        routes
            .MapDelete("/subscriptions/{id}", Cancel)
            .WithSummary("Ends a subscription and answers with it");
    }

    private static IResult Read(ShopState shop, string id) =>
        shop.Current.Subscriptions.TryGetValue(id, out var subscription)
            ? Results.Json(subscription)
            : StoreError.NotFound("subscription", id);

    private static IResult Cancel(ShopState shop, string id) =>
        shop.CancelSubscription(id).TryGet(out var subscription, out var refusal)
            ? Results.Json(subscription)
            : StoreError.Answer(refusal);
}
