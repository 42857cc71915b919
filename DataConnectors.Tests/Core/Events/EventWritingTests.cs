using DataConnectors.Core.Events;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.Inbox.Teamwork;
using DataConnectors.Core.Versioning;
using DataConnectors.Tests.Core.Logs;
using DataConnectors.Tests.Core.Webhooks;
using DataConnectors.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Tests.Core.Events;

/// <summary>What is written to the outbox, and what is not.</summary>
public sealed class EventWritingTests
{
    [Fact]
    public async Task Publishing_tells_of_the_new_version_once()
    {
        await using var workspace = await WebhookWorkspace.CreateAsync();
        var database = workspace.Database;
        var connector = await database.CreateConnectorAsync(Some.Definition());
        var publish = database.Get<PublishDraft>();

        var live = (await publish.RunAsync(Some.Actor, connector, 1, "First", default)).Value;
        await publish.RunAsync(Some.Actor, connector, 1, "Pressed twice", default);

        var happened = Assert.Single(await EventsAsync(database));
        Assert.Equal(EventTopics.ConnectorPublished, happened.Topic);
        var item = Some.Json(happened.ItemJson);
        Assert.Equal($"{connector}", item.GetProperty("id").GetString());
        Assert.Equal($"{live.VersionId}", item.GetProperty("version_id").GetString());
        Assert.Equal("First", item.GetProperty("note").GetString());
    }

    [Fact]
    public async Task A_draft_that_cannot_go_live_tells_nothing()
    {
        await using var workspace = await WebhookWorkspace.CreateAsync();
        var connector = await workspace.Database.CreateConnectorAsync(
            Some.Definition() with
            {
                Url = "",
            }
        );

        await workspace
            .Database.Get<PublishDraft>()
            .RunAsync(Some.Actor, connector, 1, "", default);

        Assert.Empty(await EventsAsync(workspace.Database));
    }

    [Fact]
    public async Task A_conversation_tells_who_wrote_what()
    {
        await using var workspace = await WebhookWorkspace.CreateAsync();
        var database = workspace.Database;

        var first = (
            await database
                .Get<StartConversation>()
                .RunAsync(
                    new NewConversation(201, "Where is my order?") { IsVerified = true },
                    default
                )
        ).Value;
        var id = first.ConversationId;
        await database
            .Get<ReceiveMessage>()
            .RunAsync(id, 201, "It is 1042.", isVerified: true, clientId: null, default);
        await database
            .Get<ReceiveMessage>()
            .RunAsync(id, 999, "Somebody else's.", isVerified: true, clientId: null, default);
        await database
            .Get<SaveTurn>()
            .RunAsync(id, new FinTurn(first.Message.Id, "It has shipped.", "{}", null), default);
        await database.Get<ReplyAsTeammate>().RunAsync(Some.Actor, id, "Anything else?", default);
        await database.Get<AddNote>().RunAsync(Some.Actor, id, "A good customer.", default);

        var events = await EventsAsync(database);
        Assert.Equal(
            [
                (EventTopics.ConversationCreated, "user", "Where is my order?"),
                (EventTopics.ConversationReplied, "user", "It is 1042."),
                (EventTopics.OperatorReplied, "bot", "It has shipped."),
                (EventTopics.AdminReplied, "admin", "Anything else?"),
            ],
            events
                .Where(happened =>
                    happened.Topic.StartsWith("conversation.", StringComparison.Ordinal)
                )
                .Select(happened =>
                {
                    var item = Some.Json(happened.ItemJson);
                    Assert.Equal("conversation", item.GetProperty("type").GetString());
                    Assert.Equal($"{id}", item.GetProperty("id").GetString());
                    Assert.Equal("201", item.GetProperty("user_id").GetString());
                    var message = item.GetProperty("conversation_message");
                    return (
                        happened.Topic,
                        message.GetProperty("author").GetProperty("type").GetString()!,
                        message.GetProperty("body").GetString()!
                    );
                })
        );
    }

    [Fact]
    public async Task What_Fin_did_is_told_by_the_programs_own_names_in_the_transaction_of_its_answer()
    {
        await using var workspace = await WebhookWorkspace.CreateAsync();
        var database = workspace.Database;
        await database.AddAsync(Some.Person());
        var started = (
            await database
                .Get<StartConversation>()
                .RunAsync(
                    new NewConversation(201, "Hi")
                    {
                        IsVerified = true,
                        Channel = ConversationChannel.Api,
                        ExternalId = "ticket-7",
                    },
                    default
                )
        ).Value;

        await database
            .Get<SaveTurn>()
            .RunAsync(
                started.ConversationId,
                new FinTurn(started.Message.Id, "Shipped <b>\n& more", "{}", null)
                {
                    Status = FinStatus.Resolved,
                },
                default
            );

        var told = (await EventsAsync(database))
            .Where(happened => happened.Topic.StartsWith("fin_", StringComparison.Ordinal))
            .Select(happened => Some.Json(happened.ItemJson))
            .ToList();
        Assert.Equal(
            ["fin_replied replying", "fin_status_updated resolved", "fin_status_updated complete"],
            told.Select(item =>
                $"{item.GetProperty("event_name").GetString()} {item.GetProperty("status").GetString()}"
            )
        );
        Assert.All(
            told,
            item =>
            {
                Assert.Equal("ticket-7", item.GetProperty("conversation_id").GetString());
                Assert.Equal("user-201", item.GetProperty("user_id").GetString());
            }
        );

        // Whoever shows it as HTML shows what was said, and no markup.
        Assert.Equal(
            "Shipped &lt;b&gt;<br>&amp; more",
            told[0].GetProperty("message").GetProperty("body").GetString()
        );
    }

    [Fact]
    public async Task What_nobody_subscribed_to_is_not_written()
    {
        await using var workspace = await WebhookWorkspace.CreateAsync();
        var database = workspace.Database;
        await using var receiver = WebhookWorkspace.Receiver();
        await workspace.SubscribeAsync(receiver.BaseUrl, EventTopics.ConversationCreated);
        await workspace.StartAsync();
        var interest = database.Get<IEventInterest>();
        await WebhookWorkspace.UntilAsync(() =>
            Task.FromResult(!interest.Wants(EventTopics.ExecutionCompleted))
        );
        await workspace.Dispatcher.StopAsync(default);

        await database.RecordAsync(Finished.Execution());
        await database
            .Get<StartConversation>()
            .RunAsync(new NewConversation(201, "Hello") { IsVerified = true }, default);

        Assert.Equal(
            EventTopics.ConversationCreated,
            Assert.Single(await EventsAsync(database)).Topic
        );
    }

    [Fact]
    public async Task A_new_subscription_is_known_as_soon_as_it_is_saved()
    {
        await using var workspace = await WebhookWorkspace.CreateAsync();
        await using var receiver = WebhookWorkspace.Receiver();
        await workspace.SubscribeAsync(receiver.BaseUrl, EventTopics.ConversationCreated);
        await workspace.StartAsync();
        var interest = workspace.Database.Get<IEventInterest>();
        await WebhookWorkspace.UntilAsync(() =>
            Task.FromResult(!interest.Wants(EventTopics.ConnectorAlert))
        );
        await workspace.Dispatcher.StopAsync(default);

        await workspace.SubscribeAsync(receiver.BaseUrl, EventTopics.ConnectorAlert);

        Assert.True(interest.Wants(EventTopics.ConnectorAlert));
        Assert.False(interest.Wants(EventTopics.ConnectorPublished));
    }

    [Fact]
    public async Task Previews_and_tests_tell_nothing()
    {
        await using var workspace = await WebhookWorkspace.CreateAsync();
        var database = workspace.Database;
        await using var api = LoopbackApi.Start().Answer("/orders/1001", LoopbackAnswer.Json("{}"));
        var definition = Some.Definition() with { Url = api.BaseUrl + "/orders/{{order_id}}" };
        var connector = await database.CreateConnectorAsync(definition);
        var recorder = await database.StartAsync();
        var executor = database.Get<ConnectorExecutor>();

        foreach (
            var profile in new[]
            {
                ExecutionProfiles.Preview(definition.ExampleResponse),
                database.Get<ExecutionProfiles>().Test,
                database.Get<ExecutionProfiles>().Live,
            }
        )
        {
            var finished = await executor.ExecuteAsync(
                new ExecutionRequest
                {
                    ConnectorId = connector,
                    Definition = definition,
                    Profile = profile,
                    Source = ExecutionSource.Fin,
                    CollectedInputs = new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        ["order_id"] = "1001",
                    },
                },
                default
            );
            Assert.True(finished.Result.IsSuccess);
            await finished.Recording;

            // Only the last of them was live.
            Assert.Equal(
                profile == database.Get<ExecutionProfiles>().Live ? 1 : 0,
                (await EventsAsync(database)).Count
            );
        }

        await recorder.StopAsync(default);
    }

    private static async Task<IReadOnlyList<OutboxEvent>> EventsAsync(TestDatabase database)
    {
        await using var context = await database.Contexts.CreateDbContextAsync();
        return await context.Set<OutboxEvent>().OrderBy(happened => happened.Id).ToListAsync();
    }
}
