using DataConnectors.Web.SampleStore.Hosting;
using Microsoft.AspNetCore.Http.Metadata;

namespace DataConnectors.Web.SampleStore.Endpoints;

/// <summary>What a person sees who opens the store in a browser.</summary>
internal static class IndexEndpoint
{
    /// <summary>Maps <c>/</c>.</summary>
    public static void MapIndex(this IEndpointRouteBuilder routes) =>
        routes.MapRead("/", "This list", Index);

    private static IResult Index(EndpointDataSource endpoints) =>
        Results.Json(
            new StoreIndex(
                "Sample store",
                "A small web shop for trying data connectors. Its data is made up; POST /reset restores it.",
                new StoreKey(
                    ApiKeyMiddleware.Header,
                    "The setting SampleStore:ApiKey. / and /faults need none."
                ),
                [.. endpoints.Endpoints.OfType<RouteEndpoint>().Select(Line)]
            )
        );

    private static StoreIndexLine Line(RouteEndpoint endpoint) =>
        new(
            [.. endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []],
            endpoint.RoutePattern.RawText ?? "",
            endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>()?.Summary ?? ""
        );

    private sealed record StoreIndex(
        string Name,
        string About,
        StoreKey Authentication,
        IReadOnlyList<StoreIndexLine> Endpoints
    );

    private sealed record StoreKey(string Header, string Value);

    private sealed record StoreIndexLine(IReadOnlyList<string> Methods, string Path, string About);
}
