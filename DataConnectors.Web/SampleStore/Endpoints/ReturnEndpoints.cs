using DataConnectors.Web.SampleStore.Hosting;
using DataConnectors.Web.SampleStore.Shop;
using Microsoft.AspNetCore.Mvc;

namespace DataConnectors.Web.SampleStore.Endpoints;

/// <summary>Things sent back.</summary>
internal static class ReturnEndpoints
{
    /// <summary>Maps <c>/returns</c>.</summary>
    public static void MapReturns(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/returns", "Returns; ?order_number= narrows the list", List);
        routes.MapRead("/returns/{id}", "One return", Read);
        routes.MapPost("/returns", Open).WithSummary("Opens a return: order_number, sku, reason");
    }

    private static IResult List(
        ShopState shop,
        [FromQuery(Name = "order_number")] string? orderNumber
    ) =>
        StoreList<ReturnRequest>.Answer(
            shop.Current.Returns.Values.Where(known =>
                orderNumber is null || known.OrderNumber == orderNumber
            )
        );

    private static IResult Read(ShopState shop, string id) =>
        shop.Current.Returns.TryGetValue(id, out var known)
            ? Results.Json(known)
            : StoreError.NotFound("return", id);

    private static IResult Open(ShopState shop, HttpResponse response, OpenReturn body)
    {
        if (body is not { OrderNumber.Length: > 0, Sku.Length: > 0, Reason.Length: > 0 })
        {
            return StoreError.Answer(
                Refusal.Invalid("fields_missing", "Give order_number, sku and reason.")
            );
        }

        if (
            !shop.OpenReturn(body.OrderNumber, body.Sku, body.Reason)
                .TryGet(out var opened, out var refusal)
        )
        {
            return StoreError.Answer(refusal);
        }

        response.Headers.Location = $"/returns/{opened.Id}";
        return Results.Json(opened, statusCode: StatusCodes.Status201Created);
    }

    private sealed record OpenReturn(string? OrderNumber, string? Sku, string? Reason);
}
