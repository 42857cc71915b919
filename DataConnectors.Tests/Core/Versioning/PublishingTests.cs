using DataConnectors.Core.Connectors;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Versioning;
using DataConnectors.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Tests.Core.Versioning;

public sealed class PublishingTests
{
    [Fact]
    public async Task Versions_are_numbered_in_order_and_freeze_what_they_published()
    {
        await using var database = await TestDatabase.CreateAsync();
        var id = await database.CreateConnectorAsync(Some.Definition("One"));

        var first = await PublishAsync(database, id, 1);
        await SaveAsync(database, id, Some.Definition("Two"), 1);
        var whileEdited = await LiveNamesAsync(database);
        var second = await PublishAsync(database, id, 2);

        Assert.Equal((1, "One"), (first.Value.Number, first.Value.Definition.Name));
        Assert.Equal(["One"], whileEdited);
        Assert.Equal((2, "Two"), (second.Value.Number, second.Value.Definition.Name));
        Assert.Equal(["Two"], await LiveNamesAsync(database));
        await using var context = await database.Contexts.CreateDbContextAsync();
        var versions = await context.Set<ConnectorVersion>().OrderBy(v => v.Number).ToListAsync();
        Assert.Equal(
            ["One", "Two"],
            versions.Select(version => ConnectorJson.Deserialize(version.DefinitionJson).Name)
        );
        Assert.All(versions, version => Assert.Equal("Ada Admin", version.CreatedBy));
    }

    [Fact]
    public async Task A_draft_with_errors_stays_a_draft_and_every_problem_is_told()
    {
        await using var database = await TestDatabase.CreateAsync();
        var id = await database.CreateConnectorAsync(
            Some.Definition() with
            {
                Name = "",
                Url = "https://api.example.com/{{nothing}}",
                TokenIds = [77],
            }
        );

        var outcome = await PublishAsync(database, id, 1);

        Assert.Equal(FaultKind.Invalid, outcome.Failure!.Kind);
        Assert.Equal(
            ["name", "tokenIds", "url"],
            outcome
                .Failure.Problems.Where(problem => problem.Severity == ProblemSeverity.Error)
                .Select(problem => problem.Path)
                .Order(StringComparer.Ordinal)
        );
        Assert.Empty(await LiveNamesAsync(database));
    }

    [Fact]
    public async Task Warnings_do_not_hold_a_draft_back()
    {
        await using var database = await TestDatabase.CreateAsync();
        var id = await database.CreateConnectorAsync(Some.Definition() with { Description = "" });

        Assert.True((await PublishAsync(database, id, 1)).IsSuccess);
    }

    [Fact]
    public async Task A_draft_that_somebody_else_has_changed_since_is_not_published()
    {
        await using var database = await TestDatabase.CreateAsync();
        var id = await database.CreateConnectorAsync(Some.Definition());
        await SaveAsync(database, id, Some.Definition("Changed"), 1);

        var outcome = await PublishAsync(database, id, 1);

        Assert.Equal(FaultKind.Conflict, outcome.Failure!.Kind);
        Assert.Contains("Ola Other", outcome.Failure.Message, StringComparison.Ordinal);
        Assert.Empty(await LiveNamesAsync(database));
    }

    [Fact]
    public async Task Publishing_what_is_live_already_makes_no_further_version()
    {
        await using var database = await TestDatabase.CreateAsync();
        var id = await database.CreateConnectorAsync(Some.Definition());

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => Task.Run(() => PublishAsync(database, id, 1)))
        );

        Assert.Equal([1], outcomes.Select(outcome => outcome.Value.Number).Distinct());
        await using var context = await database.Contexts.CreateDbContextAsync();
        Assert.Equal(1, await context.Set<ConnectorVersion>().CountAsync());
    }

    [Fact]
    public async Task A_connector_set_to_draft_serves_nobody_and_keeps_its_draft_and_numbers()
    {
        await using var database = await TestDatabase.CreateAsync();
        var id = await database.CreateConnectorAsync(Some.Definition());
        await PublishAsync(database, id, 1);

        var outcome = await database.Get<SetToDraft>().RunAsync(Some.Actor, id, default);

        Assert.True(outcome.IsSuccess);
        Assert.Empty(await LiveNamesAsync(database));
        var draft = await database.Get<ConnectorQueries>().FindDraftAsync(id, default);
        Assert.Equal(
            (ConnectorState.Draft, null, 1),
            (draft!.State, draft.LiveVersionNumber, draft.Revision)
        );
        Assert.Equal(2, (await PublishAsync(database, id, 1)).Value.Number);
    }

    [Fact]
    public async Task Unpublished_changes_are_told_from_published_ones()
    {
        await using var database = await TestDatabase.CreateAsync();
        var id = await database.CreateConnectorAsync(Some.Definition());
        var queries = database.Get<ConnectorQueries>();

        await PublishAsync(database, id, 1);
        var published = (await queries.FindDraftAsync(id, default))!.HasUnpublishedChanges;
        await SaveAsync(database, id, Some.Definition("Changed"), 1);
        var edited = (await queries.FindDraftAsync(id, default))!.HasUnpublishedChanges;

        Assert.False(published);
        Assert.True(edited);
    }

    [Fact]
    public async Task What_does_not_exist_cannot_be_published_or_set_to_draft()
    {
        await using var database = await TestDatabase.CreateAsync();

        Assert.Equal(FaultKind.NotFound, (await PublishAsync(database, 5, 1)).Failure!.Kind);
        Assert.Equal(
            FaultKind.NotFound,
            (await database.Get<SetToDraft>().RunAsync(Some.Actor, 5, default)).Failure!.Kind
        );
    }

    private static Task<Outcome<LiveVersion, Fault>> PublishAsync(
        TestDatabase database,
        long id,
        long revision
    ) => database.Get<PublishDraft>().RunAsync(Some.Actor, id, revision, "", default);

    private static Task<Outcome<long, Fault>> SaveAsync(
        TestDatabase database,
        long id,
        ConnectorDefinition definition,
        long revision
    ) => database.Get<SaveDraft>().RunAsync(Some.OtherActor, id, definition, revision, default);

    private static async Task<IEnumerable<string>> LiveNamesAsync(TestDatabase database) =>
        (await database.Get<LiveVersions>().ListAsync(default)).Select(live =>
            live.Definition.Name
        );

    [Fact]
    public async Task The_live_version_of_one_connector_is_the_one_that_serves_customers_now()
    {
        await using var database = await TestDatabase.CreateAsync();
        var versions = database.Get<LiveVersions>();
        var id = await database.CreateConnectorAsync(Some.Definition("One"));
        Assert.Null(await versions.FindAsync(id, CancellationToken.None));

        await PublishAsync(database, id, 1);
        var first = await versions.FindAsync(id, CancellationToken.None);
        var again = await versions.FindAsync(id, CancellationToken.None);
        await SaveAsync(database, id, Some.Definition("Two"), 1);
        await PublishAsync(database, id, 2);
        var second = await versions.FindAsync(id, CancellationToken.None);
        await database.Get<SetToDraft>().RunAsync(Some.Actor, id, CancellationToken.None);

        Assert.Equal((1, "One"), (first!.Number, first.Definition.Name));
        Assert.Same(first, again);
        Assert.Equal((2, "Two"), (second!.Number, second.Definition.Name));
        Assert.Null(await versions.FindAsync(id, CancellationToken.None));
    }
}
