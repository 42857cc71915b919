using DataConnectors.Core.CustomObjects;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Logs;
using DataConnectors.Core.People;
using DataConnectors.Tests.Core.CustomObjects;
using DataConnectors.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace DataConnectors.Tests.Core.Logs;

public sealed class CustomObjectStoreTests
{
    [Fact]
    public async Task Objects_are_made_then_merged_by_type_and_external_id()
    {
        var clock = new FakeTimeProvider(Some.Instant);
        await using var database = await ShopAsync(clock);
        var first = Finished.Execution(
            connectorId: 5,
            changes:
            [
                Order(
                    "1",
                    ["customer"],
                    ("status", "\"offen — größer\""),
                    ("total", "9007199254740993.10")
                ),
                Order("2", [], ("status", "\"open\"")),
            ]
        );
        var second = Finished.Execution(
            connectorId: 6,
            changes:
            [
                Order("1", [], ("status", "null"), ("skus", """["a",1,true]""")),
                Order("3", [], ("status", "null")),
            ]
        );

        await RecordAsync(database, first);
        clock.Advance(TimeSpan.FromHours(1));
        await RecordAsync(database, second);

        var stored = (await database.ObjectsAsync()).ToDictionary(order => order.ExternalId);
        Assert.Equal(["1", "2", "3"], stored.Keys.Order());
        Assert.Equal(
            ["skus=[\"a\",1,true]", "total=9007199254740993.10"],
            stored["1"]
                .Attributes.OrderBy(value => value.Key)
                .Select(value => $"{value.Key}={value.Value.GetRawText()}")
        );
        Assert.Equal(
            (Some.Instant, Some.Instant.AddHours(1), second.Id, 6L),
            (
                stored["1"].CreatedAt,
                stored["1"].UpdatedAt,
                stored["1"].LastExecutionId,
                stored["1"].LastConnectorId
            )
        );
        Assert.Equal((first.Id, 5L), (stored["2"].LastExecutionId, stored["2"].LastConnectorId));
        Assert.Empty(stored["3"].Attributes);
        Assert.Equal(
            [new ReferencedPerson("customer", 201, "Grace Hopper")],
            stored["1"].References
        );
    }

    [Fact]
    public async Task A_reference_to_one_leads_to_the_last_and_one_to_many_to_all()
    {
        await using var database = await ShopAsync();
        await database.AddAsync(Some.Person(202, name: "Ada"));
        var change = Order("1", ["customer", "watchers", "unknown"]);

        await RecordAsync(
            database,
            Finished.Execution(changes: [change]),
            Finished.Execution(changes: [change])
        );
        await RecordAsync(database, Finished.Execution(changes: [change]) with { PersonId = 202 });

        var stored = Assert.Single(await database.ObjectsAsync());
        Assert.Equal(
            [("customer", 202L), ("watchers", 201L), ("watchers", 202L)],
            stored.References.Select(link => (link.Reference, link.PersonId))
        );
        var queries = database.Get<CustomObjectQueries>();
        var theirs = Assert.Single(await queries.ListForPersonAsync(202, default));
        Assert.Equal(("order", "Orders", 1), (theirs.Type.Key, theirs.PluralName, theirs.Count));
        Assert.Equal("1", Assert.Single(theirs.Objects).ExternalId);
        Assert.Empty(await queries.ListForPersonAsync(404, default));
    }

    [Fact]
    public async Task What_is_gone_is_not_written_and_the_record_is_and_says_so()
    {
        await using var database = await ShopAsync();
        var run = Finished.Execution(
            changes:
            [
                Order("1", ["customer"], ("status", "\"open\"")),
                Order("1", []) with
                {
                    ObjectType = "ticket",
                },
                Some.Change("person.plan", "1"),
            ]
        ) with
        {
            PersonId = 404,
        };

        await RecordAsync(database, run);

        var stored = Assert.Single(await database.ObjectsAsync());
        Assert.Empty(stored.References);
        var record = await database.RecordOf(run);
        var change = Assert.Single(StoredExecution.Changes(record));
        Assert.Equal(("order", 1), (change.ObjectType, change.Count));
        Assert.Equal(["status"], change.Attributes);
        Assert.Contains(
            "deleted meanwhile",
            Assert.Single(StoredExecution.Findings(record)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_refused_record_takes_its_objects_back_and_no_others()
    {
        await using var database = await ShopAsync();
        var first = Finished.Execution(changes: [Order("1", [])]);

        // The same execution twice breaks the primary key; its second copy would store another object.
        var again = first with
        {
            AcceptedChanges = [Order("2", [])],
        };
        var recorder = database.Get<ExecutionRecorder>();
        var recordings = new[] { first, again, Finished.Execution(changes: [Order("3", [])]) }
            .Select(recorder.OnCompletedAsync)
            .ToList();
        await Task.WhenAny(Task.WhenAll(recordings)).WaitAsync(Finished.Patience);

        Assert.Equal(
            [true, false, true],
            recordings.Select(recording => recording.IsCompletedSuccessfully)
        );
        Assert.Equal(
            ["1", "3"],
            (await database.ObjectsAsync()).Select(order => order.ExternalId).Order()
        );
    }

    [Fact]
    public async Task A_change_that_the_database_refuses_holds_up_neither_its_record_nor_others()
    {
        await using var database = await ShopAsync();
        await database.AddAsync(Some.Person(202, attributesJson: "not json"));
        var refused = Finished.Execution(
            changes: [Order("1", []), Some.Change("person.plan", "\"secret-plan\"")]
        ) with
        {
            PersonId = 202,
        };
        var fine = Finished.Execution(changes: [Order("2", [])]);

        await RecordAsync(database, refused, fine);

        Assert.Equal(["2"], (await database.ObjectsAsync()).Select(order => order.ExternalId));
        var record = await database.RecordOf(refused);
        Assert.Empty(StoredExecution.Changes(record));
        var finding = Assert.Single(StoredExecution.Findings(record));
        Assert.Equal("objectMappings", finding.Path);
        Assert.Contains("refused", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stored_object_that_is_broken_is_mended_by_the_next_run()
    {
        await using var database = await ShopAsync();
        await RecordAsync(database, Finished.Execution(changes: [Order("1", [])]));
        await using (var context = await database.Contexts.CreateDbContextAsync())
        {
            await context.Database.ExecuteSqlRawAsync(
                "UPDATE CustomObjects SET AttributesJson = 'broken'"
            );
        }

        await RecordAsync(
            database,
            Finished.Execution(changes: [Order("1", [], ("status", "\"open\""))])
        );

        Assert.Equal(
            "open",
            Assert.Single(await database.ObjectsAsync()).Attributes["status"].GetString()
        );
    }

    [Fact]
    public async Task The_log_tells_what_was_stored_and_found_without_any_value()
    {
        await using var database = await ShopAsync();
        var run = Finished.Execution(
            changes:
            [
                .. Enumerable
                    .Range(0, 150)
                    .Select(i => Order($"{i}", ["customer"], ("status", "\"secret-value\""))),
                Some.Change("person.plan", "\"secret-plan\""),
                Order("secret-id", []) with
                {
                    IsIdentityRedacted = true,
                },
            ]
        ) with
        {
            Findings =
            [
                .. Enumerable
                    .Range(0, 120)
                    .Select(i => new Problem(
                        $"objectMappings[{i}].identityPath",
                        "It \"fits\" not.",
                        ProblemSeverity.Warning
                    )),
            ],
        };

        await RecordAsync(database, run);

        var record = await database.RecordOf(run);
        Assert.DoesNotContain("secret", record.ChangesJson, StringComparison.Ordinal);
        var changes = StoredExecution.Changes(record);
        Assert.Equal(
            [("order", 151, 100), ("person", 1, 0)],
            changes.Select(change => (change.ObjectType, change.Count, change.ExternalIds.Count))
        );
        Assert.Equal(["status"], changes[0].Attributes);
        Assert.Equal(["customer"], changes[0].References);
        var findings = StoredExecution.Findings(record);
        Assert.Equal(100, findings.Count);
        Assert.Equal(
            new StoredFinding("objectMappings[0].identityPath", "It \"fits\" not."),
            findings[0]
        );
    }

    [Fact]
    public async Task A_run_of_many_objects_is_stored_quickly()
    {
        await using var database = await ShopAsync();
        var changes = Enumerable
            .Range(0, 1_000)
            .Select(i => Order($"{i}", ["customer"], ("status", "\"open\""), ("total", "1.5")))
            .ToList();
        await RecordAsync(database, Finished.Execution(changes: changes));

        var watch = System.Diagnostics.Stopwatch.StartNew();
        await RecordAsync(database, Finished.Execution(changes: changes));

        Assert.Equal(1_000, Assert.Single(await database.TypesAsync()).ObjectCount);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 5);
        TestContext.Current.TestOutputHelper?.WriteLine($"1,000 objects: {watch.Elapsed}");
    }

    [Fact]
    public async Task Objects_are_paged_and_searched()
    {
        await using var database = await ShopAsync();
        await RecordAsync(
            database,
            Finished.Execution(
                changes:
                [
                    .. Enumerable
                        .Range(0, 120)
                        .Select(i =>
                            Order(
                                $"R-{i:000}",
                                [],
                                ("status", i == 7 ? "\"Zugestellt über Nacht 100%\"" : "\"open\""),
                                ("skus", i == 8 ? """["SKU-77"]""" : "[]")
                            )
                        ),
                ]
            )
        );
        var queries = database.Get<CustomObjectQueries>();

        var ids = new List<string>();
        string? cursor = null;
        do
        {
            var page = await queries.ListObjectsAsync("order", search: " ", cursor, default);
            ids.AddRange(page.Items.Select(order => order.ExternalId));
            cursor = page.NextCursor;
        } while (cursor is not null);

        Assert.Equal(Enumerable.Range(0, 120).Select(i => $"R-{119 - i:000}"), ids);
        Assert.Equal(["R-042"], await Search("r-042"));
        Assert.Equal(["R-007"], await Search("ÜBER nacht".Replace('Ü', 'ü')));
        Assert.Equal(["R-007"], await Search("100%"));
        Assert.Equal(["R-008"], await Search("sku-77"));
        Assert.Empty(await Search("status"));
        Assert.Equal(50, (await Search("OPEN")).Count());
        Assert.Empty((await queries.ListObjectsAsync("ticket", null, null, default)).Items);

        async Task<IEnumerable<string>> Search(string text) =>
            (await queries.ListObjectsAsync("order", text, cursor: null, default)).Items.Select(
                order => order.ExternalId
            );
    }

    private static async Task<TestDatabase> ShopAsync(TimeProvider? clock = null)
    {
        var database = await Finished.DatabaseAsync(clock);
        await database.CreateOrderAsync();
        await database.AddAsync(Some.Person());
        await database.StartAsync();
        return database;
    }

    private static ObjectChange Order(
        string externalId,
        IReadOnlyList<string> references,
        params (string Name, string Json)[] values
    ) =>
        new(
            "order",
            externalId,
            [.. values.Select(value => new AttributeValue(value.Name, Some.Json(value.Json)))],
            references
        );

    /// <summary>Records on a recorder that goes on, as that of a server does.</summary>
    private static async Task RecordAsync(TestDatabase database, params ExecutionResult[] runs)
    {
        var recorder = database.Get<ExecutionRecorder>();
        await Task.WhenAll(runs.Select(recorder.OnCompletedAsync)).WaitAsync(Finished.Patience);
    }
}
