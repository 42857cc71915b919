using DataConnectors.Web.SampleStore.Hosting;
using DataConnectors.Web.SampleStore.Shop;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace DataConnectors.Web.SampleStore.Endpoints;

/// <summary>Orders, in JSON and in XML.</summary>
internal static class OrderEndpoints
{
    /// <summary>Maps <c>/orders</c>.</summary>
    public static void MapOrders(this IEndpointRouteBuilder routes)
    {
        routes.MapRead(
            "/orders",
            "Orders, newest first; ?email= and ?status= narrow the list",
            List
        );
        routes.MapRead(
            "/orders/{number}",
            "One order; XML when Accept prefers application/xml",
            Read
        );
        routes.MapRead("/orders/{number}.xml", "One order in XML", ReadXml);
        routes
            .MapPost("/orders/{number}/cancel", Cancel)
            .WithSummary("Cancels with a reason; 409 once delivered");
    }

    private static IResult List(ShopState shop, string? email, string? status)
    {
        OrderStatus? wanted = null;
        if (status is not null)
        {
            if (
                !Enum.TryParse<OrderStatus>(status, ignoreCase: true, out var parsed)
                || !Enum.IsDefined(parsed)
            )
            {
                var names = string.Join(", ", Enum.GetNames<OrderStatus>()).ToLowerInvariant();
                return StoreError.Answer(
                    StatusCodes.Status400BadRequest,
                    "status_unknown",
                    $"The status \"{status}\" is none of {names}."
                );
            }

            wanted = parsed;
        }

        return StoreList<Order>.Answer(
            shop.Current.Orders.Values.Reverse()
                .Where(order => wanted is null || order.Status == wanted)
                .Where(order =>
                    email is null
                    || order.Customer.Email.Equals(email, StringComparison.OrdinalIgnoreCase)
                )
        );
    }

    private static IResult Read(ShopState shop, string number, HttpRequest request)
    {
        if (!shop.Current.Orders.TryGetValue(number, out var order))
        {
            return StoreError.NotFound("order", number);
        }

        return PrefersXml(request) ? Xml(order) : Results.Json(order);
    }

    private static IResult ReadXml(ShopState shop, string number) =>
        shop.Current.Orders.TryGetValue(number, out var order)
            ? Xml(order)
            : StoreError.NotFound("order", number);

    private static IResult Cancel(ShopState shop, string number, [FromBody] CancelOrder body)
    {
        if (string.IsNullOrWhiteSpace(body.Reason))
        {
            return StoreError.Answer(Refusal.Invalid("reason_missing", "Give a reason."));
        }

        return shop.CancelOrder(number, body.Reason).TryGet(out var order, out var refusal)
            ? Results.Json(order)
            : StoreError.Answer(refusal);
    }

    private static IResult Xml(Order order) =>
        Results.Text(OrderXml.Write(order), "application/xml; charset=utf-8");

    private static bool PrefersXml(HttpRequest request)
    {
        // The first of the best: a browser, which lists XML after HTML, gets JSON.
        var best = request
            .GetTypedHeaders()
            .Accept.OrderByDescending(type => type.Quality ?? 1)
            .FirstOrDefault();
        return best is not null && (Is(best, "application/xml") || Is(best, "text/xml"));
    }

    private static bool Is(MediaTypeHeaderValue type, string name) =>
        type.MediaType.Equals(name, StringComparison.OrdinalIgnoreCase);

    private sealed record CancelOrder(string? Reason);
}
