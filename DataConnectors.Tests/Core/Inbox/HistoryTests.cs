using DataConnectors.Core.Events;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.Kernel;
using DataConnectors.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DataConnectors.Tests.Core.Inbox;

/// <summary>What was said elsewhere and is brought in, while everything that happens interests somebody.</summary>
public sealed class HistoryTests : IAsyncLifetime
{
    private static readonly DateTimeOffset LongAgo = Some.Instant.AddYears(-2);
    private TestDatabase database = null!;

    public async ValueTask InitializeAsync() =>
        database = await TestDatabase.CreateAsync(
            new FakeTimeProvider(Some.Instant),
            services => services.AddInbox().AddSingleton<IEventInterest, EveryInterest>()
        );

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task Nobody_is_told_of_history_and_its_times_stand()
    {
        var started = await StartAsync(
            new NewConversation(201, "It is broken")
            {
                HeldAt = LongAgo,
                State = ConversationState.Closed,
                Earlier = [new EarlierMessage(MessageAuthor.Fin, "Hello", LongAgo.AddHours(-1))],
            }
        );
        await database
            .Get<AddHistory>()
            .RunAsync(
                new HeldMessage(
                    started.ConversationId,
                    MessageAuthor.Person,
                    "Still",
                    LongAgo.AddHours(1)
                ),
                default
            );
        var missing = await database
            .Get<AddHistory>()
            .RunAsync(new HeldMessage(5, MessageAuthor.Person, "x", LongAgo), default);

        Assert.False(started.IsForFin);
        Assert.Equal(FaultKind.NotFound, missing.Failure!.Kind);
        var thread = await database
            .Get<ConversationQueries>()
            .FindAsync(started.ConversationId, default);
        Assert.Equal(
            [("Hello", -1), ("It is broken", 0), ("Still", 1)],
            thread!.Messages.Select(message =>
                (message.Text, (int)(message.CreatedAt - LongAgo).TotalHours)
            )
        );
        Assert.Equal(
            (LongAgo, LongAgo.AddHours(1), ConversationState.Closed, null),
            (
                thread.Conversation.StartedAt,
                thread.Conversation.UpdatedAt,
                thread.Conversation.State,
                thread.Conversation.PendingMessageId
            )
        );
        Assert.Empty(await ToldAsync());
    }

    [Fact]
    public async Task What_begins_now_is_told_and_waits_for_Fin()
    {
        var started = await StartAsync(new NewConversation(201, "Hello"));

        Assert.True(started.IsForFin);
        Assert.Equal([EventTopics.ConversationCreated], await ToldAsync());
    }

    [Fact]
    public async Task Two_conversations_do_not_share_the_id_of_a_program()
    {
        var wanted = new NewConversation(201, "Hello") { ExternalId = "ticket-1" };
        await StartAsync(wanted);

        var again = await database.Get<StartConversation>().RunAsync(wanted, default);

        Assert.Equal(FaultKind.Conflict, again.Failure!.Kind);
        Assert.Single(await ToldAsync());
    }

    private async Task<ReceivedMessage> StartAsync(NewConversation wanted) =>
        (await database.Get<StartConversation>().RunAsync(wanted, default)).Value;

    private async Task<List<string>> ToldAsync()
    {
        await using var context = await database.Contexts.CreateDbContextAsync();
        return await context.Set<OutboxEvent>().Select(each => each.Topic).ToListAsync();
    }

    private sealed class EveryInterest : IEventInterest
    {
        public bool Wants(string topic) => true;
    }
}
