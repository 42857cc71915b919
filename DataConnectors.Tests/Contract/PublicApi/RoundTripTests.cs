using System.Net;
using System.Text.Json;
using CsCheck;
using DataConnectors.Core.Audiences;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.People;
using DataConnectors.Core.Templating;
using DataConnectors.Core.Transformation;
using DataConnectors.Tests.Support;
using DataConnectors.Web.PublicApi;
using DataConnectors.Web.PublicApi.DataConnectors;
using DataConnectors.Web.PublicApi.DataConnectors.Contracts;
using DataConnectors.Web.PublicApi.DataConnectors.Mapping;
using DataConnectors.Web.PublicApi.Requests;

namespace DataConnectors.Tests.Contract.PublicApi;

/// <summary>A connector can live as code: what is read and sent back is the same.</summary>
public sealed class RoundTripTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.Const(""),
        Gen.String[Gen.Char.AlphaNumeric, 1, 12],
        Gen.OneOf("{{order_id}}", "a\"b\\c\n\u2028", "größe 😀", "****", "null", " x ")
    );

    private static readonly Gen<string?> MaybeText = Gen.OneOf(
        Gen.Const((string?)null),
        Text.Where(text => text.Length > 0).Select(text => (string?)text)
    );

    private static readonly Gen<ExampleResponse?> Example = Gen.OneOf<ExampleResponse?>(
        (ExampleResponse?)null,
        new(200, "application/json", """{"a": {"b" : [1, 2.50, 1e3]}, "ü":"\u00fc"}"""),
        new(200, "application/json", "[]"),
        new(200, "application/json", " {\"a\":1}\n"),
        new(200, "application/json", """{"a":1,"a":2}"""),
        new(200, "application/json", """{"a":"\ud800"}"""),
        new(200, "application/json", "{broken"),
        new(200, "application/json", "7"),
        new(200, null, """{"a":1}"""),
        new(404, "application/json", """{"error":"not found"}"""),
        new(200, "text/xml", "<a><b>1</b></a>"),
        new(200, "application/json", "")
    );

    private static readonly Gen<DataInput> Input = Gen.Select(
        Text,
        Gen.Enum<DataInputType>(),
        Gen.Bool,
        MaybeText,
        MaybeText,
        Gen.Enum<DataInputSource>(),
        MaybeText,
        (name, type, isRequired, fallback, example, source, value) =>
            new DataInput
            {
                Name = name,
                Type = type,
                Description = name + "!",
                IsRequired = isRequired,
                FallbackValue = fallback,
                ExampleValue = example,
                Source = source,
                AttributePath = value,
                CustomValue = example,
            }
    );

    private static readonly Gen<ResponseField> Field = Gen.Select(
        Gen.OneOf("a.b[]", "a", "$", "['x.y']", "gone"),
        MaybeText,
        MaybeText,
        Gen.Enum<FieldType>(),
        Gen.Bool,
        Gen.Bool,
        Gen.Select(
            Gen.OneOf("truncate", "expression", "unheard_of"),
            Gen.Dictionary(Gen.String[Gen.Char.AlphaNumeric, 1, 6], Text)[0, 3],
            (kind, settings) => new FieldTransformation(kind, settings)
        ).List[0, 2],
        (path, renamedTo, fallback, type, isExposed, isRedacted, steps) =>
            new ResponseField(path, renamedTo, fallback, type, isExposed, isRedacted)
            {
                Transformations = steps,
            }
    );

    private static readonly Gen<ObjectMapping> Mapping = Gen.Select(
        Gen.OneOf("$", "orders[]"),
        Gen.OneOf("person", "conversation", "order"),
        MaybeText,
        Gen.Select(Text, Text, (path, name) => new AttributeMapping(path, name)).List[0, 3],
        Gen.Select(
            Text,
            Gen.OneOf("person", "conversation"),
            (name, type) => new ReferenceMapping(name, type)
        ).List[0, 2],
        (path, type, identity, attributes, references) =>
            new ObjectMapping
            {
                ResponseObjectPath = path,
                ObjectType = type,
                IdentityPath = identity,
                Attributes = attributes,
                References = references,
            }
    );

    private static readonly Gen<AudienceCondition> Condition = Gen.Select(
        Gen.OneOf("person.plan", "person.role", ""),
        Gen.Enum<AudienceComparison>(),
        Text.Array[0, 3],
        SomeRule.Condition
    );

    private static readonly Gen<AudienceRule> Rule = Gen.Select(
        Gen.Enum<AudienceJoin>(),
        Condition.List[0, 3],
        Gen.Select(
            Condition.List[0, 2],
            Condition.List[1, 2],
            (outer, inner) =>
                new AudienceRule
                {
                    Conditions = outer,
                    Groups = [new AudienceRule { Join = AudienceJoin.Any, Conditions = inner }],
                }
        ).List[0, 2],
        (join, conditions, groups) =>
            new AudienceRule
            {
                Join = join,
                Conditions = conditions,
                Groups = groups,
            }
    );

    private static readonly Gen<AudienceRule?> CustomAudience = Gen.OneOf(
        Rule.Select(rule => (AudienceRule?)rule),
        Gen.Shuffle(new[] { PersonRole.Lead, PersonRole.User, PersonRole.Visitor }, 0, 3)
            .Select(RoleAudience.Of)
    );

    private static readonly Gen<ConnectorDefinition> Definition = Gen.Select(
        Gen.Select(
            Gen.String[Gen.Char.AlphaNumeric, 1, 20],
            Text,
            Text,
            Gen.Enum<RequestMethod>(),
            Text,
            Text,
            Gen.Enum<BodyFormat>(),
            (name, description, notes, method, url, body, format) =>
                new ConnectorDefinition
                {
                    Name = name,
                    Description = description,
                    InternalDescription = notes,
                    Method = method,
                    Url = url,
                    Body = body,
                    BodyFormat = format,
                }
        ),
        Gen.Select(
            Gen.Select(
                Gen.OneOf("Accept", "X-Key", "x-key"),
                Text,
                (name, value) => new HeaderField(name, value)
            ).List[0, 4],
            Input.List[0, 3],
            Gen.Long[0, long.MaxValue].List[0, 3],
            Gen.Select(
                Gen.Long[1, long.MaxValue].List[0, 2],
                CustomAudience,
                Gen.Int[0, 120],
                (ids, custom, percent) => (ids, custom, percent)
            ),
            (headers, inputs, tokens, audiences) => (headers, inputs, tokens, audiences)
        ),
        Gen.Select(
            Example,
            Gen.Enum<ExampleOrigin>(),
            Gen.Enum<DataAccess>(),
            Gen.Enum<ResponseTransformation>(),
            Text,
            Text,
            (example, origin, access, way, python, javaScript) =>
                (example, origin, access, way, python, javaScript)
        ),
        Gen.Select(
            Field.List[0, 4],
            Mapping.List[0, 3],
            Gen.Int[0, 99_999],
            Gen.Int[100, 599].List[0, 3],
            Gen.Bool,
            Gen.Bool,
            Gen.Bool,
            Gen.Bool,
            (fields, mappings, limit, statuses, a, b, c, d) =>
                (fields, mappings, limit, statuses, a, b, c, d)
        ),
        (definition, lists, data, rest) =>
            definition with
            {
                Headers = lists.headers,
                DataInputs = lists.inputs,
                TokenIds = lists.tokens,
                AudienceIds = lists.audiences.ids,
                CustomAudience = lists.audiences.custom,
                RolloutPercent = lists.audiences.percent,
                ExampleResponse = data.example,
                ExampleOrigin = data.origin,
                DataAccess = data.access,
                ResponseTransformation = data.way,
                PythonCode = data.python,
                JavaScriptCode = data.javaScript,
                ResponseFields = rest.fields,
                ObjectMappings = rest.mappings,
                TimeoutMilliseconds = rest.limit,
                ResponseCapBytes = rest.limit + 1,
                ExpectedStatuses = rest.statuses,
                DirectFinUsage = rest.a,
                CustomerAuthentication = rest.b,
                BypassAuthentication = rest.c,
                ValidateMissingAttributes = rest.d,
            }
    );

    [Fact]
    public void What_is_read_and_sent_back_is_the_same_definition() =>
        Definition.Sample(
            definition =>
            {
                var wire = Write(definition);
                var patched = Read<UpdateDataConnectorRequest>(
                    definition,
                    wire,
                    ReadOnlyMembers<UpdateDataConnectorRequest, DataConnectorDetail>.Names
                );
                var withoutHeaders = definition with { Headers = [] };
                var posted = Read<CreateDataConnectorRequest>(
                    CreateDataConnector.Beginning,
                    Write(withoutHeaders),
                    ReadOnlyMembers<CreateDataConnectorRequest, DataConnectorDetail>.Names
                );
                Assert.Equal(ConnectorJson.Serialize(definition), ConnectorJson.Serialize(patched));
                Assert.Equal(
                    ConnectorJson.Serialize(withoutHeaders),
                    ConnectorJson.Serialize(posted)
                );
            },
            iter: 2_000
        );

    [Fact]
    public async Task The_same_over_a_socket_and_through_the_database()
    {
        var definitions = new List<ConnectorDefinition>();
        Definition.Sample(definitions.Add, iter: 25, threads: 1);
        foreach (var definition in definitions)
        {
            var id = (
                await fixture
                    .Host.Get<CreateConnector>()
                    .RunAsync(fixture.Host.Actor, definition, CancellationToken.None)
            ).Value;
            var draft = await fixture.Host.Client.AskAsync(
                "GET",
                $"/data_connectors/{id}?state_version=draft"
            );
            var headless = System.Text.Json.Nodes.JsonNode.Parse(draft.Text)!.AsObject();
            headless["headers"] = new System.Text.Json.Nodes.JsonArray();

            // Sent as text with the headers cut out, because a parser would lay the example out anew.
            var copied = await fixture.Host.Client.AskAsync(
                "POST",
                "/data_connectors",
                System.Text.RegularExpressions.Regex.Replace(
                    draft.Text,
                    "\"headers\":\\[.*?\\],\"direct_fin",
                    "\"headers\":[],\"direct_fin"
                )
            );
            var patched = await fixture.Host.Client.AskAsync(
                "PATCH",
                $"/data_connectors/{id}",
                draft.Text
            );

            Assert.Equal((HttpStatusCode.OK, draft.Text), (patched.Status, patched.Text));
            Assert.Equal((HttpStatusCode.Created, copied.Text), (copied.Status, copied.Text));
            Assert.Equal(
                ConnectorJson.Serialize(definition with { Headers = [] }),
                (await fixture.Host.StoredAsync(copied["id"]!.GetValue<string>())).DraftJson
            );
        }
    }

    [Fact]
    public void Requests_and_answers_have_every_member_of_the_contract()
    {
        var create = RequestShape.NamesOf(typeof(CreateDataConnectorRequest)).ToHashSet();
        var update = RequestShape.NamesOf(typeof(UpdateDataConnectorRequest)).ToHashSet();

        Assert.Empty(
            ContractSchema
                .Properties("create_data_connector_request")
                .Select(member => member.Key)
                .Except(create)
        );
        Assert.Empty(
            ContractSchema
                .Properties("update_data_connector_request")
                .Select(member => member.Key)
                .Except(update)
        );
    }

    private static string Write(ConnectorDefinition definition) =>
        JsonSerializer.Serialize(
            new ConnectorDraft(
                7,
                ConnectorState.Draft,
                null,
                true,
                definition,
                1,
                "Ada",
                DateTimeOffset.UnixEpoch
            ).ToDetail(definition),
            ApiJson.Options
        );

    private static ConnectorDefinition Read<T>(
        ConnectorDefinition current,
        string json,
        IReadOnlySet<string> readOnly
    )
        where T : DataConnectorSettings
    {
        using var document = JsonDocument.Parse(json);
        Assert.Empty(RequestShape.Check(document.RootElement, typeof(T), readOnly));
        return SettingsMapping
            .Apply(
                current,
                document.RootElement.Deserialize<T>(ApiJson.Options)!,
                document.RootElement.EnumerateObject().Select(member => member.Name).ToHashSet()
            )
            .Value;
    }
}
