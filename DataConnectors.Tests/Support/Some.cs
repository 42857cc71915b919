using System.Text.Json;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Credentials;
using DataConnectors.Core.Egress;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;
using DataConnectors.Core.Transformation;
using Microsoft.Extensions.Options;

namespace DataConnectors.Tests.Support;

/// <summary>Valid values that a test changes in the one place it is about.</summary>
internal static class Some
{
    /// <summary>A teammate who may do everything.</summary>
    public static Actor Actor { get; } = new(101, "Ada Admin", CanAccessDeveloperHub: true);

    /// <summary>Another teammate who may do everything.</summary>
    public static Actor OtherActor { get; } = new(102, "Ola Other", CanAccessDeveloperHub: true);

    /// <summary>A teammate without the permission "Can access developer hub".</summary>
    public static Actor ActorWithoutPermission { get; } =
        new(103, "Sam Support", CanAccessDeveloperHub: false);

    /// <summary>The rules as an operator without trusted hosts has them.</summary>
    public static ConnectorRules Rules { get; } =
        new(new EgressGuard(Options.Create(new EgressOptions())));

    /// <summary>When tests with a fake clock begin.</summary>
    public static DateTimeOffset Instant { get; } = new(2026, 3, 2, 9, 30, 0, TimeSpan.Zero);

    /// <summary>A complete connector that breaks no rule: reads an order of a shop.</summary>
    public static ConnectorDefinition Definition(string name = "Get order status") =>
        new()
        {
            Name = name,
            Description = "Looks up the status of an order by its number.",
            DataInputs =
            [
                new DataInput
                {
                    Name = "order_id",
                    Type = DataInputType.Number,
                    Description = "The number of the order",
                    ExampleValue = "1001",
                },
            ],
            Url = "https://api.example.com/orders/{{order_id}}",
            Headers = [new HeaderField("Accept", "application/json")],
            ExampleResponse = new ExampleResponse(
                200,
                "application/json",
                """{"id":1001,"status":"shipped","total":19.9}"""
            ),
        };

    /// <summary>A field of the answer that is kept as it comes.</summary>
    public static ResponseField Field(
        string path,
        bool isExposed = true,
        bool isRedacted = false
    ) => new(path, RenamedTo: null, Fallback: null, FieldType.Text, isExposed, isRedacted);

    /// <summary>A mapping of one value of the answer to <c>person.plan</c> or the like.</summary>
    public static ObjectMapping Mapping(string responsePath, string attributePath)
    {
        var dot = attributePath.IndexOf('.', StringComparison.Ordinal);
        return new ObjectMapping
        {
            ObjectType = dot < 0 ? ObjectMapping.Person : attributePath[..dot],
            Attributes = [new AttributeMapping(responsePath, attributePath[(dot + 1)..])],
        };
    }

    /// <summary>A change of one attribute, such as <c>person.plan</c>, to a JSON value.</summary>
    public static ObjectChange Change(string attributePath, string json)
    {
        var dot = attributePath.IndexOf('.', StringComparison.Ordinal);
        return new ObjectChange(
            attributePath[..dot],
            ExternalId: null,
            [new AttributeValue(attributePath[(dot + 1)..], Json(json))],
            References: []
        );
    }

    /// <summary>A token without a domain.</summary>
    public static NewToken NewToken(
        string name = "Shop key",
        string headerKey = "X-Api-Key",
        string value = "s3cr3t-value-of-the-shop",
        string prefix = "",
        string? domain = null
    ) => new(name, "", headerKey, prefix, new SecretText(value), domain);

    /// <summary>A signed-in user with an email address, whom the console offers for tests.</summary>
    public static Person Person(
        long id = 201,
        PersonRole role = PersonRole.User,
        string? name = "Grace Hopper",
        string? email = "grace@example.com",
        string attributesJson = "{}"
    ) =>
        new()
        {
            Id = id,
            Role = role,
            ExternalId = role == PersonRole.User ? $"user-{id}" : null,
            Name = name,
            Email = email,
            AttributesJson = attributesJson,
            IsTestPerson = true,
            CreatedAt = Instant,
        };

    /// <summary>The same person as an execution sees them.</summary>
    public static PersonSnapshot PersonSnapshot(
        long id = 201,
        PersonRole role = PersonRole.User,
        string? name = "Grace Hopper",
        string? email = "grace@example.com",
        string attributesJson = "{}"
    ) =>
        DataConnectors.Core.People.PersonSnapshot.From(
            Person(id, role, name, email, attributesJson)
        );

    /// <summary>A JSON value.</summary>
    public static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);
}
