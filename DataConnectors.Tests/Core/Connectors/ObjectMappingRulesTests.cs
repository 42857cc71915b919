using DataConnectors.Core.Connectors;
using DataConnectors.Core.Kernel;
using DataConnectors.Tests.Core.CustomObjects;
using DataConnectors.Tests.Support;

namespace DataConnectors.Tests.Core.Connectors;

public sealed class ObjectMappingRulesTests
{
    private static readonly ExampleResponse Example = new(
        200,
        "application/json",
        """
        {
          "customer":{"id":7,"plan":"pro","vip":"true","score":4.5,"since":"2024-05-01","tags":["a"],"address":{"city":"Rome"},"nothing":null},
          "orders":[
            {"id":1,"status":"open","total":"19.90","count":1,"note":null},
            {"id":2,"status":{"code":1},"total":"free","count":1.5},
            {"status":"sent","total":3}
          ],
          "none":[],
          "grid":[[1]]
        }
        """
    );

    [Fact]
    public void Mappings_that_fit_have_no_problem() =>
        Assert.Empty(
            Check(
                new ObjectMapping
                {
                    ResponseObjectPath = "customer",
                    Attributes =
                    [
                        new("plan", "plan"),
                        new("id", "orders_count"),
                        new("vip", "is_vip"),
                        new("score", "balance"),
                        new("since", "last_order_at"),
                        new("tags[]", "tags"),
                    ],
                },
                new ObjectMapping
                {
                    ObjectType = "conversation",
                    Attributes = [new("customer.id", "order_number")],
                },
                Orders with
                {
                    Attributes = [new("note", "status")],
                    IdentityPath = "count",
                    References = [new("customer", "person"), new("watchers", "person")],
                },
                Orders with
                {
                    ResponseObjectPath = "none[]",
                }
            )
        );

    [Theory]
    [InlineData("", "Choose the object")]
    [InlineData("a..b", "not understood")]
    [InlineData("grid[][]", "list in a list")]
    [InlineData("orders[].lines[]", "list in a list")]
    public void The_object_path_is_a_path_through_one_list_at_most(string path, string part) =>
        AssertError(Orders with { ResponseObjectPath = path }, "responseObjectPath", part);

    [Theory]
    [InlineData("person", "plan")]
    [InlineData("conversation", "order_number")]
    public void Person_and_conversation_come_from_no_list(string type, string attribute)
    {
        AssertError(
            new ObjectMapping
            {
                ResponseObjectPath = "orders[]",
                ObjectType = type,
                Attributes = [new("id", attribute)],
            },
            "responseObjectPath",
            "every object of a list"
        );
        AssertError(
            new ObjectMapping
            {
                ResponseObjectPath = "orders",
                ObjectType = type,
                Attributes = [new("id", attribute)],
            },
            "attributes[0].responsePath",
            "orders.id stands in a list"
        );
    }

    [Fact]
    public void An_object_that_the_example_lacks_is_a_warning_with_the_nearest() =>
        AssertWarning(
            Orders with
            {
                ResponseObjectPath = "order[]",
            },
            "responseObjectPath",
            "Did you mean orders?"
        );

    [Theory]
    [InlineData("", "Choose what is stored")]
    [InlineData("ordr", "Did you mean order?")]
    [InlineData("ticket", "Choose one that exists")]
    public void The_object_type_exists(string type, string part) =>
        AssertError(Orders with { ObjectType = type }, "objectType", part);

    [Theory]
    [InlineData(null, "Choose the field")]
    [InlineData(" ", "Choose the field")]
    [InlineData("a..b", "not understood")]
    [InlineData("lines[].id", "every element of a list")]
    public void A_custom_object_has_an_identity(string? path, string part) =>
        AssertError(Orders with { IdentityPath = path }, "identityPath", part);

    [Fact]
    public void A_person_is_chosen_by_no_field() =>
        AssertError(
            new ObjectMapping
            {
                IdentityPath = "customer.id",
                Attributes = [new("customer.plan", "plan")],
            },
            "identityPath",
            "always that of the run"
        );

    [Theory]
    [InlineData("status", ProblemSeverity.Warning, "In 1 of 3 objects")]
    [InlineData("ids", ProblemSeverity.Warning, "Did you mean orders[].id?")]
    [InlineData("$", ProblemSeverity.Error, "orders[0] is an object")]
    public void An_identity_is_text_or_a_number_in_the_example(
        string path,
        ProblemSeverity severity,
        string part
    ) => AssertOne(Orders with { IdentityPath = path }, "identityPath", part, severity);

    [Theory]
    [InlineData(
        "total",
        "total",
        ProblemSeverity.Warning,
        "In 1 of 3 objects of the example response it does not fit: orders[1].total is text that is no number, and total takes a number."
    )]
    [InlineData(
        "status",
        "placed_at",
        ProblemSeverity.Error,
        "In the example response orders[0].status is text that is no ISO 8601 date"
    )]
    [InlineData("$", "status", ProblemSeverity.Error, "orders[0] is an object")]
    [InlineData("totl", "total", ProblemSeverity.Warning, "Did you mean orders[].total?")]
    [InlineData("status.code", "total", ProblemSeverity.Warning, "In 2 of 3 objects")]
    public void A_field_fits_its_attribute_in_the_example(
        string path,
        string attribute,
        ProblemSeverity severity,
        string part
    ) =>
        AssertOne(
            Orders with
            {
                Attributes = [new(path, attribute)],
            },
            "attributes[0].responsePath",
            part,
            severity
        );

    [Theory]
    [InlineData("customer.plan", "orders_count", "is text that is no whole number")]
    [InlineData("customer.score", "orders_count", "has decimals")]
    [InlineData("customer.address", "plan", "is an object")]
    [InlineData("customer.tags", "plan", "is a list")]
    [InlineData("customer.id", "is_vip", "is a number")]
    [InlineData("customer.id", "last_order_at", "is a number")]
    [InlineData("grid", "tags", "holds lists")]
    [InlineData("customer.plan.name", "tags", "no object")]
    public void A_field_that_can_never_fit_is_an_error(
        string path,
        string attribute,
        string part
    ) =>
        AssertError(
            new ObjectMapping { Attributes = [new(path, attribute)] },
            "attributes[0].responsePath",
            part
        );

    [Theory]
    [InlineData("", "Choose the attribute")]
    [InlineData("plam", "Did you mean plan?")]
    [InlineData("email", "never overwritten")]
    public void An_attribute_exists_and_may_be_written(string attribute, string part) =>
        AssertError(
            new ObjectMapping { Attributes = [new("customer.plan", attribute)] },
            "attributes[0].attribute",
            part
        );

    [Fact]
    public void An_attribute_of_one_object_is_written_once()
    {
        var twice = Orders with { Attributes = [new("status", "skus"), new("id", "skus")] };
        var person = new ObjectMapping { Attributes = [new("customer.plan", "plan")] };

        Assert.Equal(
            ["objectMappings[0].attributes[1].attribute"],
            Check(twice)
                .Where(problem => problem.Severity == ProblemSeverity.Error)
                .Select(problem => problem.Path)
        );
        Assert.Equal(
            ["objectMappings[1].attributes[0].attribute"],
            Check(person, person).Select(problem => problem.Path)
        );
        Assert.Empty(Check(Plain, Plain));
    }

    [Fact]
    public void A_mapping_stores_something() =>
        AssertError(
            Orders with
            {
                Attributes = [],
                References = [],
            },
            "attributes",
            "Nothing of the object"
        );

    [Theory]
    [InlineData("order", "custmer", "person", "Did you mean customer?")]
    [InlineData("order", "", "person", "Choose the reference")]
    [InlineData("order", "customer", "order", "leads to the person")]
    [InlineData("person", "customer", "person", "has no references")]
    public void A_reference_exists_and_leads_to_the_person(
        string type,
        string reference,
        string target,
        string part
    ) =>
        AssertError(
            new ObjectMapping
            {
                ObjectType = type,
                IdentityPath = type == "order" ? "customer.id" : null,
                Attributes = [new("customer.plan", type == "order" ? "status" : "plan")],
                References = [new(reference, target)],
            },
            "references[0]",
            part
        );

    [Fact]
    public void A_reference_is_set_once() =>
        AssertError(
            Plain with
            {
                References = [new("customer", "person"), new("customer", "person")],
            },
            "references[1]",
            "set twice"
        );

    [Fact]
    public void Mappings_and_their_attributes_are_bounded()
    {
        Assert.Equal(
            ["objectMappings"],
            Check([.. Enumerable.Repeat(Plain, 21)]).Select(problem => problem.Path)
        );
        Assert.Contains(
            Check(
                Plain with
                {
                    Attributes =
                    [
                        .. Enumerable.Repeat(new AttributeMapping("note", "status"), 101),
                    ],
                }
            ),
            problem => problem.Path == "objectMappings[0].attributes"
        );
    }

    [Theory]
    [InlineData(500, "application/json", "{}")]
    [InlineData(200, "application/json", "{")]
    [InlineData(204, null, "")]
    public void Without_data_in_the_example_nothing_is_foretold(
        int status,
        string? contentType,
        string body
    ) =>
        Assert.DoesNotContain(
            Check(new ExampleResponse(status, contentType, body), Orders),
            problem => problem.Path.StartsWith("objectMappings", StringComparison.Ordinal)
        );

    [Fact]
    public void A_check_of_a_large_example_costs_little_once_it_is_known()
    {
        var rows = string.Join(
            ',',
            Enumerable
                .Range(0, 8_000)
                .Select(i =>
                    $$"""{"id":{{i}},"status":"open and on its way to you","total":{{i}}.5,"placed_at":"2026-03-02T09:30:00Z"}"""
                )
        );
        var example = new ExampleResponse(200, "application/json", $$"""{"orders":[{{rows}}]}""");
        var mapping = Orders with
        {
            Attributes =
            [
                new("status", "status"),
                new("total", "total"),
                new("placed_at", "placed_at"),
            ],
        };
        Check(example, mapping);

        var watch = System.Diagnostics.Stopwatch.StartNew();
        for (var i = 0; i < 20; i++)
        {
            Assert.DoesNotContain(
                Check(example, mapping),
                problem => problem.Path.StartsWith("objectMappings", StringComparison.Ordinal)
            );
        }

        // The other rules read the example as well; what is asserted is that it is not parsed and walked each time.
        Assert.InRange(watch.ElapsedMilliseconds / 20.0, 0, 60);
    }

    private static ObjectMapping Orders { get; } =
        SomeOrders.Mapping with
        {
            Attributes = [new("note", "status")],
            References = [],
        };

    private static ObjectMapping Plain { get; } =
        Orders with
        {
            ResponseObjectPath = "customer",
            Attributes = [new("plan", "status")],
        };

    private static void AssertError(ObjectMapping mapping, string place, string part) =>
        AssertOne(mapping, place, part, ProblemSeverity.Error);

    private static void AssertWarning(ObjectMapping mapping, string place, string part) =>
        AssertOne(mapping, place, part, ProblemSeverity.Warning);

    private static void AssertOne(
        ObjectMapping mapping,
        string place,
        string part,
        ProblemSeverity severity
    )
    {
        var problem = Assert.Single(Check(mapping));
        Assert.Equal($"objectMappings[0].{place}", problem.Path);
        Assert.Contains(part, problem.Message, StringComparison.Ordinal);
        Assert.Equal(severity, problem.Severity);
    }

    private static IReadOnlyList<Problem> Check(params ObjectMapping[] mappings) =>
        Check(Example, mappings);

    private static IReadOnlyList<Problem> Check(
        ExampleResponse example,
        params ObjectMapping[] mappings
    ) =>
        Some.Rules.Check(
            Some.Definition() with
            {
                ExampleResponse = example,
                ObjectMappings = mappings,
            },
            ConnectorRuleContext.Empty with
            {
                Objects = SomeSchema.Shop,
            }
        );
}
