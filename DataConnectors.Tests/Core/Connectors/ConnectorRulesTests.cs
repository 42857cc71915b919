using DataConnectors.Core.Audiences;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Credentials;
using DataConnectors.Core.Egress;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;
using DataConnectors.Core.Templating;
using DataConnectors.Tests.Support;
using Microsoft.Extensions.Options;

namespace DataConnectors.Tests.Core.Connectors;

public sealed class ConnectorRulesTests
{
    private static readonly ConnectorRuleContext Context = new(
        [
            Token(1, "Shop key", "X-Api-Key", null),
            Token(2, "Old shop key", "x-api-key", null),
            Token(3, "Bound", "Authorization", "example.com"),
            Token(4, "Bound elsewhere", "X-Other", "other.test"),
        ],
        [
            .. AttributeCatalog.BuiltIn,
            new KnownAttribute("person.plan", AttributeType.Text, IsBuiltIn: false),
        ],
        SomeSchema.Shop
    );

    private static readonly ConnectorRules Rules = RulesTrusting();

    [Fact]
    public void Customer_authentication_asks_for_an_identity_of_the_verified_session()
    {
        var definition = Some.Definition() with
        {
            CustomerAuthentication = true,
            Url = "https://api.example.com/orders/{{order_id}}",
            DataInputs = [new DataInput { Name = "order_id", Description = "The order number" }],
        };

        var problem = Assert.Single(Check(definition));
        Assert.Equal("customerAuthentication", problem.Path);
        Assert.Equal(ProblemSeverity.Error, problem.Severity);
        Assert.Contains("{{person.user_id}}", problem.Message, StringComparison.Ordinal);

        Assert.Empty(Check(definition with { CustomerAuthentication = false }));
        Assert.Empty(Check(definition with { Url = definition.Url + "?for={{person.email}}" }));
        Assert.Empty(
            Check(definition with { Headers = [new HeaderField("X-For", "{{person.phone}}")] })
        );
        Assert.Empty(
            Check(
                definition with
                {
                    Url = definition.Url + "?for={{who}}",
                    DataInputs =
                    [
                        .. definition.DataInputs,
                        new DataInput
                        {
                            Name = "who",
                            Source = DataInputSource.Attribute,
                            AttributePath = "person.user_id",
                        },
                    ],
                }
            )
        );

        // An attribute that many share says nothing, nor does a body that is not sent.
        Assert.Single(Check(definition with { Url = definition.Url + "?plan={{person.plan}}" }));
        Assert.Single(
            Check(definition with { Body = """{"for":"{{person.email}}"}""" }),
            of => of.Path == "customerAuthentication"
        );
    }

    [Fact]
    public void A_complete_connector_has_no_problem() => Assert.Empty(Check(Some.Definition()));

    [Fact]
    public void Every_problem_of_every_facet_is_told_at_once()
    {
        var problems = Check(
            Some.Definition() with
            {
                Name = "",
                DataInputs = [new DataInput { Name = "1st" }],
                Url = "http://api.example.com/{{what}}",
                Headers = [new HeaderField("Host", "{{who}}")],
                Method = RequestMethod.Post,
                Body = "{",
                TokenIds = [99],
                TimeoutMilliseconds = 0,
                ResponseCapBytes = 0,
                DataAccess = DataAccess.Restricted,
                ObjectMappings = [Some.Mapping("", "")],
                Description = "",
            }
        );

        Assert.Equal(
            [
                "name",
                "dataInputs[0].name",
                "url",
                "url",
                "headers[0].name",
                "headers[0].value",
                "body",
                "tokenIds",
                "timeoutMilliseconds",
                "responseCapBytes",
                "responseFields",
                "objectMappings[0].attributes[0].responsePath",
                "objectMappings[0].attributes[0].attribute",
                "description",
            ],
            problems.Select(problem => problem.Path)
        );
    }

    [Theory]
    [InlineData("Get order status")]
    [InlineData("Récupérer l’état — n° 5 (bêta)")]
    [InlineData("注文の状態を取得")]
    [InlineData("주문 상태 #1 * 2")]
    [InlineData("क्ष‍ त्र")]
    [InlineData("Acme™ © → orders")]
    public void Letters_of_every_script_make_a_name(string name) =>
        Assert.Empty(Check(Some.Definition(name)));

    [Theory]
    [InlineData("", "Give the connector a name")]
    [InlineData("   ", "Give the connector a name")]
    [InlineData("a\nb", "line break")]
    [InlineData("Orders 😀", "emoji")]
    [InlineData("👩‍👩‍👧 family", "emoji")]
    [InlineData("Orders 🇳🇴", "emoji")]
    [InlineData("Press 1️⃣", "emoji")]
    [InlineData("Press #⃣", "emoji")]
    [InlineData("Done ✔", "emoji")]
    [InlineData("I ❤ orders", "emoji")]
    [InlineData("Acme ™️", "emoji")]
    [InlineData("👍🏽", "emoji")]
    [InlineData("🏴󠁧󠁢󠁥󠁮󠁧󠁿", "emoji")]
    [InlineData("⭐ orders", "emoji")]
    [InlineData("🫠", "emoji")]
    public void A_name_that_cannot_be_one_says_why(string name, string part) =>
        AssertOne(Some.Definition(name), "name", part);

    [Fact]
    public void A_name_has_at_most_a_hundred_characters()
    {
        Assert.Empty(Check(Some.Definition(new string('a', 100))));
        AssertOne(Some.Definition(new string('a', 101)), "name", "100 characters");
    }

    [Theory]
    [InlineData("{{ordr_id}}", "\"{{ordr_id}}\" names nothing. Did you mean {{order_id}}?")]
    [InlineData("{{Order_ID}}", "\"{{Order_ID}}\" names nothing. Did you mean {{order_id}}?")]
    [InlineData(
        "{{person.emial}}",
        "\"{{person.emial}}\" names nothing. Did you mean {{person.email}}?"
    )]
    [InlineData(
        "{{person.shoe_size}}",
        "\"{{person.shoe_size}}\" names nothing. Choose an attribute that exists."
    )]
    [InlineData(
        "{{zebra}}",
        "\"{{zebra}}\" names nothing. Add a data input with this name, or choose another."
    )]
    public void A_placeholder_that_names_nothing_is_an_error_with_what_was_meant(
        string placeholder,
        string message
    )
    {
        var definition = Some.Definition();
        AssertOne(definition with { Url = $"{definition.Url}/{placeholder}" }, "url", message);
        AssertOne(
            definition with
            {
                Headers =
                [
                    new HeaderField("X-A", "{{order_id}}"),
                    new HeaderField("X-B", placeholder),
                ],
            },
            "headers[1].value",
            message
        );
        AssertOne(
            definition with
            {
                Method = RequestMethod.Post,
                Body = $$"""{"a":"{{placeholder}}"}""",
            },
            "body",
            message
        );
    }

    [Theory]
    [InlineData("", "Enter the URL")]
    [InlineData("api.example.com/orders", "https://")]
    [InlineData("http://api.example.com/{{order_id}}", "https://")]
    [InlineData("https://{{order_id}}.example.com/", "host")]
    [InlineData("https://user:pw@api.example.com/{{order_id}}", "token")]
    [InlineData("https://127.0.0.1/{{order_id}}", "not a public address")]
    [InlineData("https://localhost/{{order_id}}", "Egress:TrustedHosts")]
    [InlineData("https://api.example.com:22/{{order_id}}", "Port 22")]
    [InlineData("https://api.example.com/{{order_id}}/../x", "path")]
    public void A_url_that_could_not_be_called_is_told_when_it_is_typed(string url, string part) =>
        Assert.Contains(
            Check(Some.Definition() with { Url = url }),
            problem =>
                problem.Path == "url" && problem.Message.Contains(part, StringComparison.Ordinal)
        );

    [Fact]
    public void A_trusted_host_may_be_plain_http()
    {
        var definition = Some.Definition() with
        {
            Url = "http://localhost:5081/orders/{{order_id}}",
        };

        Assert.Empty(RulesTrusting("localhost:5081").Check(definition, Context));
        Assert.NotEmpty(RulesTrusting("localhost:5082").Check(definition, Context));
    }

    [Theory]
    [InlineData("order id", "cannot be a name")]
    [InlineData("1order", "cannot be a name")]
    [InlineData("órder", "cannot be a name")]
    [InlineData("_x", "cannot be a name")]
    [InlineData("", "Give the data input a name")]
    public void A_data_input_has_a_name_that_placeholders_can_hold(string name, string part)
    {
        var definition = Some.Definition();
        AssertOne(
            definition with
            {
                DataInputs = [.. definition.DataInputs, new DataInput { Name = name }],
            },
            "dataInputs[1].name",
            part
        );
    }

    [Fact]
    public void Names_of_data_inputs_are_told_apart_by_more_than_case()
    {
        var definition = Some.Definition();
        AssertOne(
            definition with
            {
                DataInputs = [.. definition.DataInputs, new DataInput { Name = "ORDER_ID" }],
            },
            "dataInputs[1].name",
            "already"
        );
    }

    [Theory]
    [InlineData(DataInputType.Number, "12.5", "whole number")]
    [InlineData(DataInputType.Number, "twelve", "whole number")]
    [InlineData(DataInputType.Decimal, "1e5", "decimal number")]
    [InlineData(DataInputType.Boolean, "yes", "true or false")]
    public void Values_are_of_their_type(DataInputType type, string value, string part)
    {
        var input = new DataInput { Name = "order_id", Type = type };
        AssertOne(With(input with { FallbackValue = value }), "dataInputs[0].fallbackValue", part);
        AssertOne(With(input with { ExampleValue = value }), "dataInputs[0].exampleValue", part);
        AssertOne(
            With(input with { Source = DataInputSource.CustomValue, CustomValue = value }),
            "dataInputs[0].customValue",
            part
        );
    }

    [Fact]
    public void A_source_gives_a_value()
    {
        var input = new DataInput { Name = "order_id" };
        var attribute = input with { Source = DataInputSource.Attribute };
        AssertOne(With(attribute), "dataInputs[0].attributePath", "Choose the attribute");
        AssertOne(
            With(attribute with { AttributePath = "person.mail" }),
            "dataInputs[0].attributePath",
            "Did you mean person.email?"
        );
        Assert.Empty(Check(With(attribute with { AttributePath = "person.plan" })));
        AssertOne(
            With(input with { Source = DataInputSource.CustomValue }),
            "dataInputs[0].customValue",
            "Enter the value"
        );
    }

    [Fact]
    public void A_data_input_that_nothing_uses_is_a_warning() =>
        AssertOne(
            Some.Definition() with
            {
                Url = "https://api.example.com/orders",
            },
            "dataInputs[0].name",
            "Nothing uses order_id",
            ProblemSeverity.Warning
        );

    [Fact]
    public void Headers_are_sent_once_each_and_not_by_a_token_too()
    {
        var definition = Some.Definition();
        AssertOne(
            definition with
            {
                Headers = [new HeaderField("X-A", "1"), new HeaderField("x-a", "2")],
            },
            "headers[1].name",
            "listed twice"
        );
        AssertOne(
            definition with
            {
                Headers = [new HeaderField("X-API-KEY", "1")],
                TokenIds = [1],
            },
            "headers[0].name",
            "\"Shop key\""
        );
        AssertOne(
            definition with
            {
                Headers = [new HeaderField("X A", "1")],
            },
            "headers[0].name",
            "header name"
        );
        AssertOne(
            definition with
            {
                Headers = [new HeaderField("", "")],
            },
            "headers[0].name",
            "name"
        );
        AssertOne(
            definition with
            {
                Headers = [new HeaderField("X-A", "é")],
            },
            "headers[0].value",
            "ASCII"
        );
    }

    [Theory]
    [InlineData(BodyFormat.Json, "{\"id\": {{order_id}}", true)]
    [InlineData(BodyFormat.Json, "{\"id\": {{order_id}}}", false)]
    [InlineData(BodyFormat.Text, "{\"id\": {{order_id}}", false)]
    [InlineData(BodyFormat.Form, "id={{order_id}}", false)]
    public void A_body_is_read_by_its_format(BodyFormat format, string body, bool isWrong)
    {
        var problems = Check(
            Some.Definition() with
            {
                Method = RequestMethod.Post,
                Body = body,
                BodyFormat = format,
            }
        );

        Assert.Equal(isWrong, problems.Any(problem => problem.Path == "body"));
    }

    [Fact]
    public void A_body_with_GET_is_a_warning() =>
        AssertOne(Some.Definition() with { Body = "{" }, "body", "GET", ProblemSeverity.Warning);

    [Theory]
    [InlineData(new long[] { 1, 3 }, null)]
    [InlineData(new long[] { 9 }, "was deleted")]
    [InlineData(new long[] { 1, 1 }, "attached twice")]
    [InlineData(new long[] { 1, 2 }, "\"Shop key\" and \"Old shop key\"")]
    [InlineData(new long[] { 4 }, "other.test")]
    public void Tokens_exist_and_agree_with_each_other_and_with_the_host(long[] ids, string? part)
    {
        var definition = Some.Definition() with { TokenIds = ids };
        if (part is null)
        {
            Assert.Empty(Check(definition));
        }
        else
        {
            AssertOne(definition, "tokenIds", part);
        }
    }

    [Theory]
    [InlineData(999, false)]
    [InlineData(1_000, true)]
    [InlineData(30_000, true)]
    [InlineData(30_001, false)]
    public void The_time_out_is_between_one_and_thirty_seconds(int milliseconds, bool isValid) =>
        Assert.Equal(
            isValid,
            Check(Some.Definition() with { TimeoutMilliseconds = milliseconds }).Count == 0
        );

    [Fact]
    public void Restricted_access_leaves_something_to_see()
    {
        var hidden = Some.Field("status", isExposed: false);
        var restricted = Some.Definition() with { DataAccess = DataAccess.Restricted };

        AssertOne(
            restricted with
            {
                ResponseFields = [hidden],
            },
            "responseFields",
            "no field is chosen"
        );
        AssertOne(
            restricted with
            {
                ResponseFields =
                [
                    hidden with
                    {
                        IsExposed = true,
                    },
                    hidden with
                    {
                        Path = "total",
                        RenamedTo = "status",
                        IsExposed = true,
                    },
                ],
            },
            "responseFields[1].renamedTo",
            "status"
        );
        Assert.Empty(Check(Some.Definition() with { ResponseFields = [hidden] }));
    }

    [Theory]
    [InlineData("status", "person.plan", null, null)]
    [InlineData("", "person.plan", "responsePath", "Choose the field")]
    [InlineData("a..b", "person.plan", "responsePath", "")]
    [InlineData("items[].id", "person.plan", "responsePath", "single value")]
    [InlineData("status", "person.email", "attribute", "never overwritten")]
    [InlineData("status", "person.plam", "attribute", "Did you mean plan?")]
    [InlineData("status", "", "attribute", "Choose the attribute")]
    public void An_object_mapping_stores_a_field_in_an_attribute_that_may_be_written(
        string responsePath,
        string attributePath,
        string? member,
        string? part
    )
    {
        var definition = Some.Definition() with
        {
            ObjectMappings = [Some.Mapping(responsePath, attributePath)],
        };
        if (member is null)
        {
            Assert.Empty(Check(definition));
        }
        else
        {
            AssertOne(definition, $"objectMappings[0].attributes[0].{member}", part!);
        }
    }

    [Fact]
    public void Fin_needs_a_description_where_it_chooses_by_itself()
    {
        var nameless = Some.Definition() with { Description = " " };

        AssertOne(nameless, "description", "Fin", ProblemSeverity.Warning);
        Assert.Empty(Check(nameless with { DirectFinUsage = false }));
    }

    [Fact]
    public void An_example_that_is_no_JSON_is_a_warning() =>
        AssertOne(
            Some.Definition() with
            {
                ExampleResponse = new ExampleResponse(200, null, "{\n"),
            },
            "exampleResponse",
            "line 2",
            ProblemSeverity.Warning
        );

    private static IReadOnlyList<Problem> Check(ConnectorDefinition definition) =>
        Rules.Check(definition, Context);

    private static ConnectorDefinition With(DataInput input) =>
        Some.Definition() with
        {
            DataInputs = [input],
        };

    private static void AssertOne(
        ConnectorDefinition definition,
        string path,
        string part,
        ProblemSeverity severity = ProblemSeverity.Error
    )
    {
        var problem = Assert.Single(Check(definition));
        Assert.Equal((path, severity), (problem.Path, problem.Severity));
        Assert.Contains(part, problem.Message, StringComparison.Ordinal);
    }

    private static ConnectorRules RulesTrusting(params string[] hosts) =>
        new(new EgressGuard(Options.Create(new EgressOptions { TrustedHosts = [.. hosts] })));

    private static TokenSummary Token(long id, string name, string headerKey, string? domain) =>
        new(id, name, "", headerKey, "", domain, Some.Instant, LastUsedAt: null);

    [Theory]
    [InlineData(new int[0], null)]
    [InlineData(new[] { 404, 302, 599 }, null)]
    [InlineData(new[] { 204 }, "204 counts as an answer anyway.")]
    [InlineData(new[] { 0 }, "0 is not a status that an API answers with")]
    [InlineData(new[] { 199 }, "199 is not a status that an API answers with")]
    [InlineData(new[] { 600 }, "600 is not a status that an API answers with")]
    [InlineData(new[] { 404, 404 }, "404 stands twice")]
    public void Expected_statuses_are_distinct_and_outside_2xx(int[] statuses, string? message) =>
        AssertProblem(
            Some.Definition() with
            {
                ExpectedStatuses = statuses,
            },
            "expectedStatuses",
            message
        );

    [Theory]
    [InlineData(false, true, null)]
    [InlineData(true, false, null)]
    [InlineData(true, true, "The endpoint cannot be public and only for signed-in users at once.")]
    public void An_endpoint_is_public_or_for_signed_in_users(
        bool isPublic,
        bool isForUsers,
        string? message
    ) =>
        AssertProblem(
            Some.Definition() with
            {
                BypassAuthentication = isPublic,
                CustomerAuthentication = isForUsers,
            },
            "bypassAuthentication",
            message
        );

    [Fact]
    public void An_audience_is_reusable_or_custom_exists_and_is_judged_by_its_own_rules()
    {
        var context = ConnectorRuleContext.Empty with
        {
            Attributes = AttributeCatalog.BuiltIn,
            AudienceNames = new Dictionary<long, string> { [7] = "Pro plan" },
        };
        var users = RoleAudience.Of([PersonRole.User]);

        Assert.Empty(Paths(new() { AudienceIds = [7] }));
        Assert.Empty(Paths(new() { CustomAudience = users }));
        Assert.Equal(
            ["customAudience"],
            Paths(new() { AudienceIds = [7], CustomAudience = users })
        );
        Assert.Equal(["audienceIds[1]"], Paths(new() { AudienceIds = [7, 8] }));
        Assert.Equal(["audienceIds"], Paths(new() { AudienceIds = [7, 7] }));
        Assert.Equal(["customAudience"], Paths(new() { CustomAudience = new() }));
        Assert.Equal(
            ["customAudience.conditions[0].values"],
            Paths(
                new()
                {
                    CustomAudience = SomeRule.Of("person.role", AudienceComparison.Is, "admin"),
                }
            )
        );

        IEnumerable<string> Paths(ConnectorDefinition audience) =>
            Some
                .Rules.Check(
                    Some.Definition() with
                    {
                        AudienceIds = audience.AudienceIds,
                        CustomAudience = audience.CustomAudience,
                    },
                    context
                )
                .Select(problem => problem.Path);
    }

    [Theory]
    [InlineData(0, "Roll it out to a whole percentage")]
    [InlineData(1, null)]
    [InlineData(100, null)]
    [InlineData(101, "Roll it out to a whole percentage")]
    public void A_roll_out_is_a_percentage(int percent, string? message) =>
        AssertProblem(
            Some.Definition() with
            {
                RolloutPercent = percent,
            },
            "rolloutPercent",
            message
        );

    private static void AssertProblem(ConnectorDefinition definition, string path, string? message)
    {
        var problems = Some.Rules.Check(definition, ConnectorRuleContext.Empty);
        var found = problems.Where(problem => problem.Path == path).ToList();
        if (message is null)
        {
            Assert.Empty(found);
        }
        else
        {
            Assert.Contains(message, Assert.Single(found).Message, StringComparison.Ordinal);
        }
    }
}
