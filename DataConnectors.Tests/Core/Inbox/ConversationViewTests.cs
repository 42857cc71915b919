using DataConnectors.Core.Inbox;
using DataConnectors.Core.Inbox.Views;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;
using DataConnectors.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace DataConnectors.Tests.Core.Inbox;

/// <summary>Every filter against the plain thought of it, on the same conversations.</summary>
public sealed class ConversationViewTests : IAsyncLifetime
{
    private const int People = 40;
    private readonly FakeTimeProvider clock = new(Some.Instant);
    private IReadOnlyList<Person> people = [];
    private IReadOnlyList<Conversation> conversations = [];
    private IReadOnlyList<ConversationAction> actions = [];
    private TestDatabase database = null!;

    public static TheoryData<string, ConversationFilter> Filters { get; } =
        new()
        {
            { "all", new() },
            {
                "open",
                new() { State = ConversationState.Open }
            },
            {
                "closed",
                new() { State = ConversationState.Closed }
            },
            {
                "mine",
                new() { Assignee = AssigneeChoice.Me }
            },
            {
                "unassigned",
                new() { Assignee = AssigneeChoice.Nobody }
            },
            {
                "another's",
                new()
                {
                    Assignee = AssigneeChoice.Teammate,
                    TeammateId = Some.OtherActor.TeammateId,
                }
            },
            {
                "action used",
                new() { IsActionUsedInReply = true }
            },
            {
                "action not used",
                new() { IsActionUsedInReply = false }
            },
            {
                "escalated",
                new() { FinStatus = FinStatus.Escalated }
            },
            {
                "API",
                new() { Channel = ConversationChannel.Api }
            },
            {
                "visitors",
                new() { PersonRole = PersonRole.Visitor }
            },
            {
                "connector",
                new() { ConnectorId = SomeConversations.Connectors[1] }
            },
            {
                "no such connector",
                new() { ConnectorId = 1 }
            },
            {
                "subject",
                new() { SubjectText = "order" }
            },
            {
                "a percent sign",
                new() { SubjectText = "100%" }
            },
            {
                "an underscore",
                new() { SubjectText = "I_n" }
            },
            {
                "a week",
                new() { UpdatedWithinDays = 7 }
            },
            {
                "several",
                new()
                {
                    State = ConversationState.Open,
                    IsActionUsedInReply = true,
                    PersonRole = PersonRole.User,
                    UpdatedWithinDays = 30,
                }
            },
        };

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync(clock, services => services.AddInbox());
        people = SomeConversations.People(People);
        (conversations, actions) = SomeConversations.Of(300, People, seed: 5);
        await database.AddAsync([.. people, .. conversations, .. actions]);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task A_view_shows_what_its_filter_says_in_order_and_whole(
        string name,
        ConversationFilter filter
    )
    {
        var expected = conversations
            .Where(conversation => Fits(conversation, filter))
            .OrderByDescending(conversation => conversation.UpdatedAt)
            .ThenByDescending(conversation => conversation.Id)
            .Select(conversation => conversation.Id)
            .ToList();

        var listed = await ReadAllAsync(filter, search: null);

        Assert.Equal(expected, listed.Select(row => row.Id));
        Assert.Equal(
            [expected.Count],
            await database
                .Get<ListConversations>()
                .CountAsync([filter], Some.Actor.TeammateId, CancellationToken.None)
        );
        Assert.True(expected.Count > 0 || name.StartsWith("no ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ORDER")]
    [InlineData("person 7")]
    [InlineData("person8@")]
    [InlineData("words 12")]
    [InlineData("%")]
    [InlineData("nothing holds this")]
    public async Task A_search_looks_at_subject_last_message_and_person(string search)
    {
        var byId = people.ToDictionary(person => person.Id);
        var expected = conversations
            .Where(conversation =>
                Holds(conversation.Subject, search)
                || Holds(conversation.Snippet, search)
                || Holds(byId[conversation.PersonId].Name, search)
                || Holds(byId[conversation.PersonId].Email, search)
            )
            .Select(conversation => conversation.Id)
            .ToHashSet();

        var listed = await ReadAllAsync(new ConversationFilter(), search);

        Assert.Equal(expected, listed.Select(row => row.Id).ToHashSet());
    }

    [Fact]
    public async Task Changed_conversations_are_read_again_if_the_view_shows_them()
    {
        var filter = new ConversationFilter { State = ConversationState.Open };
        var ids = conversations.Take(10).Select(conversation => conversation.Id).ToList();

        var found = await database
            .Get<ListConversations>()
            .FindAsync(
                new ConversationSearch(filter, Search: null, Some.Actor.TeammateId),
                ids,
                CancellationToken.None
            );

        Assert.Equal(
            conversations
                .Take(10)
                .Where(conversation => conversation.State == ConversationState.Open)
                .Select(conversation => conversation.Id)
                .Order(),
            found.Select(row => row.Id).Order()
        );
    }

    [Fact]
    public async Task A_view_is_kept_changed_and_deleted()
    {
        var created = await CreateAsync(Some.Actor, "Mine of this week", isShared: false);
        var details = new InboxViewDetails(
            "Lookups",
            IsShared: true,
            new ConversationFilter { IsActionUsedInReply = true, PersonRole = PersonRole.Lead }
        );

        Assert.True((await ChangeAsync(Some.Actor, created.Value, details)).IsSuccess);

        var kept = Assert.Single(await ListAsync(Some.OtherActor));
        Assert.Equal(("Lookups", true, details.Filter), (kept.Name, kept.IsShared, kept.Filter));
        Assert.True((await DeleteAsync(Some.OtherActor, created.Value)).IsSuccess);
        Assert.Empty(await ListAsync(Some.Actor));
    }

    [Fact]
    public async Task Somebody_elses_own_view_is_not_there()
    {
        var id = (await CreateAsync(Some.Actor, "Private", isShared: false)).Value;
        var details = new InboxViewDetails("Taken", IsShared: true, new());

        Assert.Empty(await ListAsync(Some.OtherActor));
        Assert.Equal(
            FaultKind.NotFound,
            (await ChangeAsync(Some.OtherActor, id, details)).Failure!.Kind
        );
        Assert.Equal(FaultKind.NotFound, (await DeleteAsync(Some.OtherActor, id)).Failure!.Kind);
        Assert.Equal("Private", Assert.Single(await ListAsync(Some.Actor)).Name);
    }

    [Fact]
    public async Task What_cannot_be_stored_is_said_all_at_once()
    {
        var outcome = await database
            .Get<CreateInboxView>()
            .RunAsync(
                Some.Actor,
                new InboxViewDetails(
                    " ",
                    IsShared: false,
                    new ConversationFilter
                    {
                        Assignee = AssigneeChoice.Teammate,
                        UpdatedWithinDays = 0,
                    }
                ),
                CancellationToken.None
            );

        Assert.Equal(
            ["name", "teammate", "days"],
            outcome.Failure!.Problems.Select(problem => problem.Path)
        );
    }

    private Task<Outcome<long, Fault>> CreateAsync(Actor actor, string name, bool isShared) =>
        database
            .Get<CreateInboxView>()
            .RunAsync(
                actor,
                new InboxViewDetails(name, isShared, new ConversationFilter()),
                CancellationToken.None
            );

    private Task<Outcome<Done, Fault>> ChangeAsync(
        Actor actor,
        long id,
        InboxViewDetails details
    ) => database.Get<ChangeInboxView>().RunAsync(actor, id, details, CancellationToken.None);

    private Task<Outcome<Done, Fault>> DeleteAsync(Actor actor, long id) =>
        database.Get<DeleteInboxView>().RunAsync(actor, id, CancellationToken.None);

    private Task<IReadOnlyList<InboxView>> ListAsync(Actor actor) =>
        database.Get<InboxViewQueries>().ListAsync(actor, CancellationToken.None);

    private async Task<List<ConversationRow>> ReadAllAsync(
        ConversationFilter filter,
        string? search
    )
    {
        List<ConversationRow> rows = [];
        string? cursor = null;
        do
        {
            var page = await database
                .Get<ListConversations>()
                .RunAsync(
                    new ConversationSearch(filter, search, Some.Actor.TeammateId),
                    cursor,
                    CancellationToken.None
                );
            rows.AddRange(page.Items);
            cursor = page.NextCursor;
        } while (cursor is not null);

        return rows;
    }

    private bool Fits(Conversation conversation, ConversationFilter filter) =>
        (filter.State is null || conversation.State == filter.State)
        && filter.Assignee switch
        {
            AssigneeChoice.Nobody => conversation.AssigneeId is null,
            AssigneeChoice.Me => conversation.AssigneeId == Some.Actor.TeammateId,
            AssigneeChoice.Teammate => conversation.AssigneeId == filter.TeammateId,
            _ => true,
        }
        && (
            filter.IsActionUsedInReply is null
            || conversation.IsActionUsedInReply == filter.IsActionUsedInReply
        )
        && (filter.FinStatus is null || conversation.FinStatus == filter.FinStatus)
        && (filter.Channel is null || conversation.Channel == filter.Channel)
        && (
            filter.PersonRole is null
            || people.Single(person => person.Id == conversation.PersonId).Role == filter.PersonRole
        )
        && (
            filter.ConnectorId is null
            || actions.Any(action =>
                action.ConversationId == conversation.Id && action.ConnectorId == filter.ConnectorId
            )
        )
        && (filter.SubjectText is null || Holds(conversation.Subject, filter.SubjectText))
        && (
            filter.UpdatedWithinDays is not { } days
            || conversation.UpdatedAt >= Some.Instant.AddDays(-days)
        );

    private static bool Holds(string? text, string sought) =>
        text?.Contains(sought, StringComparison.OrdinalIgnoreCase) == true;
}
