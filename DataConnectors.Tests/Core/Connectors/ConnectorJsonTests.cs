using CsCheck;
using DataConnectors.Core.Audiences;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.People;
using DataConnectors.Core.Templating;
using DataConnectors.Core.Transformation;
using DataConnectors.Tests.Support;

namespace DataConnectors.Tests.Core.Connectors;

public sealed class ConnectorJsonTests
{
    private static readonly string[] Awkward =
    [
        "",
        " ",
        "né",
        "日本",
        "🚀",
        "\"\\\n\u0000</script>",
        "{{order_id}}",
        "\u2028",
    ];

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String[Gen.Char.AlphaNumeric, 0, 12],
        Gen.Int[0, Awkward.Length - 1].Select(index => Awkward[index])
    );

    private static readonly Gen<string?> TextOrNull = Gen.OneOf(
        Text.Select(text => (string?)text),
        Gen.Const((string?)null)
    );

    private static readonly Gen<DataInput> Input =
        from name in Text
        from type in Gen.Enum<DataInputType>()
        from source in Gen.Enum<DataInputSource>()
        from isRequired in Gen.Bool
        from values in TextOrNull.Array[4]
        select new DataInput
        {
            Name = name,
            Type = type,
            Source = source,
            Description = name + name,
            IsRequired = isRequired,
            FallbackValue = values[0],
            ExampleValue = values[1],
            AttributePath = values[2],
            CustomValue = values[3],
        };

    private static readonly Gen<ResponseField> Field =
        from path in Text
        from renamedTo in TextOrNull
        from fallback in TextOrNull
        from type in Gen.Enum<FieldType>()
        from isExposed in Gen.Bool
        from isRedacted in Gen.Bool
        select new ResponseField(path, renamedTo, fallback, type, isExposed, isRedacted);

    private static readonly Gen<ObjectMapping> Mapping =
        from objectPath in Text
        from type in Text
        from identity in TextOrNull
        from attributes in Gen.Select(
            Text,
            Text,
            (path, name) => new AttributeMapping(path, name)
        ).Array[0, 3]
        from references in Gen.Select(
            Text,
            Text,
            (name, target) => new ReferenceMapping(name, target)
        ).Array[0, 2]
        select new ObjectMapping
        {
            ResponseObjectPath = objectPath,
            ObjectType = type,
            IdentityPath = identity,
            Attributes = attributes,
            References = references,
        };

    private static readonly Gen<ConnectorDefinition> Definition =
        from texts in Text.Array[5]
        from inputs in Input.Array[0, 3]
        from method in Gen.Enum<RequestMethod>()
        from headers in Gen.Select(Text, Text, (name, value) => new HeaderField(name, value)).Array[
            0,
            3
        ]
        from format in Gen.Enum<BodyFormat>()
        from tokenIds in Gen.Long.Array[0, 3]
        from numbers in Gen.Int.Array[3]
        from contentType in TextOrNull
        from fields in Field.Array[0, 3]
        from flags in Gen.Bool.Array[4]
        from mappings in Mapping.Array[0, 3]
        select new ConnectorDefinition
        {
            Name = texts[0],
            Description = texts[1],
            InternalDescription = texts[2],
            Url = texts[3],
            Body = texts[4],
            DataInputs = inputs,
            Method = method,
            Headers = headers,
            BodyFormat = format,
            TokenIds = tokenIds,
            TimeoutMilliseconds = numbers[0],
            ResponseCapBytes = numbers[1],
            ExampleResponse = flags[0]
                ? new ExampleResponse(numbers[2], contentType, texts[0])
                : null,
            DataAccess = flags[1] ? DataAccess.Restricted : DataAccess.Full,
            ResponseFields = fields,
            DirectFinUsage = flags[2],
            CustomerAuthentication = flags[3],
            ObjectMappings = mappings,
        };

    [Fact]
    public void A_stored_definition_is_read_back_whole() =>
        Definition.Sample(
            definition =>
            {
                var json = ConnectorJson.Serialize(definition);
                var read = ConnectorJson.Deserialize(json);
                Assert.Equivalent(definition, read, strict: true);
                Assert.Equal(json, ConnectorJson.Serialize(read));
            },
            iter: 300
        );

    [Fact]
    public void Members_that_a_later_version_stored_are_passed_over()
    {
        var read = ConnectorJson.Deserialize(
            """{"name":"A","audience":{"ids":[1]},"dataInputs":[{"name":"id","mask":true}],"url":"https://a.example"}"""
        );

        Assert.Equal("A", read.Name);
        Assert.Equal("id", Assert.Single(read.DataInputs).Name);
    }

    [Fact]
    public void What_an_older_version_did_not_store_has_its_default()
    {
        var read = ConnectorJson.Deserialize("""{"name":"A","dataInputs":[{"name":"id"}]}""");

        Assert.Equivalent(
            new ConnectorDefinition { Name = "A", DataInputs = [new DataInput { Name = "id" }] },
            read,
            strict: true
        );
        Assert.Equal(15_000, read.TimeoutMilliseconds);
        Assert.True(read.DirectFinUsage);
        Assert.True(read.DataInputs[0].IsRequired);
    }

    [Fact]
    public void Mappings_of_the_old_form_become_one_for_each_target()
    {
        var read = ConnectorJson.Deserialize(
            """{"objectMappings":[{"responsePath":"plan","attributePath":"person.plan"},{"responsePath":"id","attributePath":"conversation.order_number"},{"responsePath":"customer.tier","attributePath":"person.tier"},{"responsePath":"","attributePath":""}]}"""
        );

        Assert.Equivalent(
            new[]
            {
                new ObjectMapping
                {
                    ObjectType = "person",
                    Attributes = [new("plan", "plan"), new("customer.tier", "tier"), new("", "")],
                },
                new ObjectMapping
                {
                    ObjectType = "conversation",
                    Attributes = [new("id", "order_number")],
                },
            },
            read.ObjectMappings,
            strict: true
        );
    }

    [Fact]
    public void Mappings_are_read_beside_members_of_a_later_version()
    {
        var read = ConnectorJson.Deserialize(
            """{"objectMappings":[{"objectType":"order","identityPath":"id","mode":"x","attributes":[{"responsePath":"a","attribute":"b","later":1}]}]}"""
        );

        Assert.Equivalent(
            new[]
            {
                new ObjectMapping
                {
                    ObjectType = "order",
                    IdentityPath = "id",
                    Attributes = [new("a", "b")],
                },
            },
            read.ObjectMappings,
            strict: true
        );
    }

    [Fact]
    public void The_stored_form_stays_what_versions_in_databases_have() =>
        Assert.Equal(
            """{"name":"Get order status","description":"Looks up the status of an order by its number.","internalDescription":"","dataInputs":[{"name":"order_id","type":"Number","description":"The number of the order","isRequired":true,"exampleValue":"1001","source":"FinCollects"}],"method":"Get","url":"https://api.example.com/orders/{{order_id}}","headers":[{"name":"Accept","value":"application/json"}],"body":"","bodyFormat":"Json","tokenIds":[],"timeoutMilliseconds":15000,"responseCapBytes":1048576,"expectedStatuses":[],"exampleResponse":{"status":200,"contentType":"application/json","body":"{\"id\":1001,\"status\":\"shipped\",\"total\":19.9}"},"exampleOrigin":"Test","dataAccess":"Full","responseTransformation":"Table","responseFields":[],"pythonCode":"","javaScriptCode":"","directFinUsage":true,"audienceIds":[],"rolloutPercent":100,"customerAuthentication":false,"bypassAuthentication":false,"validateMissingAttributes":true,"objectMappings":[]}""",
            ConnectorJson.Serialize(Some.Definition())
        );

    [Fact]
    public void A_list_of_roles_from_before_audiences_existed_is_the_custom_audience_of_the_same_people()
    {
        // As versions were frozen then, and are never rewritten.
        const string frozen =
            """{"name":"Get order status","description":"Looks it up.","internalDescription":"","dataInputs":[],"method":"Get","url":"https://api.example.com/orders","headers":[],"body":"","bodyFormat":"Json","tokenIds":[],"timeoutMilliseconds":15000,"responseCapBytes":1048576,"expectedStatuses":[],"exampleOrigin":"Test","dataAccess":"Full","responseTransformation":"Table","responseFields":[],"pythonCode":"","javaScriptCode":"","directFinUsage":true,"audiences":["User","Lead"],"customerAuthentication":false,"bypassAuthentication":false,"validateMissingAttributes":true,"objectMappings":[]}""";

        var read = ConnectorJson.Deserialize(frozen);

        Assert.Equivalent(
            SomeRule.Of("person.role", AudienceComparison.InList, "user", "lead"),
            read.CustomAudience,
            strict: true
        );
        Assert.Equal([PersonRole.User, PersonRole.Lead], RoleAudience.Read(read.CustomAudience)!);
        Assert.Empty(read.AudienceIds);
        Assert.Equal(100, read.RolloutPercent);
        var stored = ConnectorJson.Serialize(read);
        Assert.DoesNotContain("\"audiences\"", stored, StringComparison.Ordinal);
        Assert.Equal(stored, ConnectorJson.Serialize(ConnectorJson.Deserialize(stored)));
        Assert.Null(ConnectorJson.Deserialize("""{"audiences":[]}""").CustomAudience);
    }
}
