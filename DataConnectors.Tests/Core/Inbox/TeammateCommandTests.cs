using System.Collections.Concurrent;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.Inbox.Teamwork;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Workspace;
using DataConnectors.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DataConnectors.Tests.Core.Inbox;

public sealed class TeammateCommandTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(Some.Instant);
    private readonly ConcurrentQueue<ConversationChange> heard = new();
    private TestDatabase database = null!;
    private long id;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync(
            clock,
            services => services.AddInbox().AddSingleton<WorkspaceQueries>()
        );
        await database.AddAsync(Some.Person(7), Teammate(Some.Actor), Teammate(Some.OtherActor));
        id = (
            await database
                .Get<StartConversation>()
                .RunAsync(
                    new NewConversation(7, "Where is my order?") { IsVerified = true },
                    CancellationToken.None
                )
        )
            .Value
            .ConversationId;
        database.Get<ConversationChanges>().Subscribe(id, heard.Enqueue);
        clock.Advance(TimeSpan.FromSeconds(5));
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task Who_replies_to_a_conversation_of_nobody_takes_it_over_and_Fin_keeps_silent()
    {
        await StoreTurnAsync(FinStatus.AwaitingUserReply);

        var message = (await ReplyAsync(Some.Actor, "  Hello, Ada here. ")).Value;

        var thread = await ThreadAsync();
        Assert.Equal(
            ("Hello, Ada here.", MessageAuthor.Teammate, (long?)101, false),
            (message.Text, message.Author, message.TeammateId, message.IsNote)
        );
        Assert.Equal(message.Id, thread.Messages[^1].Id);
        Assert.Equal(101, thread.Conversation.AssigneeId);
        Assert.False(thread.Conversation.IsFinInCharge);
        Assert.Null(thread.Conversation.PendingMessageId);
        Assert.Null(thread.Conversation.AgentStateJson);
        Assert.Equal("Hello, Ada here.", thread.Conversation.Snippet);
        Assert.Equal(clock.GetUtcNow(), thread.Conversation.UpdatedAt);
        var assigned = Assert.Single(await EventsAsync());
        Assert.Equal(
            (ConversationEventKind.Assigned, (long?)101, (long?)101),
            (assigned.Kind, assigned.TeammateId, assigned.AssigneeId)
        );
        Assert.Contains(
            heard,
            change =>
                change is ConversationChange.MessageAdded added && added.Message.Id == message.Id
        );
        var received = await ReceiveAsync("And now?");
        Assert.False(received.IsForFin);
        Assert.Null((await ThreadAsync()).Conversation.PendingMessageId);
    }

    [Fact]
    public async Task Who_helps_out_leaves_the_conversation_to_whoever_has_it()
    {
        await AssignAsync(new Assignment.ToTeammate(Some.OtherActor.TeammateId));

        await ReplyAsync(Some.Actor, "Ola is at lunch; I can help.");

        Assert.Equal(102, (await ThreadAsync()).Conversation.AssigneeId);
    }

    [Fact]
    public async Task A_reply_to_a_closed_conversation_opens_it()
    {
        await database.Get<CloseConversation>().RunAsync(Some.OtherActor, id, default);

        await ReplyAsync(Some.Actor, "One more thing.");

        Assert.Equal(ConversationState.Open, (await ThreadAsync()).Conversation.State);
        Assert.Equal(
            [
                ConversationEventKind.Closed,
                ConversationEventKind.Reopened,
                ConversationEventKind.Assigned,
            ],
            (await EventsAsync()).Select(happened => happened.Kind)
        );
    }

    [Fact]
    public async Task A_note_changes_nothing_that_the_person_sees()
    {
        var before = (await ThreadAsync()).Conversation;

        var note = (
            await database.Get<AddNote>().RunAsync(Some.Actor, id, "Looks like fraud.", default)
        ).Value;

        var thread = await ThreadAsync();
        Assert.True(note.IsNote);
        Assert.Equal(2, thread.Messages.Count);
        Assert.Equal(
            (before.UpdatedAt, before.Snippet, before.LastAuthor, before.AssigneeId, before.State),
            (
                thread.Conversation.UpdatedAt,
                thread.Conversation.Snippet,
                thread.Conversation.LastAuthor,
                thread.Conversation.AssigneeId,
                thread.Conversation.State
            )
        );
        Assert.DoesNotContain(thread.WithoutNotes().Messages, message => message.IsNote);
        Assert.Single(thread.WithoutNotes().Messages);
    }

    [Fact]
    public async Task Handed_back_to_Fin_it_answers_again_after_an_escalation_too()
    {
        await StoreTurnAsync(FinStatus.Escalated);
        await AssignAsync(new Assignment.ToTeammate(101));

        await AssignAsync(new Assignment.ToFin());

        var conversation = (await ThreadAsync()).Conversation;
        Assert.True(conversation.IsFinInCharge);
        Assert.Equal(FinStatus.AwaitingUserReply, conversation.FinStatus);
        Assert.Equal(ConversationEventKind.HandedToFin, (await EventsAsync())[^1].Kind);
        Assert.True((await ReceiveAsync("Thanks, Fin?")).IsForFin);
    }

    [Fact]
    public async Task An_answer_that_Fin_was_writing_meanwhile_takes_nothing_back()
    {
        await AssignAsync(new Assignment.ToNobody());

        await StoreTurnAsync(FinStatus.AwaitingUserReply);

        var thread = await ThreadAsync();
        Assert.Equal(2, thread.Messages.Count);
        Assert.False(thread.Conversation.IsFinInCharge);
        Assert.Null(thread.Conversation.AgentStateJson);
    }

    [Fact]
    public async Task Handed_to_nobody_it_waits_for_the_team_and_Fin_keeps_silent()
    {
        await StoreTurnAsync(FinStatus.AwaitingUserReply);

        await AssignAsync(new Assignment.ToNobody());

        var conversation = (await ThreadAsync()).Conversation;
        Assert.Null(conversation.AssigneeId);
        Assert.False(conversation.IsFinInCharge);
        Assert.True(conversation.IsAwaitingReply);
        Assert.Equal(new Assignment.ToNobody(), Assignment.Of(conversation));
    }

    [Fact]
    public async Task What_is_so_already_is_done_without_a_further_event()
    {
        await database.Get<CloseConversation>().RunAsync(Some.Actor, id, default);
        await database.Get<CloseConversation>().RunAsync(Some.OtherActor, id, default);
        await database.Get<ReopenConversation>().RunAsync(Some.Actor, id, default);
        await database.Get<ReopenConversation>().RunAsync(Some.Actor, id, default);
        await AssignAsync(new Assignment.ToTeammate(101));
        await AssignAsync(new Assignment.ToTeammate(101));

        Assert.Equal(
            [
                ConversationEventKind.Closed,
                ConversationEventKind.Reopened,
                ConversationEventKind.Assigned,
            ],
            (await EventsAsync()).Select(happened => happened.Kind)
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n ")]
    public async Task An_empty_reply_is_refused(string text) =>
        Assert.Equal(FaultKind.Invalid, (await ReplyAsync(Some.Actor, text)).Failure!.Kind);

    [Fact]
    public async Task Texts_end_at_four_thousand_characters()
    {
        Assert.True((await ReplyAsync(Some.Actor, new string('x', 4000))).IsSuccess);
        Assert.Equal(
            FaultKind.Invalid,
            (await ReplyAsync(Some.Actor, new string('x', 4001))).Failure!.Kind
        );
        var note = await database
            .Get<AddNote>()
            .RunAsync(Some.Actor, id, new string('x', 4001), default);
        Assert.Equal(FaultKind.Invalid, note.Failure!.Kind);
        Assert.Equal(2, (await ThreadAsync()).Messages.Count);
    }

    [Fact]
    public async Task A_teammate_or_a_conversation_that_does_not_exist_is_not_found()
    {
        Assert.Equal(
            FaultKind.NotFound,
            (await AssignAsync(new Assignment.ToTeammate(404))).Failure!.Kind
        );
        var reply = await database
            .Get<ReplyAsTeammate>()
            .RunAsync(Some.Actor, 404, "Hello", default);
        Assert.Equal(FaultKind.NotFound, reply.Failure!.Kind);
        Assert.Empty(await EventsAsync());
        Assert.Empty(heard);
    }

    [Fact]
    public async Task Of_many_at_once_nothing_is_lost_and_the_last_assignment_is_what_stands()
    {
        Actor[] actors = [Some.Actor, Some.OtherActor];
        var work = Enumerable
            .Range(0, 24)
            .Select(number =>
                Task.Run<Fault?>(async () =>
                {
                    var actor = actors[number % 2];
                    return (number % 6) switch
                    {
                        0 or 1 => (await ReplyAsync(actor, $"Reply {number}")).Failure,
                        2 => (
                            await database
                                .Get<AddNote>()
                                .RunAsync(actor, id, $"Note {number}", default)
                        ).Failure,
                        3 => (
                            await database
                                .Get<AssignConversation>()
                                .RunAsync(
                                    actor,
                                    id,
                                    new Assignment.ToTeammate(actors[number / 6 % 2].TeammateId),
                                    default
                                )
                        ).Failure,
                        4 => (
                            await database.Get<CloseConversation>().RunAsync(actor, id, default)
                        ).Failure,
                        _ => (
                            await database
                                .Get<ReceiveMessage>()
                                .RunAsync(
                                    id,
                                    7,
                                    $"Person {number}",
                                    isVerified: true,
                                    clientId: null,
                                    default
                                )
                        ).Failure,
                    };
                })
            );

        Assert.All(await Task.WhenAll(work), Assert.Null);

        var thread = await ThreadAsync();
        Assert.Equal(1 + 8 + 4 + 4, thread.Messages.Count);
        var events = await EventsAsync();
        Assert.Equal(
            thread.Conversation.AssigneeId,
            events.Last(happened => happened.Kind == ConversationEventKind.Assigned).AssigneeId
        );

        // Closings and openings take turns: none was written down on what was so already.
        var states = events
            .Where(happened =>
                happened.Kind is ConversationEventKind.Closed or ConversationEventKind.Reopened
            )
            .Select(happened => happened.Kind)
            .ToList();
        Assert.Equal(
            states.Select(
                (_, index) =>
                    index % 2 == 0 ? ConversationEventKind.Closed : ConversationEventKind.Reopened
            ),
            states
        );
        Assert.Equal(
            states.Count % 2 == 1 ? ConversationState.Closed : ConversationState.Open,
            thread.Conversation.State
        );
    }

    private static Teammate Teammate(Actor actor) =>
        new()
        {
            Id = actor.TeammateId,
            Name = actor.Name,
            UserName = $"{actor.TeammateId}",
        };

    private Task<Outcome<ConversationMessage, Fault>> ReplyAsync(Actor actor, string text) =>
        database.Get<ReplyAsTeammate>().RunAsync(actor, id, text, CancellationToken.None);

    private Task<Outcome<Done, Fault>> AssignAsync(Assignment assignment) =>
        database
            .Get<AssignConversation>()
            .RunAsync(Some.Actor, id, assignment, CancellationToken.None);

    private async Task<ReceivedMessage> ReceiveAsync(string text) =>
        (
            await database
                .Get<ReceiveMessage>()
                .RunAsync(id, 7, text, isVerified: true, clientId: null, CancellationToken.None)
        ).Value;

    private async Task StoreTurnAsync(FinStatus status) =>
        await database
            .Get<SaveTurn>()
            .RunAsync(
                id,
                new FinTurn(
                    (await ThreadAsync()).Messages[0].Id,
                    "Which order?",
                    "{}",
                    """{"connectorId":1}"""
                )
                {
                    Status = status,
                },
                CancellationToken.None
            );

    private async Task<ConversationThread> ThreadAsync() =>
        (await database.Get<ConversationQueries>().FindAsync(id, CancellationToken.None))!;

    private Task<IReadOnlyList<ConversationEvent>> EventsAsync() =>
        database.Get<ConversationQueries>().ListEventsAsync(id, CancellationToken.None);
}
