using System.Diagnostics;
using DataConnectors.Core.Connectors;
using DataConnectors.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace DataConnectors.Tests.Core.Connectors;

public sealed class ConnectorListTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(null, "100% refund,Get order_status,Get orders,ÉTAT de commande,Track 🚀 launch")]
    [InlineData("  ", "100% refund,Get order_status,Get orders,ÉTAT de commande,Track 🚀 launch")]
    [InlineData("ORDER", "Get order_status,Get orders")]
    [InlineData(" order_ ", "Get order_status")]
    [InlineData("%", "100% refund")]
    [InlineData("état", "ÉTAT de commande")]
    [InlineData("🚀", "Track 🚀 launch")]
    [InlineData("\\", "")]
    public async Task Search_takes_every_character_for_itself_whatever_its_case(
        string? search,
        string expected
    )
    {
        await using var database = await TestDatabase.CreateAsync();
        var create = database.Get<CreateConnector>();
        foreach (
            var name in (string[])
                [
                    "Get orders",
                    "Get order_status",
                    "100% refund",
                    "ÉTAT de commande",
                    "Track 🚀 launch",
                ]
        )
        {
            await create.RunAsync(Some.Actor, Some.Definition(name), default);
        }

        var rows = await database.Get<ConnectorQueries>().ListAsync(search, default);

        Assert.Equal(
            expected.Split(',', StringSplitOptions.RemoveEmptyEntries).ToHashSet(),
            rows.Select(row => row.Name).ToHashSet()
        );
    }

    [Fact]
    public async Task The_connector_changed_last_comes_first()
    {
        var clock = new FakeTimeProvider(Some.Instant);
        await using var database = await TestDatabase.CreateAsync(clock);
        var create = database.Get<CreateConnector>();
        var first = (await create.RunAsync(Some.Actor, Some.Definition("A"), default)).Value;
        clock.Advance(TimeSpan.FromSeconds(1));
        await create.RunAsync(Some.Actor, Some.Definition("B"), default);
        clock.Advance(TimeSpan.FromSeconds(1));

        await database
            .Get<SaveDraft>()
            .RunAsync(Some.OtherActor, first, Some.Definition("A2"), 1, default);
        var rows = await database.Get<ConnectorQueries>().ListAsync(null, default);

        Assert.Equal(["A2", "B"], rows.Select(row => row.Name));
        Assert.Equal("Ola Other", rows[0].SavedBy);
        Assert.Equal("https://api.example.com/orders/{{order_id}}", rows[0].Url);
        Assert.Equal(ConnectorState.Draft, rows[0].State);
    }

    [Fact]
    public async Task A_list_opened_again_shows_what_was_saved_and_not_what_was_deleted()
    {
        await using var database = await TestDatabase.CreateAsync();
        var create = database.Get<CreateConnector>();
        var queries = database.Get<ConnectorQueries>();
        var kept = (await create.RunAsync(Some.Actor, Some.Definition("A"), default)).Value;
        var deleted = (await create.RunAsync(Some.Actor, Some.Definition("B"), default)).Value;
        await queries.ListAsync(null, default);

        var changed = Some.Definition("A") with { Url = "https://other.example.com" };
        await database.Get<SaveDraft>().RunAsync(Some.Actor, kept, changed, 1, default);
        await database.Get<DeleteConnector>().RunAsync(Some.Actor, deleted, default);

        var row = Assert.Single(await queries.ListAsync(null, default));
        Assert.Equal("https://other.example.com", row.Url);
    }

    [Fact]
    public async Task A_thousand_connectors_are_listed_quickly()
    {
        await using var database = await TestDatabase.CreateAsync();
        var json = ConnectorJson.Serialize(
            Some.Definition() with
            {
                ExampleResponse = new ExampleResponse(200, null, new string('"', 4000)),
            }
        );
        await database.AddAsync([
            .. Enumerable
                .Range(1, 1000)
                .Select(id => new Connector
                {
                    Id = id,
                    Name = $"Get order {id}",
                    DraftJson = json,
                    DraftRevision = 1,
                }),
        ]);
        var queries = database.Get<ConnectorQueries>();

        var best = TimeSpan.MaxValue;
        for (var round = 0; round < 10; round++)
        {
            var start = Stopwatch.GetTimestamp();
            Assert.Equal(1000, (await queries.ListAsync(null, default)).Count);
            var elapsed = Stopwatch.GetElapsedTime(start);
            best = elapsed < best ? elapsed : best;
        }

        output.WriteLine($"best of ten: {best.TotalMilliseconds:F1} ms");

        // Far above what is measured, so that only a change of order of magnitude fails on a busy machine.
        Assert.True(best < TimeSpan.FromMilliseconds(150), $"{best}");
    }
}
