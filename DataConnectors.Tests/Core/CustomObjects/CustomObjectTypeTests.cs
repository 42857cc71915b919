using DataConnectors.Core.CustomObjects;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;
using DataConnectors.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Tests.Core.CustomObjects;

public sealed class CustomObjectTypeTests
{
    [Fact]
    public async Task A_created_type_is_listed_and_may_be_mapped_to()
    {
        await using var database = await TestDatabase.CreateAsync();
        var schemas = database.Get<ObjectSchemas>();
        var before = await schemas.ReadAsync(default);

        await database.CreateOrderAsync();

        var type = Assert.Single(await database.TypesAsync());
        Assert.Equal(
            ("order", "Order", "Orders"),
            (type.Key, type.Details.Name, type.Details.PluralName)
        );
        Assert.Equal((0, 1L), (type.ObjectCount, type.Revision));
        Assert.Null(before.Find("order"));
        var schema = await schemas.ReadAsync(default);
        Assert.Equal(["person", "conversation", "order"], schema.Types.Select(known => known.Key));
        Assert.Equal(
            SomeOrders.Details.Attributes.Select(attribute => (attribute.Name, attribute.Type)),
            schema.Find("order")!.Attributes.Select(attribute => (attribute.Name, attribute.Type))
        );
        Assert.Equal(SomeOrders.Details.References, schema.Find("order")!.References);
    }

    [Fact]
    public async Task The_schema_is_read_once_until_something_is_defined()
    {
        await using var database = await TestDatabase.CreateAsync();
        var schemas = database.Get<ObjectSchemas>();

        var first = await schemas.ReadAsync(default);
        Assert.Same(first, await schemas.ReadAsync(default));
        await database.CreateAttributeAsync("plan");

        var second = await schemas.ReadAsync(default);
        Assert.Contains(
            new ObjectAttribute("plan", AttributeType.Text, IsIdentity: false),
            second.Find("person")!.Attributes
        );
        Assert.Equal(
            AttributeCatalog.BuiltIn.Count(known =>
                known.IsIdentity && AttributeCatalog.OwnerOf(known.Path) != AttributeOwner.Company
            ),
            second.Types.SelectMany(type => type.Attributes).Count(known => known.IsIdentity)
        );
    }

    [Theory]
    [InlineData("", "Give the object a key")]
    [InlineData("Order", "cannot be a key")]
    [InlineData("1st", "cannot be a key")]
    [InlineData("person", "every workspace")]
    [InlineData("conversation", "every workspace")]
    [InlineData("order", "already")]
    public async Task A_key_that_cannot_be_one_is_refused(string key, string part)
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.CreateOrderAsync();

        var refused = await database
            .Get<CreateCustomObjectType>()
            .RunAsync(Some.Actor, key, SomeOrders.Details, default);

        var problem = Assert.Single(refused.Failure!.Problems);
        Assert.Equal("key", problem.Path);
        Assert.Contains(part, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_fault_of_a_type_is_told_at_once()
    {
        await using var database = await TestDatabase.CreateAsync();

        var refused = await database
            .Get<CreateCustomObjectType>()
            .RunAsync(
                Some.Actor,
                "!",
                new CustomObjectTypeDetails
                {
                    Name = " ",
                    PluralName = new string('p', 61),
                    Description = new string('d', 501),
                    Attributes =
                    [
                        new("", AttributeType.Text),
                        new("status", AttributeType.Text),
                        new("Status", (AttributeType)99),
                    ],
                    References = [new("status", IsMany: false), new("a-b", IsMany: true)],
                },
                default
            );

        Assert.Equal(
            [
                "key",
                "name",
                "pluralName",
                "description",
                "attributes[0].name",
                "attributes[2].name",
                "attributes[2].type",
                "references[0].name",
                "references[1].name",
            ],
            refused.Failure!.Problems.Select(problem => problem.Path)
        );
    }

    [Fact]
    public async Task What_a_change_leaves_out_goes_with_its_values()
    {
        await using var database = await TestDatabase.CreateAsync();
        var id = await database.CreateOrderAsync();
        await database.AddAsync([
            Some.Person(1),
            .. SomeOrders.Stored(
                id,
                5,
                "1001",
                """{"status":"open","total":19.90}""",
                personId: 1,
                "customer"
            ),
        ]);

        var changed = await ChangeAsync(
            database,
            id,
            new CustomObjectTypeDetails
            {
                Name = "Purchase",
                Attributes = [new("total", AttributeType.Decimal)],
            }
        );

        Assert.Equal(2, changed.Value);
        var stored = Assert.Single(await database.ObjectsAsync());
        Assert.Equal("total", Assert.Single(stored.Attributes).Key);
        Assert.Equal("19.90", stored.Attributes["total"].GetRawText());
        Assert.Empty(stored.References);
        Assert.Equal(
            "Purchase",
            (await database.Get<ObjectSchemas>().ReadAsync(default)).Find("order")!.Name
        );
    }

    [Fact]
    public async Task Types_of_attributes_and_the_many_of_references_stay()
    {
        await using var database = await TestDatabase.CreateAsync();
        var id = await database.CreateOrderAsync();

        var refused = await ChangeAsync(
            database,
            id,
            SomeOrders.Details with
            {
                Attributes = [new("status", AttributeType.List)],
                References = [new("customer", IsMany: true), new("watchers", IsMany: false)],
            }
        );

        Assert.Equal(
            ["attributes[0].type", "references[1].isMany"],
            refused.Failure!.Problems.Select(problem => problem.Path)
        );
    }

    [Fact]
    public async Task A_change_of_what_somebody_else_changed_is_a_conflict()
    {
        await using var database = await TestDatabase.CreateAsync();
        var id = await database.CreateOrderAsync();

        Assert.True((await ChangeAsync(database, id, SomeOrders.Details)).IsSuccess);
        var late = await ChangeAsync(database, id, SomeOrders.Details);

        Assert.Equal(FaultKind.Conflict, late.Failure!.Kind);
    }

    [Fact]
    public async Task What_connectors_map_to_is_kept_and_they_are_named()
    {
        await using var database = await TestDatabase.CreateAsync();
        var id = await database.CreateOrderAsync();
        await database.CreateConnectorAsync(
            Some.Definition("Sync orders") with
            {
                ObjectMappings = [SomeOrders.Mapping with { ResponseObjectPath = "$" }],
            }
        );

        var deleted = await database
            .Get<DeleteCustomObjectType>()
            .RunAsync(Some.Actor, id, withObjects: true, default);
        var withoutStatus = await ChangeAsync(
            database,
            id,
            SomeOrders.Details with
            {
                Attributes = [new("total", AttributeType.Decimal)],
            }
        );
        var withoutCustomer = await ChangeAsync(
            database,
            id,
            SomeOrders.Details with
            {
                References = [],
            }
        );
        var withoutTotal = await ChangeAsync(
            database,
            id,
            SomeOrders.Details with
            {
                Attributes = [new("status", AttributeType.Text)],
            }
        );

        Assert.All(
            [deleted.Failure, withoutStatus.Failure, withoutCustomer.Failure],
            fault =>
            {
                Assert.Equal(FaultKind.Conflict, fault!.Kind);
                Assert.Contains("\"Sync orders\"", fault.Message, StringComparison.Ordinal);
            }
        );
        Assert.True(withoutTotal.IsSuccess, withoutTotal.Failure?.Message);
        var type = Assert.Single(await database.TypesAsync());
        Assert.Equal(["Sync orders"], type.UsedBy);
        Assert.Equal(["customer", "status"], type.UsedParts.Keys.Order());
    }

    [Fact]
    public async Task A_type_with_objects_is_deleted_only_when_that_is_meant()
    {
        await using var database = await TestDatabase.CreateAsync();
        var id = await database.CreateOrderAsync();
        await database.AddAsync([
            Some.Person(1),
            .. SomeOrders.Stored(id, 5, "1001", "{}", personId: 1, "customer"),
        ]);
        var delete = database.Get<DeleteCustomObjectType>();

        var asked = await delete.RunAsync(Some.Actor, id, withObjects: false, default);
        Assert.Equal(FaultKind.Conflict, asked.Failure!.Kind);
        Assert.StartsWith("1 object is stored", asked.Failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, Assert.Single(await database.TypesAsync()).ObjectCount);

        Assert.True((await delete.RunAsync(Some.Actor, id, withObjects: true, default)).IsSuccess);
        Assert.Empty(await database.TypesAsync());
        await using var context = await database.Contexts.CreateDbContextAsync();
        Assert.False(await context.Set<CustomObject>().AnyAsync());
        Assert.False(await context.Set<CustomObjectReference>().AnyAsync());
        Assert.True(await context.Set<Person>().AnyAsync());
        Assert.Equal(
            FaultKind.NotFound,
            (await delete.RunAsync(Some.Actor, id, withObjects: true, default)).Failure!.Kind
        );
    }

    [Fact]
    public async Task Without_the_permission_nothing_is_defined()
    {
        await using var database = await TestDatabase.CreateAsync();
        var id = await database.CreateOrderAsync();
        var actor = Some.ActorWithoutPermission;

        var created = await database
            .Get<CreateCustomObjectType>()
            .RunAsync(actor, "ticket", SomeOrders.Details, default);
        var changed = await database
            .Get<ChangeCustomObjectType>()
            .RunAsync(actor, id, SomeOrders.Details, 1, default);
        var deleted = await database
            .Get<DeleteCustomObjectType>()
            .RunAsync(actor, id, withObjects: true, default);

        Assert.All(
            [created.Failure, changed.Failure, deleted.Failure],
            fault => Assert.Equal(FaultKind.Forbidden, fault!.Kind)
        );
    }

    private static Task<Outcome<long, Fault>> ChangeAsync(
        TestDatabase database,
        long id,
        CustomObjectTypeDetails details
    ) => database.Get<ChangeCustomObjectType>().RunAsync(Some.Actor, id, details, 1, default);
}
