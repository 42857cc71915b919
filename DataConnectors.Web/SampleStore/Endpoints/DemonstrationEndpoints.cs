using DataConnectors.Web.SampleStore.Hosting;
using DataConnectors.Web.SampleStore.Shop;

namespace DataConnectors.Web.SampleStore.Endpoints;

/// <summary>What a demo or a test needs and a shop would not have.</summary>
internal static class DemonstrationEndpoints
{
    /// <summary>Maps <c>/requests</c> and <c>/reset</c>.</summary>
    public static void MapDemonstration(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/requests", "The last 50 requests as they came in, newest first", Requests);
        routes
            .MapPost("/reset", Reset)
            .WithSummary("Forgets every write and every received request");
    }

    private static IResult Requests(RequestJournal journal) =>
        StoreList<ReceivedRequest>.Answer(journal.Latest());

    private static IResult Reset(ShopState shop, RequestJournal journal)
    {
        shop.Reset();
        journal.Clear();
        return Results.NoContent();
    }
}
