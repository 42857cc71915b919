using DataConnectors.Core.Inbox;
using DataConnectors.Core.Kernel;
using DataConnectors.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace DataConnectors.Tests.Core.Inbox;

public sealed class ConversationStoreTests
{
    private readonly FakeTimeProvider clock = new(Some.Instant);

    [Fact]
    public async Task A_conversation_starts_with_its_first_message()
    {
        await using var database = await CreateAsync();

        var id = await StartAsync(database, 7, "Where is my order 1042?");

        var thread = await FindAsync(database, id);
        Assert.Equal("Where is my order 1042?", thread!.Conversation.Subject);
        Assert.Equal(Some.Instant, thread.Conversation.StartedAt);
        var message = Assert.Single(thread.Messages);
        Assert.Equal(MessageAuthor.Person, message.Author);
        Assert.Equal("Where is my order 1042?", message.Text);
    }

    [Fact]
    public async Task A_long_first_message_becomes_a_short_subject()
    {
        await using var database = await CreateAsync();

        var id = await StartAsync(database, 7, string.Concat(Enumerable.Repeat("order\n ", 40)));

        var subject = (await FindAsync(database, id))!.Conversation.Subject;
        Assert.InRange(subject.Length, 40, 61);
        Assert.EndsWith("order…", subject, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', subject);
    }

    [Fact]
    public async Task A_turn_stores_answer_state_and_time_together()
    {
        await using var database = await CreateAsync();
        var id = await StartAsync(database, 7, "Hello");
        clock.Advance(TimeSpan.FromSeconds(3));

        await database
            .Get<SaveTurn>()
            .RunAsync(
                id,
                new FinTurn(
                    (await FindAsync(database, id))!.Messages[0].Id,
                    "Hi",
                    """{"a":1}""",
                    """{"s":1}"""
                )
                {
                    Triggered = [new TriggeredConnector(9, "Get order", 55, true, true)],
                },
                CancellationToken.None
            );

        var thread = (await FindAsync(database, id))!;
        Assert.Equal("""{"s":1}""", thread.Conversation.AgentStateJson);
        Assert.Null(thread.Conversation.PendingMessageId);
        Assert.True(thread.Conversation.IsActionUsedInReply);
        Assert.Equal(FinStatus.AwaitingUserReply, thread.Conversation.FinStatus);
        Assert.Equal(Some.Instant.AddSeconds(3), thread.Conversation.UpdatedAt);
        var message = thread.Messages[1];
        Assert.Equal(
            (MessageAuthor.Fin, "Hi", """{"a":1}""", 55L),
            (message.Author, message.Text, message.TraceJson, message.ExecutionId)
        );
    }

    [Fact]
    public async Task The_conversations_of_a_person_are_listed_latest_first()
    {
        await using var database = await CreateAsync();
        var first = await StartAsync(database, 7, "first");
        clock.Advance(TimeSpan.FromSeconds(1));
        var second = await StartAsync(database, 7, "second");
        await StartAsync(database, 8, "somebody else's");
        clock.Advance(TimeSpan.FromSeconds(1));
        await database
            .Get<ReceiveMessage>()
            .RunAsync(first, 7, "again", isVerified: true, clientId: null, CancellationToken.None);

        var listed = await database
            .Get<ConversationQueries>()
            .ListForPersonAsync(7, CancellationToken.None);

        Assert.Equal([first, second], listed.Select(conversation => conversation.Id));
    }

    [Fact]
    public async Task A_message_to_the_conversation_of_another_is_not_stored()
    {
        await using var database = await CreateAsync();
        var id = await StartAsync(database, 7, "mine");

        var received = await database
            .Get<ReceiveMessage>()
            .RunAsync(id, 8, "not mine", isVerified: true, clientId: null, CancellationToken.None);

        Assert.Equal(FaultKind.NotFound, received.Failure!.Kind);
        Assert.Single((await FindAsync(database, id))!.Messages);
    }

    [Fact]
    public async Task A_conversation_that_does_not_exist_is_not_found()
    {
        await using var database = await CreateAsync();

        Assert.Null(await FindAsync(database, 404));
    }

    private Task<TestDatabase> CreateAsync() =>
        TestDatabase.CreateAsync(clock, services => services.AddInbox());

    private static async Task<long> StartAsync(
        TestDatabase database,
        long personId,
        string message
    ) =>
        (
            await database
                .Get<StartConversation>()
                .RunAsync(
                    new NewConversation(personId, message) { IsVerified = true },
                    CancellationToken.None
                )
        )
            .Value
            .ConversationId;

    private static Task<ConversationThread?> FindAsync(TestDatabase database, long id) =>
        database.Get<ConversationQueries>().FindAsync(id, CancellationToken.None);
}
