using DataConnectors.Core.Agent;
using DataConnectors.Core.Audiences;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Egress;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;
using DataConnectors.Core.Versioning;
using DataConnectors.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Tests.Core.Agent;

/// <summary>Stored conversations on a real database, with live connectors that call a real server on loopback.</summary>
public sealed class FinConversationsTests : IAsyncLifetime
{
    private readonly LoopbackApi api = LoopbackApi.Start();
    private readonly GatedObserver observer = new();
    private TestDatabase database = null!;

    private FinConversations Messenger => database.Get<FinConversations>();

    public async ValueTask InitializeAsync()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Egress:TrustedHosts:0", $"127.0.0.1:{api.Port}")])
            .Build();
        database = await TestDatabase.CreateAsync(configure: services =>
            services
                .AddEgress(configuration)
                .AddExecution()
                .AddInbox()
                .AddAgent()
                .AddSingleton<IExecutionObserver>(observer)
        );
        await database.AddAsync(
            Some.Person(),
            Some.Person(202, PersonRole.Visitor, name: null, email: null)
        );
    }

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        await api.DisposeAsync();
    }

    [Fact]
    public async Task A_conversation_is_stored_with_messages_trace_and_execution()
    {
        api.Answer("/orders/1042", LoopbackAnswer.Json("""{"status":"shipped"}"""));
        var connector = await PublishAsync(Order());

        var reply = (
            await Messenger.ReplyAsync(
                new IncomingMessage(null, 201, "Where is my order 1042?", IsVerified: true),
                CancellationToken.None
            )
        ).Value;

        Assert.Equal("For order 1042, the status is shipped.", reply.Message!.Text);
        Assert.Equal(connector, reply.ConnectorId);
        var thread = await ThreadAsync(reply.ConversationId);
        Assert.Equal("Where is my order 1042?", thread.Conversation.Subject);
        Assert.Equal(
            [MessageAuthor.Person, MessageAuthor.Fin],
            thread.Messages.Select(message => message.Author)
        );
        var trace = AgentJson.DeserializeTrace(thread.Messages[1].TraceJson)!;
        Assert.Equal(connector, trace.Chosen);
        Assert.Equal(trace.ExecutionId, thread.Messages[1].ExecutionId);
        var execution = Assert.Single(observer.Results);
        Assert.Equal(execution.Id, trace.ExecutionId);
        Assert.Equal(ExecutionSource.Fin, execution.Source);
        Assert.Equal(201, execution.PersonId);
        Assert.Equal(reply.ConversationId, execution.ConversationId);
        Assert.Equal(1, execution.VersionNumber);
    }

    [Fact]
    public async Task What_Fin_is_in_the_middle_of_survives_in_the_database()
    {
        api.Answer("/orders/1042", LoopbackAnswer.Json("""{"status":"shipped"}"""));
        await PublishAsync(Order());

        var first = (
            await Messenger.ReplyAsync(
                new IncomingMessage(null, 201, "Where is my order?", IsVerified: true),
                CancellationToken.None
            )
        ).Value;
        Assert.NotNull((await ThreadAsync(first.ConversationId)).Conversation.AgentStateJson);
        var second = (
            await Messenger.ReplyAsync(
                new IncomingMessage(first.ConversationId, 201, "1042", IsVerified: true),
                CancellationToken.None
            )
        ).Value;

        Assert.Equal("For order 1042, the status is shipped.", second.Message!.Text);
        var state = AgentJson.DeserializeState(
            (await ThreadAsync(first.ConversationId)).Conversation.AgentStateJson
        );
        Assert.Equal(AgentStage.Answered, state!.Stage);
    }

    [Fact]
    public async Task A_reply_is_acknowledged_only_when_the_execution_is_recorded()
    {
        api.Answer("/orders/1042", LoopbackAnswer.Json("""{"status":"shipped"}"""));
        await PublishAsync(Order());
        observer.Hold();

        var reply = Messenger.ReplyAsync(
            new IncomingMessage(null, 201, "Where is my order 1042?", IsVerified: true),
            CancellationToken.None
        );
        await observer.Told;
        await Task.Delay(100);
        Assert.False(reply.IsCompleted);

        observer.Release();
        Assert.True((await reply).IsSuccess);
    }

    [Fact]
    public async Task The_message_is_stored_before_Fin_answers()
    {
        var release = new TaskCompletionSource();
        await using var slow = await TestDatabase.CreateAsync(configure: services =>
            services
                .AddEgress(new ConfigurationBuilder().Build())
                .AddExecution()
                .AddInbox()
                .AddAgent()
                .AddSingleton<IAgent>(new WaitingAgent(release.Task))
        );
        await slow.AddAsync(Some.Person());

        var reply = slow.Get<FinConversations>()
            .ReplyAsync(
                new IncomingMessage(null, 201, "Hello?", IsVerified: true),
                CancellationToken.None
            );
        var queries = slow.Get<ConversationQueries>();
        IReadOnlyList<Conversation> stored = [];
        for (var attempt = 0; attempt < 200 && stored.Count == 0; attempt++)
        {
            stored = await queries.ListForPersonAsync(201, CancellationToken.None);
            await Task.Delay(10);
        }

        var thread = await queries.FindAsync(Assert.Single(stored).Id, CancellationToken.None);
        Assert.Equal("Hello?", Assert.Single(thread!.Messages).Text);
        Assert.False(reply.IsCompleted);
        release.SetResult();
        await reply;
    }

    [Fact]
    public async Task Turns_of_one_conversation_run_one_after_the_other()
    {
        var first = (
            await Messenger.ReplyAsync(
                new IncomingMessage(null, 201, "Hello", IsVerified: true),
                CancellationToken.None
            )
        ).Value;

        var replies = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ =>
                    Messenger.ReplyAsync(
                        new IncomingMessage(first.ConversationId, 201, "Hello", IsVerified: true),
                        CancellationToken.None
                    )
                )
        );

        Assert.All(replies, reply => Assert.True(reply.IsSuccess));
        var authors = (await ThreadAsync(first.ConversationId))
            .Messages.Select(message => message.Author)
            .ToList();
        Assert.Equal(9, authors.Count(author => author == MessageAuthor.Person));
        Assert.Equal(9, authors.Count(author => author == MessageAuthor.Fin));
    }

    [Fact]
    public async Task A_disabled_connector_is_skipped_with_its_reason_and_a_draft_is_not_seen()
    {
        await PublishAsync(Order() with { DirectFinUsage = false });
        await database.Get<CreateConnector>().RunAsync(Some.Actor, Order(), CancellationToken.None);

        var reply = (
            await Messenger.ReplyAsync(
                new IncomingMessage(null, 201, "Where is my order 1042?", IsVerified: true),
                CancellationToken.None
            )
        ).Value;

        var candidate = Assert.Single(
            AgentJson.DeserializeTrace(reply.Message!.TraceJson)!.Candidates
        );
        Assert.Equal("Disabled: manual trigger only", candidate.Skipped);
        Assert.Empty(api.Requests);
    }

    [Theory]
    [InlineData(201, 1)]
    [InlineData(202, 0)]
    public async Task Only_a_user_is_signed_in(long personId, int expectedCalls)
    {
        api.Answer(LoopbackApi.AnyPath, LoopbackAnswer.Json("""{"status":"shipped"}"""));
        await PublishAsync(Order() with { CustomerAuthentication = true });

        await Messenger.ReplyAsync(
            new IncomingMessage(
                null,
                personId,
                "Where is my order 1042?",
                IsVerified: personId == 201
            ),
            CancellationToken.None
        );

        Assert.Equal(expectedCalls, api.Requests.Count);
    }

    [Fact]
    public async Task Nobody_writes_in_the_conversation_of_another()
    {
        var first = (
            await Messenger.ReplyAsync(
                new IncomingMessage(null, 201, "Hello", IsVerified: true),
                CancellationToken.None
            )
        ).Value;

        var stranger = await Messenger.ReplyAsync(
            new IncomingMessage(first.ConversationId, 202, "Hello", IsVerified: true),
            CancellationToken.None
        );

        Assert.Equal(FaultKind.NotFound, stranger.Failure!.Kind);
        Assert.Equal(2, (await ThreadAsync(first.ConversationId)).Messages.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task An_empty_message_is_refused_and_starts_nothing(string message)
    {
        var reply = await Messenger.ReplyAsync(
            new IncomingMessage(null, 201, message, IsVerified: true),
            CancellationToken.None
        );

        Assert.Equal(FaultKind.Invalid, reply.Failure!.Kind);
        Assert.Empty(
            await database
                .Get<ConversationQueries>()
                .ListForPersonAsync(201, CancellationToken.None)
        );
    }

    [Fact]
    public async Task A_defect_in_the_agent_still_gets_the_person_an_answer()
    {
        await using var broken = await TestDatabase.CreateAsync(configure: services =>
            services
                .AddEgress(new ConfigurationBuilder().Build())
                .AddExecution()
                .AddInbox()
                .AddAgent()
                .AddSingleton<IAgent>(
                    new WaitingAgent(Task.FromException(new InvalidOperationException("defect")))
                )
        );
        await broken.AddAsync(Some.Person());

        var reply = (
            await broken
                .Get<FinConversations>()
                .ReplyAsync(
                    new IncomingMessage(null, 201, "Hello", IsVerified: true),
                    CancellationToken.None
                )
        ).Value;

        Assert.Contains("something went wrong", reply.Message!.Text, StringComparison.Ordinal);
    }

    private ConnectorDefinition Order() =>
        Some.Definition() with
        {
            Url = api.BaseUrl + "/orders/{{order_id}}",
            DataInputs = [new DataInput { Name = "order_id", Description = "The order number" }],
        };

    private async Task<long> PublishAsync(ConnectorDefinition definition)
    {
        // Stored behind the rules: those ask for HTTPS, which a loopback server does not speak.
        var ids = database.Get<IdGenerator>();
        var (connector, version) = (ids.Next(), ids.Next());
        await database.AddAsync(
            new Connector
            {
                Id = connector,
                Name = definition.Name,
                State = ConnectorState.Live,
                DraftJson = ConnectorJson.Serialize(definition),
                DraftRevision = 1,
                LiveVersionId = version,
                LiveVersionNumber = 1,
                PublishedRevision = 1,
                CreatedAt = Some.Instant,
                UpdatedAt = Some.Instant,
            },
            new ConnectorVersion
            {
                Id = version,
                ConnectorId = connector,
                Number = 1,
                DefinitionJson = ConnectorJson.Serialize(definition),
                CreatedAt = Some.Instant,
            }
        );
        return connector;
    }

    private async Task<ConversationThread> ThreadAsync(long id) =>
        (await database.Get<ConversationQueries>().FindAsync(id, CancellationToken.None))!;

    private sealed class GatedObserver : IExecutionObserver
    {
        private readonly TaskCompletionSource told = new();
        private TaskCompletionSource gate = CompletedGate();

        public List<ExecutionResult> Results { get; } = [];

        public Task Told => told.Task;

        public void Hold() => gate = new TaskCompletionSource();

        public void Release() => gate.SetResult();

        public Task OnCompletedAsync(ExecutionResult result)
        {
            Results.Add(result);
            told.TrySetResult();
            return gate.Task;
        }

        private static TaskCompletionSource CompletedGate()
        {
            var open = new TaskCompletionSource();
            open.SetResult();
            return open;
        }
    }

    private sealed class WaitingAgent(Task wait) : IAgent
    {
        public async Task<AgentTurn> ReplyAsync(
            AgentRequest request,
            CancellationToken cancellationToken
        )
        {
            await wait;
            var trace = new AgentTrace([], null, new Dictionary<string, string>(), null, "Hi");
            return new AgentTurn("Hi", State: null, trace);
        }
    }

    [Fact]
    public async Task Whoever_is_not_of_the_audience_is_not_offered_the_connector_and_the_trace_says_why()
    {
        api.Answer("/orders/1042", LoopbackAnswer.Json("""{"status":"shipped"}"""));
        await PublishAsync(Order() with { CustomAudience = RoleAudience.Of([PersonRole.User]) });

        var visitor = (
            await Messenger.ReplyAsync(
                new IncomingMessage(null, 202, "Where is my order 1042?", IsVerified: true),
                CancellationToken.None
            )
        ).Value;
        var user = (
            await Messenger.ReplyAsync(
                new IncomingMessage(null, 201, "Where is my order 1042?", IsVerified: true),
                CancellationToken.None
            )
        ).Value;

        Assert.Null(visitor.ConnectorId);
        Assert.Equal(
            "Audience: not in the custom audience",
            Assert
                .Single(AgentJson.DeserializeTrace(visitor.Message!.TraceJson)!.Candidates)
                .Skipped
        );
        Assert.NotNull(user.ConnectorId);
        Assert.Single(api.Requests);
    }

    [Fact]
    public async Task A_write_that_met_an_expected_status_is_not_said_to_be_done()
    {
        api.Answer("/orders/1042", LoopbackAnswer.Bytes([], 404));
        await PublishAsync(
            Order() with
            {
                Method = RequestMethod.Delete,
                ExpectedStatuses = [404],
            }
        );

        var asked = (
            await Messenger.ReplyAsync(
                new IncomingMessage(null, 201, "Where is my order 1042?", IsVerified: true),
                CancellationToken.None
            )
        ).Value;
        var done = (
            await Messenger.ReplyAsync(
                new IncomingMessage(asked.ConversationId, 201, "yes", IsVerified: true),
                CancellationToken.None
            )
        ).Value;

        Assert.Single(api.Requests);
        Assert.DoesNotContain("Done", done.Message!.Text, StringComparison.Ordinal);
        Assert.Contains("nothing was found", done.Message!.Text, StringComparison.Ordinal);
    }
}
