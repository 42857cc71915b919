using DataConnectors.Tests.Support;

namespace DataConnectors.Tests.Client;

public sealed class PagingTests
{
    [Fact]
    public async Task A_list_follows_the_cursors_to_the_last_page()
    {
        await using var api = ThreePages();
        using var client = ClientOf.Api(api);

        var names = new List<string>();
        await foreach (var connector in client.Connectors.ListAsync(perPage: 2))
        {
            names.Add(connector.Name);
        }

        Assert.Equal(["One", "Two", "Three", "Four", "Five"], names);
        Assert.Equal(
            [
                "/data_connectors?per_page=2",
                "/data_connectors?per_page=2&starting_after=page%3D2",
                "/data_connectors?per_page=2&starting_after=page%3D3",
            ],
            api.Requests.Select(request => request.Target)
        );
    }

    [Fact]
    public async Task A_page_that_nobody_comes_to_is_not_fetched()
    {
        await using var api = ThreePages();
        using var client = ClientOf.Api(api);

        await foreach (var connector in client.Connectors.ListAsync())
        {
            if (connector.Name == "Two")
            {
                break;
            }
        }

        Assert.Single(api.Requests);
    }

    [Fact]
    public async Task Cancelling_ends_the_list_between_pages()
    {
        await using var api = ThreePages();
        using var client = ClientOf.Api(api);
        using var cancellation = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (
                var connector in client.Connectors.ListAsync().WithCancellation(cancellation.Token)
            )
            {
                if (connector.Name == "Two")
                {
                    await cancellation.CancelAsync();
                }
            }
        });

        Assert.Single(api.Requests);
    }

    [Fact]
    public async Task A_filter_goes_along_to_every_page()
    {
        await using var api = LoopbackApi.Start();
        api.Answer(
            "/data_connectors/7/execution_results",
            request =>
                LoopbackAnswer.Json(
                    request.Target.Contains("starting_after", StringComparison.Ordinal)
                        ? """{"type":"list","data":[],"pages":{"type":"pages","per_page":10,"next":null}}"""
                        : """{"type":"list","data":[{"id":"1"}],"pages":{"per_page":10,"next":{"starting_after":"x"}}}"""
                )
        );
        using var client = ClientOf.Api(api);

        var results = client.ExecutionResults.ListAsync(
            "7",
            new()
            {
                Success = false,
                ErrorType = DataConnectors.Client.Names.ExecutionErrorType.ThirdPartyError,
                From = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000),
                IncludeBodies = true,
            }
        );
        await foreach (var result in results)
        {
            Assert.Equal("1", result.Id);
        }

        Assert.All(
            api.Requests,
            request =>
                Assert.StartsWith(
                    "/data_connectors/7/execution_results?success=false&error_type=3rd_party_error&start_ts=1700000000&include_bodies=true",
                    request.Target,
                    StringComparison.Ordinal
                )
        );
        Assert.Equal(2, api.Requests.Count);
    }

    private static LoopbackApi ThreePages() =>
        LoopbackApi
            .Start()
            .Answer(
                "/data_connectors",
                request =>
                    request.Target.Contains("page%3D2", StringComparison.Ordinal)
                        ? Page("page=3", "Three", "Four")
                    : request.Target.Contains("page%3D3", StringComparison.Ordinal)
                        ? Page(next: null, "Five")
                    : Page("page=2", "One", "Two")
            );

    private static LoopbackAnswer Page(string? next, params string[] names)
    {
        var items = names.Select(name => $$"""{"type":"data_connector","name":"{{name}}"}""");
        var cursor = next is null ? "null" : $$"""{"starting_after":"{{next}}"}""";
        return LoopbackAnswer.Json(
            $$$"""{"type":"list","data":[{{{string.Join(',', items)}}}],"pages":{"type":"pages","per_page":2,"next":{{{cursor}}} }}"""
        );
    }
}
