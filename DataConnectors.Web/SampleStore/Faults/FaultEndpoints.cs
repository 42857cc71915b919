namespace DataConnectors.Web.SampleStore.Faults;

/// <summary>Answers that go wrong on request, each under <c>/faults</c>, for every method and without a key.</summary>
internal static class FaultEndpoints
{
    private static readonly string[] Methods =
    [
        HttpMethods.Get,
        HttpMethods.Head,
        HttpMethods.Post,
        HttpMethods.Put,
        HttpMethods.Patch,
        HttpMethods.Delete,
    ];

    /// <summary>Maps them all.</summary>
    public static void MapFaults(this IEndpointRouteBuilder routes)
    {
        var faults = routes.MapGroup("/faults");
        faults.Map("/slow", "Answers after ?seconds= (20 by default, at most 60)", SlowFaults.Slow);
        faults.Map(
            "/drip",
            "Sends one byte a second for ?seconds= (60 by default and at most)",
            SlowFaults.Drip
        );
        faults.Map(
            "/status/{code:int:range(200,599)}",
            "Answers with this status",
            StatusFaults.Status
        );
        faults.Map("/redirect", "Sends to ?to= (an order by default)", StatusFaults.Redirect);
        faults.Map("/no-content", "204", StatusFaults.NoContent);
        faults.Map(
            "/reset",
            "Resets the connection in the middle of the body",
            ConnectionFaults.ResetMidway
        );
        faults.Map(
            "/reset-before",
            "Resets the connection before any answer",
            ConnectionFaults.ResetAtOnce
        );
        faults.Map("/empty", "200 and JSON as content type, but no body", BodyFaults.Empty);
        faults.Map("/garbage", "Says JSON and is none", BodyFaults.Garbage);
        faults.Map("/html", "A page for people where JSON is expected", BodyFaults.Html);
        faults.Map("/deep", "JSON nested 1000 levels", BodyFaults.Deep);
        faults.Map(
            "/oversized",
            "Streams ?bytes= of JSON (2 MiB by default, at most 64 MiB)",
            BodyFaults.Oversized
        );
        faults.Map(
            "/gzip",
            "An order, compressed with gzip whatever Accept-Encoding says",
            CompressedFaults.Gzip
        );
        faults.Map(
            "/brotli",
            "An order, compressed with Brotli whatever Accept-Encoding says",
            CompressedFaults.Brotli
        );
        faults.Map(
            "/gzip-bomb",
            "A small answer that inflates to 50 MiB",
            CompressedFaults.GzipBomb
        );
    }

    private static void Map(
        this RouteGroupBuilder faults,
        string path,
        string summary,
        Delegate handler
    ) => faults.MapMethods(path, Methods, handler).WithSummary(summary);
}
