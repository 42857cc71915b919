using DataConnectors.Core.Connectors;
using DataConnectors.Core.CustomObjects;
using DataConnectors.Core.People;
using DataConnectors.Tests.Support;

namespace DataConnectors.Tests.Core.CustomObjects;

/// <summary>A custom object type as a shop has it.</summary>
internal static class SomeOrders
{
    public static CustomObjectTypeDetails Details { get; } =
        new()
        {
            Name = "Order",
            PluralName = "Orders",
            Attributes =
            [
                new("status", AttributeType.Text),
                new("total", AttributeType.Decimal),
                new("placed_at", AttributeType.Date),
                new("skus", AttributeType.List),
            ],
            References = [new("customer", IsMany: false), new("watchers", IsMany: true)],
        };

    /// <summary>Stores every order of an answer, with its status and whose it is.</summary>
    public static ObjectMapping Mapping { get; } =
        new()
        {
            ResponseObjectPath = "orders[]",
            ObjectType = "order",
            IdentityPath = "id",
            Attributes = [new("status", "status")],
            References = [new("customer", ObjectMapping.Person)],
        };

    /// <summary>The rows of an order that a run stored, and of what leads from it to a person.</summary>
    public static object[] Stored(
        long typeId,
        long id,
        string externalId,
        string attributesJson,
        long personId,
        params string[] references
    ) =>
        [
            new CustomObject
            {
                Id = id,
                TypeId = typeId,
                ExternalId = externalId,
                AttributesJson = attributesJson,
                CreatedAt = Some.Instant,
                UpdatedAt = Some.Instant,
                LastExecutionId = 99,
                LastConnectorId = 77,
            },
            .. references.Select(name => new CustomObjectReference
            {
                ObjectId = id,
                Name = name,
                PersonId = personId,
            }),
        ];

    /// <summary>Defines <c>order</c>.</summary>
    public static async Task<long> CreateOrderAsync(this TestDatabase database) =>
        (
            await database
                .Get<CreateCustomObjectType>()
                .RunAsync(Some.Actor, "order", Details, default)
        ).Value;

    public static Task<IReadOnlyList<CustomObjectTypeSummary>> TypesAsync(
        this TestDatabase database
    ) => database.Get<CustomObjectQueries>().ListTypesAsync(default);

    /// <summary>The first page of orders.</summary>
    public static async Task<IReadOnlyList<CustomObjectSnapshot>> ObjectsAsync(
        this TestDatabase database
    ) =>
        (
            await database
                .Get<CustomObjectQueries>()
                .ListObjectsAsync("order", search: null, cursor: null, default)
        ).Items;
}
