namespace DataConnectors.Web.SampleStore.Endpoints;

/// <summary>Ways to map that every endpoint of the store shares.</summary>
internal static class StoreRoutes
{
    private static readonly string[] Reads = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps GET, and HEAD with the same head and no body.</summary>
    public static void MapRead(
        this IEndpointRouteBuilder routes,
        string path,
        string summary,
        Delegate handler
    ) => routes.MapMethods(path, Reads, handler).WithSummary(summary);
}

/// <summary>A list as the store answers it.</summary>
internal sealed record StoreList<T>(IReadOnlyList<T> Data, int TotalCount)
{
    /// <summary>The list of everything given.</summary>
    public static IResult Answer(IEnumerable<T> items)
    {
        T[] data = [.. items];
        return Results.Json(new StoreList<T>(data, data.Length));
    }
}
