using DataConnectors.Core.Agent;
using DataConnectors.Core.Content;
using DataConnectors.Core.Deployment;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Workspace;
using DataConnectors.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Tests.Core.Deployment;

/// <summary>Where Fin may answer by itself, and what happens where it may not.</summary>
public sealed class AiAnswersTests
{
    [Fact]
    public async Task It_is_on_until_somebody_switches_it_off_there()
    {
        await using var database = await OpenAsync();
        Assert.All(await StatesAsync(database), state => Assert.True(state.IsOn));

        await SwitchAsync(database, ConversationChannel.Api, isOn: false);
        Assert.Equal([true, false], (await StatesAsync(database)).Select(state => state.IsOn));

        await SwitchAsync(database, ConversationChannel.Api, isOn: true);
        Assert.All(await StatesAsync(database), state => Assert.True(state.IsOn));
    }

    [Fact]
    public async Task Without_the_permission_nothing_is_switched()
    {
        await using var database = await OpenAsync();

        var refused = await database
            .Get<SwitchAiAnswers>()
            .RunAsync(
                Some.Actor with
                {
                    CanAccessDeveloperHub = false,
                },
                ConversationChannel.Messenger,
                isOn: false,
                CancellationToken.None
            );

        Assert.Equal(FaultKind.Forbidden, refused.Failure!.Kind);
        Assert.All(await StatesAsync(database), state => Assert.True(state.IsOn));
    }

    [Fact]
    public async Task Where_it_is_off_the_question_goes_to_the_team_and_content_is_not_used()
    {
        await using var database = await OpenAsync();
        await database
            .Get<CreateArticle>()
            .RunAsync(
                Some.Actor,
                new ArticleDetails("Opening hours", "We are open at 9."),
                CancellationToken.None
            );
        await SwitchAsync(database, ConversationChannel.Messenger, isOn: false);

        var messenger = await AskAsync(database, ConversationChannel.Messenger);
        var api = await AskAsync(database, ConversationChannel.Api);

        Assert.Equal(FinStatus.Escalated, messenger.Conversation.FinStatus);
        Assert.DoesNotContain("open at 9", messenger.Messages[1].Text, StringComparison.Ordinal);
        var trace = AgentJson.DeserializeTrace(messenger.Messages[1].TraceJson)!;
        Assert.Contains("AI Answers is off", Assert.Single(trace.Notes), StringComparison.Ordinal);
        Assert.Null(trace.Content);
        Assert.Contains("open at 9", api.Messages[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_test_workspace_it_cannot_be_on()
    {
        await using var database = await OpenAsync(new() { ["Workspace:IsTest"] = "true" });

        var refused = await database
            .Get<SwitchAiAnswers>()
            .RunAsync(
                Some.Actor,
                ConversationChannel.Messenger,
                isOn: true,
                CancellationToken.None
            );

        Assert.Equal(FaultKind.Conflict, refused.Failure!.Kind);
        Assert.Contains("test workspaces", refused.Failure.Message, StringComparison.Ordinal);
        Assert.All(await StatesAsync(database), state => Assert.False(state.IsOn));
        var thread = await AskAsync(database, ConversationChannel.Messenger);
        Assert.Equal(FinStatus.Escalated, thread.Conversation.FinStatus);
    }

    private static async Task<TestDatabase> OpenAsync(Dictionary<string, string?>? settings = null)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings ?? [])
            .Build();
        var database = await TestDatabase.CreateAsync(configure: services =>
            services.AddWorkspace(configuration).AddExecution().AddInbox().AddAgent()
        );
        await database.AddAsync(Some.Person());
        return database;
    }

    private static async Task<ConversationThread> AskAsync(
        TestDatabase database,
        ConversationChannel channel
    )
    {
        var reply = await database
            .Get<FinConversations>()
            .ReplyAsync(
                new IncomingMessage(null, 201, "What are your opening hours?", IsVerified: true)
                {
                    Channel = channel,
                },
                CancellationToken.None
            );
        return (
            await database
                .Get<ConversationQueries>()
                .FindAsync(reply.Value.ConversationId, CancellationToken.None)
        )!;
    }

    private static Task<IReadOnlyList<AiAnswersState>> StatesAsync(TestDatabase database) =>
        database.Get<AiAnswers>().ListAsync(CancellationToken.None);

    private static async Task SwitchAsync(
        TestDatabase database,
        ConversationChannel channel,
        bool isOn
    ) =>
        Assert.True(
            (
                await database
                    .Get<SwitchAiAnswers>()
                    .RunAsync(Some.Actor, channel, isOn, CancellationToken.None)
            ).IsSuccess
        );
}
