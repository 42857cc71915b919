using System.Text.Json;
using CsCheck;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.CustomObjects;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Execution.Stages;
using DataConnectors.Core.People;
using DataConnectors.Tests.Core.CustomObjects;
using DataConnectors.Tests.Core.Transformation;
using DataConnectors.Tests.Support;

namespace DataConnectors.Tests.Core.Execution;

public sealed class ObjectMapperTests
{
    [Fact]
    public void Values_of_the_whole_answer_and_of_an_object_in_it_go_to_person_and_conversation()
    {
        var mapped = Map(
            """{"plan":"pro","customer":{"vip":"true","orders":12.0},"id":1001}""",
            new ObjectMapping { Attributes = [new("plan", "plan")] },
            new ObjectMapping
            {
                ResponseObjectPath = "customer",
                Attributes = [new("vip", "is_vip"), new("orders", "orders_count")],
            },
            new ObjectMapping
            {
                ObjectType = "conversation",
                Attributes = [new("id", "order_number")],
            }
        );

        Assert.Empty(mapped.Findings);
        Assert.Equal(
            [
                """person:- plan="pro" is_vip=true orders_count=12""",
                """conversation:- order_number="1001" """.TrimEnd(),
            ],
            mapped.Changes.Select(Describe)
        );
    }

    [Fact]
    public void Every_object_of_a_list_becomes_a_custom_object_of_the_person()
    {
        var mapped = Map(
            """
            {"data":{"orders":[
                {"node":{"id":1001,"status":"open","total":"19.90","placed":"2026-03-02T10:00:00+01:00","lines":["A","B"]}},
                null,
                {"node":{"id":"R-2","status":null}}
            ]}}
            """,
            SomeOrders.Mapping with
            {
                ResponseObjectPath = "data.orders[].node",
                Attributes =
                [
                    new("status", "status"),
                    new("total", "total"),
                    new("placed", "placed_at"),
                    new("lines[]", "skus"),
                ],
            }
        );

        Assert.Empty(mapped.Findings);
        Assert.Equal(
            [
                """order:1001 status="open" total=19.90 placed_at="2026-03-02T09:00:00Z" skus=["A","B"] -> customer""",
                "order:R-2 -> customer",
            ],
            mapped.Changes.Select(Describe)
        );
    }

    [Theory]
    [InlineData("""{"orders":{"id":1,"status":"a"}}""", "orders[]", "order:1 status=\"a\"")]
    [InlineData("""{"orders":[{"id":1,"status":"a"}]}""", "orders", "order:1 status=\"a\"")]
    [InlineData("""[{"id":1,"status":"a"}]""", "[]", "order:1 status=\"a\"")]
    [InlineData("""{"id":1,"status":"a"}""", "$", "order:1 status=\"a\"")]
    [InlineData("""{"orders":[]}""", "orders[]", null)]
    [InlineData("""{"orders":null}""", "orders[]", null)]
    [InlineData("{}", "orders[]", null)]
    public void One_and_many_stand_for_each_other_and_nothing_changes_nothing(
        string answer,
        string path,
        string? change
    )
    {
        var mapped = Map(
            answer,
            SomeOrders.Mapping with
            {
                ResponseObjectPath = path,
                References = [],
            }
        );

        Assert.Empty(mapped.Findings);
        Assert.Equal(change is null ? [] : [change], mapped.Changes.Select(Describe));
    }

    [Fact]
    public void An_object_that_is_a_scalar_or_a_list_is_taken_as_it_is()
    {
        var mapped = Map(
            """{"tags":["a","b"],"numbers":[7,8]}""",
            new ObjectMapping { ResponseObjectPath = "tags", Attributes = [new("$", "tags")] },
            new ObjectMapping
            {
                ObjectType = "order",
                ResponseObjectPath = "numbers[]",
                IdentityPath = "$",
                Attributes = [new("$", "status")],
            }
        );

        Assert.Empty(mapped.Findings);
        Assert.Equal(
            [
                """person:- tags=["a","b"]""",
                """order:7 status="7" """.TrimEnd(),
                """order:8 status="8" """.TrimEnd(),
            ],
            mapped.Changes.Select(Describe)
        );
    }

    [Fact]
    public void Null_and_absent_change_nothing() =>
        Assert.Empty(
            Map(
                """{"plan":null,"customer":null}""",
                Some.Mapping("plan", "person.plan"),
                Some.Mapping("customer.plan", "person.tags"),
                Some.Mapping("gone", "person.balance")
            )
                is var mapped
                ? mapped.Changes.Select(Describe).Concat(mapped.Findings.Select(f => f.Message))
                : []
        );

    [Fact]
    public void A_value_that_does_not_fit_is_a_finding_and_the_rest_goes_on()
    {
        var mapped = Map(
            """{"plan":{"secret":1},"orders":"many-secret","balance":3}""",
            new ObjectMapping
            {
                Attributes =
                [
                    new("plan", "plan"),
                    new("orders", "orders_count"),
                    new("orders.total", "tags"),
                    new("balance", "balance"),
                ],
            }
        );

        Assert.Equal(["person:- balance=3"], mapped.Changes.Select(Describe));
        Assert.Equal(
            [
                (
                    "objectMappings[0].attributes[0].responsePath",
                    "plan is an object, and plan takes text. It is left out."
                ),
                (
                    "objectMappings[0].attributes[1].responsePath",
                    "orders is text that is no whole number, and orders_count takes a whole number. It is left out."
                ),
                (
                    "objectMappings[0].attributes[2].responsePath",
                    "orders.total stands in a value that is no object, and tags takes a list. It is left out."
                ),
            ],
            mapped.Findings.Select(finding => (finding.Path, finding.Message))
        );
    }

    [Fact]
    public void Misfits_in_a_list_are_counted_and_their_positions_named()
    {
        var orders = Enumerable
            .Range(0, 20)
            .Select(i =>
                i % 4 == 3
                    ? $$"""{"id":{{i}},"total":"secret"}"""
                    : $$"""{"id":{{i}},"total":{{i}}}"""
            );

        var mapped = Map(
            $$"""{"orders":[{{string.Join(',', orders)}}]}""",
            SomeOrders.Mapping with
            {
                Attributes = [new("total", "total")],
            }
        );

        Assert.Equal(20, mapped.Changes.Count);
        Assert.Equal(
            "5 of 20 values are left out: orders[3].total is text that is no number, and total takes a number (also orders[7].total, orders[11].total, …).",
            Assert.Single(mapped.Findings).Message
        );
    }

    [Fact]
    public void Objects_without_an_identity_are_left_out_and_said()
    {
        var mapped = Map(
            """{"orders":[{"id":1},{},{"id":null},{"id":{}},{"id":true},{"id":" "},{"id":[1]}]}""",
            SomeOrders.Mapping
        );

        Assert.Equal(["order:1 -> customer"], mapped.Changes.Select(Describe));
        var finding = Assert.Single(mapped.Findings);
        Assert.Equal("objectMappings[0].identityPath", finding.Path);
        Assert.Equal(
            "6 of 7 objects are left out: orders[1].id is missing, and it tells one Order from another (also orders[2].id, orders[3].id, …).",
            finding.Message
        );
        Assert.Equal(
            ["order:" + new string('9', 200)],
            Map(
                $$"""{"orders":[{"id":"{{new string('9', 200)}}"},{"id":"{{new string('9', 201)}}"}]}""",
                SomeOrders.Mapping with
                {
                    References = [],
                }
            )
                .Changes.Select(Describe)
        );
    }

    [Fact]
    public void A_number_keeps_its_digits_as_an_identity() =>
        Assert.Equal(
            ["order:12345678901234567890123 -> customer"],
            Map("""{"orders":[{"id":12345678901234567890123}]}""", SomeOrders.Mapping)
                .Changes.Select(Describe)
        );

    [Fact]
    public void Of_two_objects_of_one_identity_the_later_wins_and_there_is_one_change()
    {
        var mapped = Map(
            """{"orders":[{"id":1,"status":"open","total":5},{"id":2},{"id":"1","status":"sent"}]}""",
            SomeOrders.Mapping with
            {
                References = [],
                Attributes = [new("status", "status"), new("total", "total")],
            }
        );

        Assert.Equal(
            ["""order:1 status="sent" total=5""", "order:2"],
            mapped.Changes.Select(Describe)
        );
    }

    [Fact]
    public void A_run_stores_a_bounded_number_of_objects()
    {
        var orders = string.Join(',', Enumerable.Range(0, 1_500).Select(i => $$"""{"id":{{i}}}"""));

        var mapped = Map($$"""{"orders":[{{orders}}]}""", SomeOrders.Mapping);

        Assert.Equal(1_000, mapped.Changes.Count);
        var finding = Assert.Single(mapped.Findings);
        Assert.Equal("objectMappings[0].responseObjectPath", finding.Path);
        Assert.Equal("A run stores at most 1,000 objects; 500 are left out.", finding.Message);
    }

    [Fact]
    public void Without_a_person_or_a_conversation_what_would_be_theirs_is_said()
    {
        var mapped = ObjectMapper.Map(
            Compiled(
                Some.Mapping("plan", "person.plan"),
                Some.Mapping("plan", "conversation.order_number"),
                SomeOrders.Mapping
            ),
            Some.Json("""{"plan":"pro","orders":[{"id":1}]}"""),
            SomeSchema.Shop,
            isForPerson: false,
            isInConversation: false
        );

        Assert.Equal(["order:1"], mapped.Changes.Select(Describe));
        Assert.Equal(
            [
                "objectMappings[0].objectType",
                "objectMappings[1].objectType",
                "objectMappings[2].references[0]",
            ],
            mapped.Findings.Select(finding => finding.Path)
        );
    }

    [Fact]
    public void What_was_deleted_since_publishing_is_said_and_the_rest_goes_on()
    {
        var mapped = Map(
            """{"plan":"pro","orders":[{"id":1,"status":"a","old":"b"}]}""",
            Some.Mapping("plan", "person.gone"),
            Some.Mapping("plan", "ticket.status"),
            SomeOrders.Mapping with
            {
                Attributes = [new("old", "old"), new("status", "status")],
                References = [new("buyer", "person"), new("customer", "person")],
            }
        );

        Assert.Equal(["""order:1 status="a" -> customer"""], mapped.Changes.Select(Describe));
        Assert.Equal(
            [
                "objectMappings[0].attributes[0].attribute",
                "objectMappings[1].objectType",
                "objectMappings[2].attributes[0].attribute",
                "objectMappings[2].references[0]",
            ],
            mapped.Findings.Select(finding => finding.Path)
        );
    }

    [Fact]
    public void Attributes_of_identity_are_never_written()
    {
        var identities = AttributeCatalog.BuiltIn.Select(known => known.Path).ToList();
        var schema = new ObjectSchema([
            .. identities
                .GroupBy(path => path.Split('.')[0])
                .Select(owner => new ObjectType(
                    owner.Key,
                    owner.Key,
                    IsCustom: false,
                    [
                        .. owner.Select(path => new ObjectAttribute(
                            path.Split('.')[1],
                            AttributeType.Text,
                            IsIdentity: true
                        )),
                    ],
                    []
                )),
        ]);

        var mapped = ObjectMapper.Map(
            Compiled([.. identities.Select(path => Some.Mapping("a", path))]),
            Some.Json("""{"a":"x"}"""),
            schema,
            isForPerson: true,
            isInConversation: true
        );

        Assert.Empty(mapped.Changes);
        Assert.Equal(identities.Count, mapped.Findings.Count);
        Assert.All(
            mapped.Findings,
            finding =>
                Assert.Contains("never overwritten", finding.Message, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_list_where_the_person_takes_one_object_is_said()
    {
        var mapped = Map(
            """{"customer":[{"plan":"a"},{"plan":"b"}],"orders":[{"plan":"c"}]}""",
            new ObjectMapping
            {
                ResponseObjectPath = "customer",
                Attributes = [new("plan", "plan")],
            },
            new ObjectMapping
            {
                ResponseObjectPath = "orders[]",
                Attributes = [new("plan", "tags")],
            },
            SomeOrders.Mapping with
            {
                ResponseObjectPath = "orders.first[]",
            }
        );

        Assert.Empty(mapped.Changes);
        Assert.Equal(
            [
                "objectMappings[0].attributes[0].responsePath",
                "objectMappings[1].responseObjectPath",
                "objectMappings[2].responseObjectPath",
            ],
            mapped.Findings.Select(finding => finding.Path)
        );
    }

    [Theory]
    [InlineData("orders[].id", true)]
    [InlineData("orders", true)]
    [InlineData("$", true)]
    [InlineData("status[", true)]
    [InlineData("orders[].status", false)]
    [InlineData("id", false)]
    public void An_identity_from_a_redacted_field_is_marked_so(string redacted, bool isRedacted)
    {
        var connector = CompiledConnector.For(
            Some.Definition() with
            {
                ObjectMappings = [SomeOrders.Mapping],
                ResponseFields = [Some.Field(redacted, isRedacted: true)],
            },
            TimeProvider.System
        );

        var mapped = ObjectMapper.Map(
            connector,
            Some.Json("""{"orders":[{"id":"x"}]}"""),
            SomeSchema.Shop,
            isForPerson: true,
            isInConversation: true
        );

        Assert.Equal(isRedacted, Assert.Single(mapped.Changes).IsIdentityRedacted);
    }

    [Fact]
    public void Whatever_is_answered_nothing_is_thrown_or_quoted_and_changes_fit_the_schema()
    {
        var paths = Gen.Int[0, 9]
            .Select(i =>
                new[] { "$", "a", "b", "a.b", "a[]", "[]", "a[].b", "['c.d']", "b[]", "nope[" }[i]
            );
        var mappings = Gen.Select(
            paths,
            Gen.Int[0, 2],
            paths,
            paths.Array[0, 4],
            (objects, type, identity, values) =>
                new ObjectMapping
                {
                    ResponseObjectPath = objects,
                    ObjectType = SomeSchema.Shop.Types[type].Key,
                    IdentityPath = identity,
                    Attributes =
                    [
                        .. values.Select(
                            (value, index) =>
                                new AttributeMapping(
                                    value,
                                    SomeSchema
                                        .Shop
                                        .Types[type]
                                        .Attributes[
                                            index % SomeSchema.Shop.Types[type].Attributes.Count
                                        ]
                                        .Name
                                )
                        ),
                    ],
                    References = [new("customer", "person")],
                }
        ).Array[0, 3];

        Gen.Select(AnyJson.Value, mappings)
            .Sample(
                (answer, mapped) =>
                {
                    var outcome = ObjectMapper.Map(
                        Compiled(mapped),
                        answer,
                        SomeSchema.Shop,
                        isForPerson: true,
                        isInConversation: true
                    );
                    var keys = outcome
                        .Changes.Select(change => (change.ObjectType, change.ExternalId))
                        .ToList();
                    Assert.Equal(keys.Distinct(), keys);
                    foreach (var change in outcome.Changes)
                    {
                        var type = SomeSchema.Shop.Find(change.ObjectType)!;
                        Assert.Equal(type.IsCustom, change.ExternalId is not null);
                        Assert.All(
                            change.Attributes,
                            value =>
                            {
                                var attribute = type.FindAttribute(value.Name)!;
                                Assert.False(attribute.IsIdentity);
                                Assert.True(
                                    AttributeValues.Convert(value.Value, attribute.Type).IsSuccess
                                );
                            }
                        );
                    }

                    // Texts of these answers are v1, v2, …
                    Assert.All(
                        outcome.Findings,
                        finding => Assert.DoesNotMatch(@"\bv\d", finding.Message)
                    );
                },
                iter: 3_000
            );
    }

    private static MappedObjects Map(string answer, params ObjectMapping[] mappings) =>
        ObjectMapper.Map(
            Compiled(mappings),
            Some.Json(answer),
            SomeSchema.Shop,
            isForPerson: true,
            isInConversation: true
        );

    private static CompiledConnector Compiled(params ObjectMapping[] mappings) =>
        CompiledConnector.For(
            Some.Definition() with
            {
                ObjectMappings = mappings,
            },
            TimeProvider.System
        );

    private static string Describe(ObjectChange change) =>
        $"{change.ObjectType}:{change.ExternalId ?? "-"}"
        + string.Concat(
            change.Attributes.Select(value => $" {value.Name}={value.Value.GetRawText()}")
        )
        + (change.References.Count == 0 ? "" : $" -> {string.Join(',', change.References)}");
}
