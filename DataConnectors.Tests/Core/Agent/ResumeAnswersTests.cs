using DataConnectors.Core.Agent;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Inbox;
using DataConnectors.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DataConnectors.Tests.Core.Agent;

/// <summary>What a process that ended left unanswered.</summary>
public sealed class ResumeAnswersTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(Some.Instant);
    private TestDatabase database = null!;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync(
            clock,
            services => services.AddExecution().AddInbox().AddAgent()
        );
        await database.AddAsync(Some.Person());
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task A_message_that_was_not_answered_is_answered_at_the_next_start()
    {
        var left = await LeaveAsync("Hello");

        await ResumeAsync();

        var thread = await ThreadAsync(left.ConversationId);
        Assert.Null(thread.Conversation.PendingMessageId);
        Assert.Equal(
            [MessageAuthor.Person, MessageAuthor.Fin],
            thread.Messages.Select(message => message.Author)
        );
        Assert.NotEqual(FinStatus.Escalated, thread.Conversation.FinStatus);
    }

    [Fact]
    public async Task One_that_waited_for_more_than_an_hour_goes_to_the_team()
    {
        var left = await LeaveAsync("Hello");
        clock.Advance(ResumeAnswers.LongestWait + TimeSpan.FromSeconds(1));

        await ResumeAsync();

        var thread = await ThreadAsync(left.ConversationId);
        Assert.Equal(FinStatus.Escalated, thread.Conversation.FinStatus);
        Assert.Contains("could not answer", thread.Messages[^1].Text, StringComparison.Ordinal);
        await ResumeAsync();
        Assert.Equal(2, (await ThreadAsync(left.ConversationId)).Messages.Count);
    }

    [Fact]
    public async Task A_yes_that_may_have_sent_a_write_is_not_answered_again()
    {
        var left = await LeaveAsync("Cancel my subscription");
        await database
            .Get<SaveTurn>()
            .RunAsync(
                left.ConversationId,
                new FinTurn(
                    left.Message.Id,
                    "Shall I go ahead?",
                    "{}",
                    AgentJson.Serialize(
                        new AgentState(7, new Dictionary<string, string>(), AskedInput: null, 1)
                    )
                ),
                CancellationToken.None
            );
        await ReceiveAsync(left.ConversationId, "yes");

        await ResumeAsync();

        var thread = await ThreadAsync(left.ConversationId);
        Assert.Contains("do not know whether", thread.Messages[^1].Text, StringComparison.Ordinal);
        Assert.Equal(FinStatus.Escalated, thread.Conversation.FinStatus);
        Assert.Null(thread.Conversation.AgentStateJson);
        Assert.Null(thread.Conversation.PendingMessageId);
    }

    [Fact]
    public async Task A_conversation_that_the_team_took_over_is_left_to_it()
    {
        var left = await LeaveAsync("Hello");
        await using (var context = await database.Contexts.CreateDbContextAsync())
        {
            var conversation = await context.FindAsync<Conversation>(left.ConversationId);
            conversation!.AssigneeId = 7;
            await context.SaveChangesAsync();
        }

        await ResumeAsync();

        Assert.Single((await ThreadAsync(left.ConversationId)).Messages);
    }

    private Task<ReceivedMessage> LeaveAsync(string text) => ReceiveAsync(null, text);

    /// <summary>Stores a message, and ends before it is answered.</summary>
    private async Task<ReceivedMessage> ReceiveAsync(long? conversationId, string text) =>
        (
            await database
                .Get<FinConversations>()
                .ReceiveAsync(
                    new IncomingMessage(conversationId, 201, text, IsVerified: true),
                    CancellationToken.None
                )
        ).Value;

    private async Task ResumeAsync()
    {
        await database.Get<ResumeAnswers>().RunAsync(CancellationToken.None);

        // Stopping waits for what is under way.
        await database.Get<AnswerInBackground>().StopAsync(CancellationToken.None);
    }

    private async Task<ConversationThread> ThreadAsync(long id) =>
        (await database.Get<ConversationQueries>().FindAsync(id, CancellationToken.None))!;
}
