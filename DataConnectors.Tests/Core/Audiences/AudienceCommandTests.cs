using DataConnectors.Core.Audiences;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;
using DataConnectors.Core.Versioning;
using DataConnectors.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Tests.Core.Audiences;

public sealed class AudienceCommandTests : IAsyncLifetime
{
    private static readonly AudienceRule Users = SomeRule.Of(
        "person.role",
        AudienceComparison.Is,
        "user"
    );

    private TestDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await TestDatabase.CreateAsync();

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task An_audience_is_stored_and_read_back()
    {
        var id = (await CreateAsync("  Enterprise plan ")).Value;

        var stored = Assert.Single(await database.Get<AudienceQueries>().ListAsync(default));
        Assert.Equal(
            (id, "Enterprise plan", 1, "Ada Admin"),
            (stored.Id, stored.Name, stored.Revision, stored.UpdatedBy)
        );
        Assert.Equal(AudienceJson.Serialize(Users), AudienceJson.Serialize(stored.Rule));
        Assert.Empty(stored.UsedBy);
    }

    [Theory]
    [InlineData("", "name", "Give the audience a name")]
    [InlineData("ENTERPRISE Ä", "name", "There is an audience")]
    public async Task A_name_is_needed_and_unique_without_regard_to_case(
        string name,
        string path,
        string message
    )
    {
        await CreateAsync("Enterprise ä");

        var problem = Assert.Single((await CreateAsync(name)).Failure!.Problems);

        Assert.Equal(path, problem.Path);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_that_breaks_the_rules_is_refused_and_stores_nothing()
    {
        var created = await database
            .Get<CreateAudience>()
            .RunAsync(
                Some.Actor,
                new("A", "", SomeRule.Of("person.gone", AudienceComparison.Is, "x")),
                default
            );

        Assert.Equal("rule.conditions[0].attribute", Assert.Single(created.Failure!.Problems).Path);
        Assert.Empty(await database.Get<AudienceQueries>().ListAsync(default));
    }

    [Fact]
    public async Task Without_the_permission_nothing_is_done()
    {
        var id = (await CreateAsync("A")).Value;
        var other = Some.ActorWithoutPermission;

        Assert.Equal(
            [FaultKind.Forbidden, FaultKind.Forbidden, FaultKind.Forbidden],
            new[]
            {
                (await CreateAsync("B", other)).Failure!.Kind,
                (await ChangeAsync(id, "B", 1, other)).Failure!.Kind,
                (await DeleteAsync(id, other)).Failure!.Kind,
            }
        );
        Assert.Equal(
            "A",
            Assert.Single(await database.Get<AudienceQueries>().ListAsync(default)).Name
        );
    }

    [Fact]
    public async Task Of_two_editors_at_once_the_second_meets_a_conflict()
    {
        var id = (await CreateAsync("A")).Value;

        Assert.Equal(2, (await ChangeAsync(id, "First", 1)).Value);
        var late = await ChangeAsync(id, "Second", 1);

        Assert.Equal(FaultKind.Conflict, late.Failure!.Kind);
        Assert.Equal("First", (await database.Get<AudienceQueries>().FindAsync(id, default))!.Name);
        Assert.Equal(3, (await ChangeAsync(id, "Second", 2)).Value);
    }

    [Fact]
    public async Task An_audience_that_drafts_or_live_versions_have_is_not_deleted()
    {
        var id = (await CreateAsync("A")).Value;
        var connector = await database.CreateConnectorAsync(
            Some.Definition("Get order") with
            {
                AudienceIds = [id],
            }
        );

        var byDraft = await DeleteAsync(id);
        await database.Get<PublishDraft>().RunAsync(Some.Actor, connector, 1, "", default);
        await database
            .Get<SaveDraft>()
            .RunAsync(Some.Actor, connector, Some.Definition("Get order"), 1, default);
        var byLive = await DeleteAsync(id);
        await database.Get<PublishDraft>().RunAsync(Some.Actor, connector, 2, "", default);
        var unused = await DeleteAsync(id);

        Assert.Equal(
            (FaultKind.InUse, FaultKind.InUse),
            (byDraft.Failure!.Kind, byLive.Failure!.Kind)
        );
        Assert.Contains("\"Get order\"", byLive.Failure.Message, StringComparison.Ordinal);
        Assert.True(unused.IsSuccess);
        Assert.Equal(FaultKind.NotFound, (await DeleteAsync(id)).Failure!.Kind);
    }

    [Fact]
    public async Task An_attribute_that_an_audience_asks_for_is_not_deleted()
    {
        var seats = await database.CreateAttributeAsync(
            "seats",
            AttributeType.Number,
            AttributeOwner.Company
        );
        await CreateAsync(
            "Big",
            rule: SomeRule.Of("company.seats", AudienceComparison.AtLeast, "10")
        );

        var deleted = await database
            .Get<DeleteAttribute>()
            .RunAsync(Some.Actor, seats.Id!.Value, default);

        Assert.Equal(FaultKind.Conflict, deleted.Failure!.Kind);
        Assert.Contains("Big (audience)", deleted.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_of_a_deleted_attribute_of_companies_go_with_it()
    {
        var seats = await database.CreateAttributeAsync(
            "seats",
            AttributeType.Number,
            AttributeOwner.Company
        );
        await database.AddAsync(
            new Company
            {
                Id = 1,
                ExternalId = "c",
                AttributesJson = """{"seats":4,"plan":"pro"}""",
            }
        );

        await database.Get<DeleteAttribute>().RunAsync(Some.Actor, seats.Id!.Value, default);

        await using var context = await database.Contexts.CreateDbContextAsync();
        Assert.Equal(
            """{"plan":"pro"}""",
            (await context.Set<Company>().SingleAsync()).AttributesJson
        );
    }

    [Fact]
    public async Task The_book_sees_what_another_process_changed()
    {
        var book = database.Get<AudienceBook>();
        var another = new AudienceBook(database.Contexts);
        Assert.Empty(await book.ReadAsync(default));

        var id = (await CreateAsync("A")).Value;
        var first = await book.ReadAsync(default);
        Assert.Same(first, await book.ReadAsync(default));
        await ChangeAsync(id, "B", 1);
        Assert.Equal("B", (await book.ReadAsync(default))[id].Name);
        Assert.Equal("B", (await another.ReadAsync(default))[id].Name);
        await DeleteAsync(id);
        await CreateAsync("C");
        Assert.Equal("C", Assert.Single(await book.ReadAsync(default)).Value.Name);
    }

    [Fact]
    public async Task Reach_counts_everybody_once_and_names_some()
    {
        var company = new Company
        {
            Id = 1,
            ExternalId = "com_1",
            Name = "Acme",
        };
        await database.AddAsync(company);
        await database.AddAsync([
            .. Enumerable
                .Range(1, 4_321)
                .Select(id =>
                {
                    var person = Some.Person(
                        id,
                        id % 3 == 0 ? PersonRole.Lead : PersonRole.User,
                        $"P{id}",
                        email: null
                    );
                    person.CompanyId = id % 10 == 0 ? company.Id : null;
                    return person;
                }),
        ]);
        var audience = (
            await CreateAsync(
                "Acme",
                rule: SomeRule.Of("company.name", AudienceComparison.Is, "acme")
            )
        ).Value;
        var count = database.Get<CountReach>();

        var reusable = await count.RunAsync(new([audience], null, new(100, 7)), default);
        var some = await count.RunAsync(new([], null, new(20, 7)), default);
        var maybe = await count.RunAsync(
            new(
                [],
                SomeRule.Any(
                    SomeRule.Condition("person.role", AudienceComparison.Is, "lead"),
                    SomeRule.Condition("conversation.subject", AudienceComparison.IsKnown)
                ),
                new(100, 7)
            ),
            default
        );

        Assert.Equal((4_321, 432, 0, 432), Numbers(reusable));
        Assert.Equal(
            Enumerable.Range(1, 10).Select(i => $"P{i * 10}"),
            reusable.Sample.Select(person => person.DisplayName)
        );
        Assert.Equal(
            Enumerable.Range(1, 4_321).Count(id => new Rollout(20, 7).Includes(id)),
            some.InRollout
        );
        Assert.Equal((4_321, 1_440, 2_881, 4_321), Numbers(maybe));

        static (int, int, int, int) Numbers(Reach reach) =>
            (reach.People, reach.Matching, reach.MayMatch, reach.InRollout);
    }

    private Task<Outcome<long, Fault>> CreateAsync(
        string name,
        Actor? actor = null,
        AudienceRule? rule = null
    ) =>
        database
            .Get<CreateAudience>()
            .RunAsync(actor ?? Some.Actor, new(name, "", rule ?? Users), default);

    private Task<Outcome<long, Fault>> ChangeAsync(
        long id,
        string name,
        long basedOn,
        Actor? actor = null
    ) =>
        database
            .Get<ChangeAudience>()
            .RunAsync(actor ?? Some.OtherActor, id, new(name, "", Users), basedOn, default);

    private Task<Outcome<Done, Fault>> DeleteAsync(long id, Actor? actor = null) =>
        database.Get<DeleteAudience>().RunAsync(actor ?? Some.Actor, id, default);
}
