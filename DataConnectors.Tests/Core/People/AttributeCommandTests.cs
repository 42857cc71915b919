using DataConnectors.Core.Connectors;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;
using DataConnectors.Core.Versioning;
using DataConnectors.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Tests.Core.People;

public sealed class AttributeCommandTests
{
    [Fact]
    public async Task A_created_attribute_is_listed_and_may_be_named()
    {
        await using var database = await TestDatabase.CreateAsync();

        var created = await CreateAsync(
            database,
            new NewAttribute(
                AttributeOwner.Person,
                " orders_count ",
                AttributeType.Number,
                " How many "
            )
        );

        Assert.Equal(
            ("person.orders_count", "How many", false),
            (created.Value.Path, created.Value.Description, created.Value.IsBuiltIn)
        );
        Assert.Contains(
            new KnownAttribute("person.orders_count", AttributeType.Number, IsBuiltIn: false),
            await database.Get<PeopleQueries>().ListAttributesAsync(default)
        );
        var listed = await ListAsync(database);
        Assert.Equal(
            [
                .. AttributeCatalog.BuiltIn.Select(known => known.Path).Order(),
                "person.orders_count",
            ],
            listed
                .Select(attribute => attribute.Path)
                .OrderBy(path => path == "person.orders_count")
                .ThenBy(path => path)
        );
    }

    [Theory]
    [InlineData("", "Give the attribute a name")]
    [InlineData("1st", "letter first")]
    [InlineData("größe", "letter first")]
    [InlineData("a b", "letter first")]
    [InlineData("email", "every workspace")]
    [InlineData("Email", "every workspace")]
    [InlineData("PLAN", "already")]
    public async Task A_name_that_cannot_be_one_is_refused(string name, string part)
    {
        await using var database = await TestDatabase.CreateAsync();
        await CreateAsync(database, Plan);

        var refused = await CreateAsync(database, Plan with { Name = name });

        var problem = Assert.Single(refused.Failure!.Problems);
        Assert.Equal("name", problem.Path);
        Assert.Contains(part, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_fault_of_a_new_attribute_is_told_at_once()
    {
        await using var database = await TestDatabase.CreateAsync();

        var refused = await CreateAsync(
            database,
            new NewAttribute(
                AttributeOwner.Conversation,
                new string('a', 61),
                (AttributeType)99,
                new string('d', 501)
            )
        );

        Assert.Equal(
            ["name", "type", "description"],
            refused.Failure!.Problems.Select(problem => problem.Path)
        );
    }

    [Fact]
    public async Task The_same_name_may_stand_for_a_person_and_a_conversation()
    {
        await using var database = await TestDatabase.CreateAsync();
        await CreateAsync(database, Plan);

        Assert.True(
            (
                await CreateAsync(database, Plan with { Owner = AttributeOwner.Conversation })
            ).IsSuccess
        );
    }

    [Fact]
    public async Task Of_two_who_choose_one_name_at_once_one_is_told()
    {
        await using var database = await TestDatabase.CreateAsync();

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => CreateAsync(database, Plan)))
        );

        Assert.Single(outcomes, outcome => outcome.IsSuccess);
        Assert.All(
            outcomes.Where(outcome => !outcome.IsSuccess),
            outcome => Assert.Equal(FaultKind.Invalid, outcome.Failure!.Kind)
        );
    }

    [Fact]
    public async Task The_description_can_be_changed()
    {
        await using var database = await TestDatabase.CreateAsync();
        var id = (await CreateAsync(database, Plan)).Value.Id!.Value;
        var change = database.Get<ChangeAttribute>();

        Assert.True((await change.RunAsync(Some.Actor, id, " What they pay ", default)).IsSuccess);
        var tooLong = await change.RunAsync(Some.Actor, id, new string('d', 501), default);
        var unknown = await change.RunAsync(Some.Actor, 404, "x", default);

        Assert.Equal("description", Assert.Single(tooLong.Failure!.Problems).Path);
        Assert.Equal(FaultKind.NotFound, unknown.Failure!.Kind);
        Assert.Equal(
            "What they pay",
            (await ListAsync(database)).Single(attribute => attribute.Id == id).Description
        );
    }

    [Fact]
    public async Task An_attribute_is_deleted_with_its_values_and_nothing_else()
    {
        await using var database = await TestDatabase.CreateAsync(configure: services =>
            services.AddInbox()
        );
        await database.AddAsync(
            Some.Person(1, attributesJson: """{"plan":"pro","plan_b":12345678901234567890.10}"""),
            Some.Person(2, attributesJson: "not json"),
            new Conversation
            {
                Id = 3,
                PersonId = 1,
                AttributesJson = """{"plan":"x"}""",
            }
        );
        var id = (await CreateAsync(database, Plan)).Value.Id!.Value;
        var ofConversation = (
            await CreateAsync(database, Plan with { Owner = AttributeOwner.Conversation })
        )
            .Value
            .Id!
            .Value;

        Assert.True((await DeleteAsync(database, id)).IsSuccess);
        await using var context = await database.Contexts.CreateDbContextAsync();
        Assert.Equal(
            ["""{"plan_b":12345678901234567890.10}""", "not json"],
            await context
                .Set<Person>()
                .OrderBy(person => person.Id)
                .Select(person => person.AttributesJson)
                .ToListAsync()
        );
        Assert.Equal(
            """{"plan":"x"}""",
            (await context.Set<Conversation>().AsNoTracking().SingleAsync()).AttributesJson
        );

        Assert.True((await DeleteAsync(database, ofConversation)).IsSuccess);
        Assert.Equal(
            "{}",
            (await context.Set<Conversation>().AsNoTracking().SingleAsync()).AttributesJson
        );
        Assert.Equal(FaultKind.NotFound, (await DeleteAsync(database, id)).Failure!.Kind);
    }

    [Fact]
    public async Task An_attribute_that_connectors_use_is_kept_and_they_are_named()
    {
        await using var database = await TestDatabase.CreateAsync();
        var id = (await CreateAsync(database, Plan)).Value.Id!.Value;
        var inUrl = Some.Definition("In the URL") with
        {
            Url = "https://api.example.com/{{person.plan}}",
            DataInputs = [],
        };
        var live = Some.Definition("Mapped") with
        {
            ObjectMappings = [Some.Mapping("status", "person.plan")],
        };
        await database.CreateConnectorAsync(inUrl);
        await database.CreateConnectorAsync(
            Some.Definition("As an input") with
            {
                DataInputs =
                [
                    new DataInput
                    {
                        Name = "order_id",
                        Source = DataInputSource.Attribute,
                        AttributePath = "person.plan",
                    },
                ],
            }
        );
        var mapped = await database.CreateConnectorAsync(live);
        var published = await database
            .Get<PublishDraft>()
            .RunAsync(Some.Actor, mapped, 1, "", default);
        Assert.True(published.IsSuccess, published.Failure?.Message);
        await database
            .Get<SaveDraft>()
            .RunAsync(Some.Actor, mapped, Some.Definition("Mapped no more"), 1, default);

        var refused = await DeleteAsync(database, id);

        Assert.Equal(FaultKind.Conflict, refused.Failure!.Kind);
        Assert.Contains(
            "\"As an input\", \"In the URL\", \"Mapped\"",
            refused.Failure.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(
            ["As an input", "In the URL", "Mapped"],
            (await ListAsync(database)).Single(attribute => attribute.Id == id).UsedBy
        );
    }

    [Fact]
    public async Task Without_the_permission_nothing_is_defined()
    {
        await using var database = await TestDatabase.CreateAsync();
        var id = (await CreateAsync(database, Plan)).Value.Id!.Value;
        var actor = Some.ActorWithoutPermission;

        var created = await database.Get<CreateAttribute>().RunAsync(actor, Plan, default);
        var changed = await database.Get<ChangeAttribute>().RunAsync(actor, id, "x", default);
        var deleted = await database.Get<DeleteAttribute>().RunAsync(actor, id, default);

        Assert.All(
            [created.Failure, changed.Failure, deleted.Failure],
            fault => Assert.Equal(FaultKind.Forbidden, fault!.Kind)
        );
    }

    private static NewAttribute Plan { get; } =
        new(AttributeOwner.Person, "plan", AttributeType.Text);

    private static Task<Outcome<AttributeSummary, Fault>> CreateAsync(
        TestDatabase database,
        NewAttribute attribute
    ) => database.Get<CreateAttribute>().RunAsync(Some.Actor, attribute, default);

    private static Task<Outcome<Done, Fault>> DeleteAsync(TestDatabase database, long id) =>
        database.Get<DeleteAttribute>().RunAsync(Some.Actor, id, default);

    private static Task<IReadOnlyList<AttributeSummary>> ListAsync(TestDatabase database) =>
        database.Get<AttributeQueries>().ListAsync(default);
}
