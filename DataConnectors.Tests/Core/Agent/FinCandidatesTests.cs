using DataConnectors.Core.Agent;
using DataConnectors.Core.Audiences;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.People;
using DataConnectors.Core.Versioning;
using DataConnectors.Tests.Support;

namespace DataConnectors.Tests.Core.Agent;

/// <summary>Who may meet which connector, on a real database.</summary>
public sealed class FinCandidatesTests : IAsyncLifetime
{
    private static readonly ConversationSnapshot Conversation = new(
        1,
        "Hi",
        new Dictionary<string, System.Text.Json.JsonElement>()
    );

    private static readonly PersonSnapshot Pro = Some.PersonSnapshot(
        attributesJson: """{"plan":"pro"}"""
    );

    private static readonly PersonSnapshot Free = Some.PersonSnapshot(
        202,
        attributesJson: """{"plan":"free"}"""
    );

    private TestDatabase database = null!;

    private FinCandidates Candidates => database.Get<FinCandidates>();

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync(configure: services =>
            services.AddExecution().AddInbox().AddAgent()
        );
        await database.CreateAttributeAsync("plan");
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task Of_two_people_only_the_one_in_the_audience_may_meet_it()
    {
        var pro = await AudienceAsync("Pro plan", "pro");
        var team = await AudienceAsync("Team plan", "team");
        await PublishAsync(Some.Definition("One of two") with { AudienceIds = [pro, team] });
        await PublishAsync(Some.Definition("One") with { AudienceIds = [team] });
        await PublishAsync(
            Some.Definition("Custom") with
            {
                CustomAudience = SomeRule.Of("person.plan", AudienceComparison.Is, "pro"),
            }
        );
        await PublishAsync(Some.Definition("Everyone"));
        await PublishAsync(Some.Definition("Manual") with { DirectFinUsage = false });

        Assert.Equal(
            [null, "Audience: not in \"Team plan\"", null, null, "Disabled: manual trigger only"],
            Reasons(await Candidates.ListAsync(Pro, Conversation, default))
        );
        Assert.Equal(
            [
                "Audience: not in \"Pro plan\" or \"Team plan\"",
                "Audience: not in \"Team plan\"",
                "Audience: not in the custom audience",
                null,
                "Disabled: manual trigger only",
            ],
            Reasons(await Candidates.ListAsync(Free, Conversation, default))
        );
    }

    [Fact]
    public async Task A_change_of_the_audience_holds_for_what_is_live()
    {
        var id = await AudienceAsync("Plan", "pro");
        await PublishAsync(Some.Definition() with { AudienceIds = [id] });
        Assert.NotNull(Assert.Single(await ListAsync(Free)).SkipReason);

        await database
            .Get<ChangeAudience>()
            .RunAsync(Some.Actor, id, new("Plan", "", RuleOf("free")), 1, default);

        Assert.Null(Assert.Single(await ListAsync(Free)).SkipReason);
        Assert.NotNull(Assert.Single(await ListAsync(Pro)).SkipReason);
    }

    [Fact]
    public async Task Outside_the_share_is_skipped_and_says_so()
    {
        var connector = await PublishAsync(Some.Definition() with { RolloutPercent = 20 });
        var rollout = new Rollout(20, connector);
        var people = Enumerable.Range(1, 200).Select(id => Some.PersonSnapshot(id)).ToList();

        foreach (var person in people)
        {
            Assert.Equal(
                rollout.Includes(person.Id) ? null : "Roll-out: outside the 20 %",
                Assert.Single(await ListAsync(person)).SkipReason
            );
        }

        Assert.Contains(people, person => rollout.Includes(person.Id));
    }

    [Fact]
    public async Task A_preview_shuts_out_nobody_in_particular_but_tells_it_of_a_test_person()
    {
        var draft = Some.Definition() with { CustomAudience = RuleOf("pro") };

        Assert.Null(Assert.Single(await PreviewAsync(null)).SkipReason);
        Assert.Null(Assert.Single(await PreviewAsync(Pro)).SkipReason);
        Assert.Equal(
            "Audience: not in the custom audience",
            Assert.Single(await PreviewAsync(Free)).SkipReason
        );

        Task<IReadOnlyList<AgentCandidate>> PreviewAsync(PersonSnapshot? person) =>
            Candidates.ListForPreviewAsync(7, draft, isReal: false, person, default);
    }

    [Fact]
    public async Task An_audience_that_is_gone_means_nobody()
    {
        var draft = Some.Definition() with { AudienceIds = [77] };

        var candidates = await Candidates.ListForPreviewAsync(
            7,
            draft,
            isReal: false,
            Pro,
            default
        );

        Assert.Equal(
            "Audience: not in an audience that was deleted",
            Assert.Single(candidates).SkipReason
        );
    }

    private static IEnumerable<string?> Reasons(IEnumerable<AgentCandidate> candidates) =>
        candidates.Select(candidate => candidate.SkipReason);

    private static AudienceRule RuleOf(string plan) =>
        SomeRule.Of("person.plan", AudienceComparison.Is, plan);

    private Task<IReadOnlyList<AgentCandidate>> ListAsync(PersonSnapshot person) =>
        Candidates.ListAsync(person, Conversation, default);

    private async Task<long> AudienceAsync(string name, string plan) =>
        (
            await database
                .Get<CreateAudience>()
                .RunAsync(Some.Actor, new(name, "", RuleOf(plan)), default)
        ).Value;

    private async Task<long> PublishAsync(ConnectorDefinition definition)
    {
        var id = await database.CreateConnectorAsync(definition);
        Assert.True(
            (await database.Get<PublishDraft>().RunAsync(Some.Actor, id, 1, "", default)).IsSuccess
        );
        return id;
    }
}
