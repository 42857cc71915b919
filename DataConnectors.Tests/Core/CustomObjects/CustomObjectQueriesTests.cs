using DataConnectors.Core.CustomObjects;
using DataConnectors.Tests.Support;

namespace DataConnectors.Tests.Core.CustomObjects;

public sealed class CustomObjectQueriesTests
{
    [Fact]
    public async Task Each_object_shows_its_own_first_references_however_many_another_has()
    {
        const int People = (CustomObjectSnapshot.MostReferences * CustomObjectQueries.PageSize) + 1;
        await using var database = await TestDatabase.CreateAsync();
        var typeId = await database.CreateOrderAsync();
        await database.AddAsync([
            Some.Person(1),
            Some.Person(2, name: null),
            Some.Person(3, name: null, email: null),
            .. Enumerable.Range(4, People - 3).Select(id => Some.Person(id)),
            Order(5),
            Order(6),
            .. Enumerable.Range(1, People).Select(id => Refer(5, "watchers", id)),
            Refer(6, "watchers", 3),
            Refer(6, "watchers", 2),
            Refer(6, "customer", 9),
        ]);

        var orders = await database.ObjectsAsync();

        Assert.Equal(["6", "5"], orders.Select(order => order.ExternalId));
        Assert.Equal(
            [
                new("customer", 9, "Grace Hopper"),
                new("watchers", 2, "grace@example.com"),
                new("watchers", 3, "User"),
            ],
            orders[0].References
        );
        Assert.Equal(
            Enumerable.Range(1, CustomObjectSnapshot.MostReferences).Select(id => (long)id),
            orders[1].References.Select(link => link.PersonId)
        );

        CustomObject Order(long id) =>
            new()
            {
                Id = id,
                TypeId = typeId,
                ExternalId = $"{id}",
            };
    }

    private static CustomObjectReference Refer(long objectId, string name, long personId) =>
        new()
        {
            ObjectId = objectId,
            Name = name,
            PersonId = personId,
        };
}
