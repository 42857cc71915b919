using DataConnectors.Core.Inbox;
using DataConnectors.Core.Inbox.Teamwork;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Resolutions;
using DataConnectors.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace DataConnectors.Tests.Core.Resolutions;

/// <summary>What counts as resolved, on a real database and a clock of the test.</summary>
public sealed class ResolutionTests : IAsyncLifetime
{
    private const long Connector = 31;
    private readonly FakeTimeProvider clock = new(Some.Instant);
    private TestDatabase database = null!;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync(
            clock,
            services => services.AddInbox().AddResolution(new ConfigurationBuilder().Build())
        );
        await database.AddAsync(Some.Person());
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task What_the_person_confirms_is_resolved_for_good_once_a_connector_was_used()
    {
        var id = await AnsweredAsync();
        await TurnAsync(id, FinStatus.Resolved, isUsed: false);
        var confirmed = await ReadAsync(id);
        clock.Advance(TimeSpan.FromHours(1));
        await WriteAsync(id);
        await TurnAsync(id, FinStatus.Resolved, isUsed: false);
        var later = await ReadAsync(id);

        Assert.Equal(
            (Resolution.Confirmed, (DateTimeOffset?)Some.Instant),
            (confirmed.Resolution, confirmed.ResolvedAt)
        );
        Assert.Equal(
            (Resolution.Confirmed, (DateTimeOffset?)Some.Instant),
            (later.Resolution, later.ResolvedAt)
        );
        Assert.Equal([ConversationEventKind.Resolved], await EventsAsync(id));
    }

    [Fact]
    public async Task Without_a_connector_nothing_is_resolved_by_one()
    {
        var id = await StartAsync();
        await TurnAsync(id, FinStatus.Resolved, isUsed: false);
        var silent = await StartAsync();
        await TurnAsync(silent, FinStatus.AwaitingUserReply, isUsed: false);
        clock.Advance(TimeSpan.FromHours(25));
        await database.Get<AssumeResolutions>().RunAsync(default);

        Assert.Equal(Resolution.None, (await ReadAsync(id)).Resolution);
        Assert.Equal((Resolution.None, FinStatus.Complete), Of(await ReadAsync(silent)));
    }

    [Fact]
    public async Task Who_stays_away_is_taken_for_helped_until_they_come_back()
    {
        var id = await AnsweredAsync(ConversationChannel.Api);
        clock.Advance(TimeSpan.FromHours(23));
        var early = await database.Get<AssumeResolutions>().RunAsync(default);
        clock.Advance(TimeSpan.FromHours(2));
        var due = await database.Get<AssumeResolutions>().RunAsync(default);
        var again = await database.Get<AssumeResolutions>().RunAsync(default);
        var assumed = await ReadAsync(id);
        await WriteAsync(id);
        var back = await ReadAsync(id);

        Assert.Equal((0, 1, 0), (early, due, again));
        Assert.Equal((Resolution.Assumed, FinStatus.Complete), Of(assumed));
        Assert.Equal(clock.GetUtcNow(), assumed.ResolvedAt);
        Assert.Equal((Resolution.None, (DateTimeOffset?)null), (back.Resolution, back.ResolvedAt));
        Assert.Equal([ConversationEventKind.Resolved], await EventsAsync(id));
        await using var context = await database.Contexts.CreateDbContextAsync();
        var told = await context.Set<FinEvent>().OrderBy(each => each.Id).LastAsync();
        Assert.True(told.IsEnd);
        Assert.Equal("complete", Some.Json(told.ItemJson).GetProperty("status").GetString());
    }

    [Fact]
    public async Task What_the_team_had_to_do_with_is_not_resolved_by_Fin()
    {
        var replied = await AnsweredAsync();
        await database.Get<ReplyAsTeammate>().RunAsync(Some.Actor, replied, "I am on it.", default);
        var escalated = await AnsweredAsync();
        await TurnAsync(escalated, FinStatus.Resolved, isUsed: false);
        await WriteAsync(escalated);
        await TurnAsync(escalated, FinStatus.Escalated, isUsed: false);
        var requested = await AnsweredAsync();
        await TurnAsync(requested, FinStatus.Resolved, isUsed: false);
        await database
            .Get<EscalateConversation>()
            .RunAsync(Some.Actor, requested, note: null, default);
        var noted = await AnsweredAsync();
        await database.Get<AddNote>().RunAsync(Some.Actor, noted, "Nice customer.", default);
        var historical = await AnsweredAsync();
        await database
            .Get<AddHistory>()
            .RunAsync(
                new HeldMessage(historical, MessageAuthor.Teammate, "By mail", Some.Instant),
                default
            );
        clock.Advance(TimeSpan.FromHours(25));
        await database.Get<AssumeResolutions>().RunAsync(default);

        foreach (var id in new[] { replied, escalated, requested, historical })
        {
            var conversation = await ReadAsync(id);
            Assert.Equal(
                (Resolution.None, (DateTimeOffset?)null),
                (conversation.Resolution, conversation.ResolvedAt)
            );
        }

        Assert.Equal(Resolution.Assumed, (await ReadAsync(noted)).Resolution);
    }

    [Fact]
    public async Task Somebody_whom_Fin_still_asked_for_something_was_not_helped()
    {
        var id = await AnsweredAsync();
        await TurnAsync(id, FinStatus.AwaitingUserReply, isUsed: false, isAsking: true);
        clock.Advance(TimeSpan.FromHours(25));
        await database.Get<AssumeResolutions>().RunAsync(default);

        Assert.Equal((Resolution.None, FinStatus.Complete), Of(await ReadAsync(id)));
    }

    [Fact]
    public async Task More_than_a_batch_is_done_at_once()
    {
        await database.AddAsync([
            .. Enumerable
                .Range(1, 250)
                .Select(number =>
                    (object)
                        new Conversation
                        {
                            Id = number,
                            PersonId = 201,
                            FinStatus = FinStatus.AwaitingUserReply,
                            IsActionUsedInReply = true,
                            StartedAt = Some.Instant,
                            UpdatedAt = Some.Instant.AddSeconds(number),
                        }
                ),
        ]);
        clock.Advance(TimeSpan.FromHours(25));

        Assert.Equal(250, await database.Get<AssumeResolutions>().RunAsync(default));
    }

    [Fact]
    public async Task A_turn_that_ends_after_the_team_took_over_takes_nothing_back()
    {
        var id = await StartAsync(ConversationChannel.Api);
        await database.Get<EscalateConversation>().RunAsync(Some.Actor, id, note: null, default);
        await TurnAsync(id, FinStatus.AwaitingUserReply, isUsed: true);

        Assert.Equal(FinStatus.Escalated, (await ReadAsync(id)).FinStatus);
    }

    [Fact]
    public async Task A_connector_counts_each_conversation_of_thirty_days_once()
    {
        var old = await AnsweredAsync();
        await TurnAsync(old, FinStatus.Resolved, isUsed: false);
        clock.Advance(TimeSpan.FromDays(31));
        var twice = await AnsweredAsync();
        await TurnAsync(twice, FinStatus.AwaitingUserReply, isUsed: true);
        await TurnAsync(twice, FinStatus.Resolved, isUsed: false);
        await AnsweredAsync();
        var other = await StartAsync();
        await TurnAsync(other, FinStatus.Resolved, isUsed: true, connector: 32);

        // Triggered and not used: not counted.
        var unused = await StartAsync();
        await TurnAsync(unused, FinStatus.AwaitingUserReply, isUsed: false, connector: 33);

        var figures = await database
            .Get<ReadResolution>()
            .RunAsync([Connector, 32, 33, 34], default);

        Assert.Equal(
            [(Connector, new ResolutionFigure(2, 1)), (32L, new ResolutionFigure(1, 1))],
            figures.OrderBy(each => each.Key).Select(each => (each.Key, each.Value))
        );
        Assert.Equal(0.5, figures[Connector].Rate);
        Assert.Null(ResolutionFigure.None.Rate);
        Assert.Equal([32L], (await database.Get<ReadResolution>().RunAsync([32], default)).Keys);
    }

    [Fact]
    public async Task Both_statements_are_read_off_an_index()
    {
        Assert.Contains(
            "IX_Conversations_FinStatus_UpdatedAt",
            await PlanAsync(
                "SELECT * FROM Conversations WHERE FinStatus = 0 AND UpdatedAt < 5 AND PendingMessageId IS NULL ORDER BY UpdatedAt LIMIT 100"
            )
        );
        var counted = await PlanAsync(
            "SELECT ConnectorId, COUNT(DISTINCT ConversationId), COUNT(DISTINCT CASE WHEN ConversationId IN (SELECT Id FROM Conversations WHERE ResolvedAt IS NOT NULL) THEN ConversationId END) FROM ConversationActions WHERE IsUsedInReply AND CreatedAt >= 5 AND ConnectorId IN (SELECT value FROM json_each('[1,2]')) GROUP BY ConnectorId"
        );
        Assert.Contains(
            "COVERING INDEX IX_ConversationActions_ConnectorId_CreatedAt_IsUsedInReply_ConversationId",
            counted
        );
        Assert.Contains("COVERING INDEX IX_Conversations_ResolvedAt", counted);
    }

    [Theory]
    [InlineData("00:00:30", false)]
    [InlineData("31.00:00:00", false)]
    [InlineData("00:01:00", true)]
    [InlineData("2.00:00:00", true)]
    public async Task The_time_is_checked_at_the_start(string after, bool isGood)
    {
        await using var provider = new ServiceCollection()
            .AddResolution(
                new ConfigurationBuilder()
                    .AddInMemoryCollection([new("Resolution:AssumedAfter", after)])
                    .Build()
            )
            .BuildServiceProvider();
        var validator = provider.GetRequiredService<IStartupValidator>();

        var fault = Record.Exception(validator.Validate);

        Assert.Equal(isGood, fault is null);
        Assert.True(
            isGood || fault!.Message.Contains("Resolution:AssumedAfter", StringComparison.Ordinal)
        );
    }

    private static (Resolution, FinStatus?) Of(Conversation conversation) =>
        (conversation.Resolution, conversation.FinStatus);

    private async Task<long> StartAsync(
        ConversationChannel channel = ConversationChannel.Messenger
    ) =>
        (
            await database
                .Get<StartConversation>()
                .RunAsync(
                    new NewConversation(201, "Hello") { IsVerified = true, Channel = channel },
                    default
                )
        )
            .Value
            .ConversationId;

    /// <summary>A conversation in which an answer used the connector's data.</summary>
    private async Task<long> AnsweredAsync(
        ConversationChannel channel = ConversationChannel.Messenger
    )
    {
        var id = await StartAsync(channel);
        await TurnAsync(id, FinStatus.AwaitingUserReply, isUsed: true);
        return id;
    }

    private async Task WriteAsync(long id) =>
        Assert.True(
            (
                await database
                    .Get<ReceiveMessage>()
                    .RunAsync(id, 201, "Hm", isVerified: true, clientId: null, default)
            ).IsSuccess
        );

    private async Task TurnAsync(
        long id,
        FinStatus status,
        bool isUsed,
        bool isAsking = false,
        long connector = Connector
    )
    {
        var thread = await database.Get<ConversationQueries>().FindAsync(id, default);
        await database
            .Get<SaveTurn>()
            .RunAsync(
                id,
                new FinTurn(
                    thread!.Messages.Last(message => message.Author == MessageAuthor.Person).Id,
                    "So it is.",
                    "{}",
                    AgentStateJson: null
                )
                {
                    Status = status,
                    IsAsking = isAsking,
                    Triggered =
                    [
                        new TriggeredConnector(
                            connector,
                            "Get order",
                            database.Get<IdGenerator>().Next(),
                            IsSuccess: true,
                            isUsed
                        ),
                    ],
                },
                default
            );
    }

    private async Task<Conversation> ReadAsync(long id) =>
        (await database.Get<ConversationQueries>().FindHeadAsync(id, default))!;

    private async Task<List<ConversationEventKind>> EventsAsync(long id)
    {
        await using var context = await database.Contexts.CreateDbContextAsync();
        return await context
            .Set<ConversationEvent>()
            .Where(happened => happened.ConversationId == id)
            .Select(happened => happened.Kind)
            .ToListAsync();
    }

    private async Task<string> PlanAsync(string statement)
    {
        await using var context = await database.Contexts.CreateDbContextAsync();
        await context.Database.OpenConnectionAsync();
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + statement;
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(3));
        }

        return string.Join('\n', lines);
    }
}
