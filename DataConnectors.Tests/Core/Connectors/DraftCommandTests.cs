using DataConnectors.Core.Connectors;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Versioning;
using DataConnectors.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Tests.Core.Connectors;

public sealed class DraftCommandTests
{
    [Fact]
    public async Task Every_command_is_refused_without_the_permission_and_changes_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        var id = await database.CreateConnectorAsync(Some.Definition());
        var actor = Some.ActorWithoutPermission;

        Fault?[] faults =
        [
            (
                await database.Get<CreateConnector>().RunAsync(actor, Some.Definition(), default)
            ).Failure,
            (
                await database
                    .Get<SaveDraft>()
                    .RunAsync(actor, id, Some.Definition("X"), 1, default)
            ).Failure,
            (await database.Get<DuplicateConnector>().RunAsync(actor, id, default)).Failure,
            (await database.Get<DeleteConnector>().RunAsync(actor, id, default)).Failure,
            (await database.Get<PublishDraft>().RunAsync(actor, id, 1, "", default)).Failure,
            (await database.Get<SetToDraft>().RunAsync(actor, id, default)).Failure,
        ];

        Assert.All(faults, fault => Assert.Equal(FaultKind.Forbidden, fault?.Kind));
        var row = Assert.Single(await database.Get<ConnectorQueries>().ListAsync(null, default));
        Assert.Equal(("Get order status", ConnectorState.Draft), (row.Name, row.State));
    }

    [Fact]
    public async Task An_incomplete_draft_is_stored_as_it_is()
    {
        await using var database = await TestDatabase.CreateAsync();
        var incomplete = new ConnectorDefinition { Url = "http://{{" };

        var id = await database.CreateConnectorAsync(incomplete);
        var draft = await database.Get<ConnectorQueries>().FindDraftAsync(id, default);

        Assert.Equivalent(incomplete, draft!.Definition, strict: true);
        Assert.Equal(1, draft.Revision);
    }

    [Fact]
    public async Task The_second_of_two_editors_is_told_and_overwrites_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        var id = await database.CreateConnectorAsync(Some.Definition());
        var save = database.Get<SaveDraft>();

        var first = await save.RunAsync(Some.OtherActor, id, Some.Definition("Theirs"), 1, default);
        var second = await save.RunAsync(Some.Actor, id, Some.Definition("Mine"), 1, default);

        Assert.Equal(2, first.Value);
        Assert.Equal(FaultKind.Conflict, second.Failure!.Kind);
        Assert.Contains("Ola Other", second.Failure.Message, StringComparison.Ordinal);
        var draft = await database.Get<ConnectorQueries>().FindDraftAsync(id, default);
        Assert.Equal(("Theirs", 2), (draft!.Definition.Name, draft.Revision));
    }

    [Fact]
    public async Task Of_many_saves_at_once_on_one_revision_exactly_one_wins()
    {
        await using var database = await TestDatabase.CreateAsync();
        var id = await database.CreateConnectorAsync(Some.Definition());
        var save = database.Get<SaveDraft>();

        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(number =>
                    Task.Run(() =>
                        save.RunAsync(Some.Actor, id, Some.Definition($"{number}"), 1, default)
                    )
                )
        );

        Assert.Single(outcomes, outcome => outcome.IsSuccess);
    }

    [Fact]
    public async Task Saving_what_was_deleted_says_so()
    {
        await using var database = await TestDatabase.CreateAsync();
        var id = await database.CreateConnectorAsync(Some.Definition());
        await database.Get<DeleteConnector>().RunAsync(Some.Actor, id, default);

        var saved = await database
            .Get<SaveDraft>()
            .RunAsync(Some.Actor, id, Some.Definition(), 1, default);

        Assert.Equal(FaultKind.NotFound, saved.Failure!.Kind);
    }

    [Fact]
    public async Task Only_a_draft_is_deleted()
    {
        await using var database = await TestDatabase.CreateAsync();
        var id = await database.CreateConnectorAsync(Some.Definition());
        await database.Get<PublishDraft>().RunAsync(Some.Actor, id, 1, "", default);
        var delete = database.Get<DeleteConnector>();

        var whileLive = await delete.RunAsync(Some.Actor, id, default);
        await database.Get<SetToDraft>().RunAsync(Some.Actor, id, default);
        var asDraft = await delete.RunAsync(Some.Actor, id, default);
        var again = await delete.RunAsync(Some.Actor, id, default);

        Assert.Equal(FaultKind.Conflict, whileLive.Failure!.Kind);
        Assert.True(asDraft.IsSuccess);
        Assert.Equal(FaultKind.NotFound, again.Failure!.Kind);
        await using var context = await database.Contexts.CreateDbContextAsync();
        Assert.Equal(0, await context.Set<ConnectorVersion>().CountAsync());
    }

    [Theory]
    [InlineData("Get orders", "Get orders (copy)")]
    [InlineData("", " (copy)")]
    public async Task A_copy_is_a_draft_of_its_own_with_a_name_that_says_so(
        string name,
        string expected
    )
    {
        await using var database = await TestDatabase.CreateAsync();
        var id = await database.CreateConnectorAsync(Some.Definition(name));

        var copyId = (
            await database.Get<DuplicateConnector>().RunAsync(Some.Actor, id, default)
        ).Value;
        var copy = await database.Get<ConnectorQueries>().FindDraftAsync(copyId, default);

        Assert.Equivalent(Some.Definition(expected), copy!.Definition, strict: true);
        Assert.Equal((ConnectorState.Draft, 1), (copy.State, copy.Revision));
        Assert.NotEqual(id, copyId);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_copy_of_the_longest_name_stays_within_the_limit_and_splits_no_character(
        int lead
    )
    {
        await using var database = await TestDatabase.CreateAsync();
        var longest = new string('a', lead) + string.Concat(Enumerable.Repeat("𠮷", 49));
        var id = await database.CreateConnectorAsync(Some.Definition(longest));

        var copyId = (
            await database.Get<DuplicateConnector>().RunAsync(Some.Actor, id, default)
        ).Value;
        var copy = (await database.Get<ConnectorQueries>().FindDraftAsync(copyId, default))!;

        Assert.EndsWith("𠮷 (copy)", copy.Definition.Name, StringComparison.Ordinal);
        Assert.InRange(copy.Definition.Name.Length, 95, ConnectorDefinition.MaxNameLength);
    }
}
