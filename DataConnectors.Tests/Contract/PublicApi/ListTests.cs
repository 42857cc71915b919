using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Kernel;
using DataConnectors.Tests.Support;

namespace DataConnectors.Tests.Contract.PublicApi;

public sealed class ListTests : IAsyncLifetime
{
    private ApiHost host = null!;

    public async ValueTask InitializeAsync() => host = await ApiHost.StartAsync();

    public async ValueTask DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Pages_follow_each_other_most_recently_updated_first_whatever_changes_meanwhile()
    {
        await AddAsync(Enumerable.Range(1, 45).Select(i => (i, Some.Instant.AddSeconds(i / 3))));

        var first = await host.Client.AskAsync("GET", "/data_connectors");
        var cursor = first["pages"]!["next"]!["starting_after"]!.GetValue<string>();

        // The row that the cursor names goes to the front, another is deleted, and one is new.
        await host.Client.AskAsync("PATCH", "/data_connectors/26", """{"name":"Renamed"}""");
        await host.Client.AskAsync("DELETE", "/data_connectors/25");
        await host.Client.CreateAsync("""{"name":"New"}""");
        var second = await host.Client.AskAsync(
            "GET",
            $"/data_connectors?per_page=20&starting_after={Uri.EscapeDataString(cursor)}"
        );
        var third = await host.Client.AskAsync(
            "GET",
            $"/data_connectors?starting_after={Uri.EscapeDataString(second["pages"]!["next"]!["starting_after"]!.GetValue<string>())}"
        );

        ContractSchema.Holds("data_connector_list", first.Json);
        ContractSchema.Holds("data_connector_list", third.Json);
        Assert.Equal([.. Enumerable.Range(26, 20).Reverse()], Ids(first));
        Assert.Equal([.. Enumerable.Range(5, 20).Reverse()], Ids(second));
        Assert.Equal([4, 3, 2, 1], Ids(third));
        Assert.Null(third["pages"]!["next"]);
        Assert.StartsWith(
            "[17",
            Encoding.ASCII.GetString(Convert.FromBase64String(cursor)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_row_has_the_members_of_the_contract_and_no_other()
    {
        var id = await host.Client.CreateAsync(
            """{"name":"Order Status Service","description":"Fetches order status","http_method":"post"}"""
        );

        var listed = await host.Client.AskAsync("GET", "/data_connectors");

        var row = Assert.Single(listed["data"]!.AsArray())!;
        row.IsJson(
            $$"""
            {
              "type": "data_connector", "id": "{{id}}", "name": "Order Status Service", "description": "Fetches order status",
              "state": "draft", "http_method": "post", "direct_fin_usage": false,
              "created_by_admin_id": "900", "updated_by_admin_id": "900",
              "created_at": "{{row["created_at"]}}", "updated_at": "{{row["updated_at"]}}",
              "execution_results_url": "/data_connectors/{{id}}/execution_results"
            }
            """
        );
        listed["pages"].IsJson("""{"type":"pages","per_page":20,"next":null}""");
    }

    [Fact]
    public async Task A_row_shows_the_draft_as_it_is_now()
    {
        var id = await host.Client.CreateAsync("""{"name":"Before"}""");
        await host.Client.AskAsync("GET", "/data_connectors");
        await host.Client.AskAsync(
            "PATCH",
            $"/data_connectors/{id}",
            """{"http_method":"put","description":"After"}"""
        );

        var row = (await host.Client.AskAsync("GET", "/data_connectors"))["data"]![0]!;

        Assert.Equal(
            ("put", "After"),
            (row["http_method"]!.GetValue<string>(), row["description"]!.GetValue<string>())
        );
    }

    [Theory]
    [InlineData("0", 1)]
    [InlineData("-3", 1)]
    [InlineData("2", 2)]
    [InlineData("999999999999999999999", 50)]
    public async Task A_page_size_past_the_bounds_is_the_nearest_within(
        string perPage,
        int expected
    )
    {
        await AddAsync(Enumerable.Range(1, 51).Select(i => (i, Some.Instant)));

        var listed = await host.Client.AskAsync("GET", $"/data_connectors?per_page={perPage}");

        Assert.Equal(expected, listed["pages"]!["per_page"]!.GetValue<int>());
        Assert.Equal(expected, listed["data"]!.AsArray().Count);
        Assert.NotNull(listed["pages"]!["next"]);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("WzFd")]
    [InlineData("e30=")]
    [InlineData("WyIxIiwiMiJd")]
    [InlineData("WzFlMzAsMV0=")]
    [InlineData("WzEsMS41XQ==")]
    [InlineData("WzEsMiwzXQ==")]
    public async Task A_cursor_that_no_page_gave_is_refused(string cursor)
    {
        var refused = await host.Client.AskAsync(
            "GET",
            $"/data_connectors?starting_after={cursor}"
        );

        refused.IsError(
            HttpStatusCode.BadRequest,
            "client_error",
            "Invalid starting_after param. Please try again using a starting_after value from a paginated response"
        );
    }

    [Theory]
    [InlineData("many")]
    [InlineData("1.5")]
    [InlineData("1e1")]
    public async Task A_page_size_that_is_no_integer_is_refused(string perPage) =>
        (await host.Client.AskAsync("GET", $"/data_connectors?per_page={perPage}")).IsError(
            HttpStatusCode.BadRequest,
            "parameter_invalid",
            "per_page must be an integer"
        );

    private static int[] Ids(Answer answer) =>
        [
            .. answer["data"]!
                .AsArray()
                .Select(row =>
                    int.Parse(
                        row!["id"]!.GetValue<string>(),
                        System.Globalization.CultureInfo.InvariantCulture
                    )
                ),
        ];

    private async Task AddAsync(IEnumerable<(int Id, DateTimeOffset UpdatedAt)> connectors)
    {
        await using var context = await host.Contexts.CreateDbContextAsync();
        context.AddRange(
            connectors.Select(connector => new Connector
            {
                Id = connector.Id,
                Name = $"Connector {connector.Id}",
                DraftJson = ConnectorJson.Serialize(Some.Definition($"Connector {connector.Id}")),
                DraftRevision = 1,
                DraftSavedBy = host.Actor.Name,
                DraftSavedById = host.Actor.TeammateId,
                CreatedById = host.Actor.TeammateId,
                CreatedAt = connector.UpdatedAt,
                UpdatedAt = connector.UpdatedAt,
            })
        );
        await context.SaveChangesAsync();
    }
}
