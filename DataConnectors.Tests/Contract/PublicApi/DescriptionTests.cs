using System.Text.Json;
using System.Text.Json.Nodes;
using DataConnectors.Tests.Support;

namespace DataConnectors.Tests.Contract.PublicApi;

/// <summary>
/// The OpenAPI document. Who changes the API on purpose runs the tests with <c>APPROVE=1</c> in the environment, looks at what changed in the
/// approved file, and commits it.
/// </summary>
public sealed class DescriptionTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    private static readonly string ApprovedPath = Path.Combine(
        Checkout.Root,
        "DataConnectors.Tests/Contract/openapi.approved.json"
    );

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
    };

    [Fact]
    public async Task The_document_is_the_approved_one()
    {
        var document = await ReadAsync();
        var text = document.ToJsonString(Indented) + "\n";
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            await File.WriteAllTextAsync(ApprovedPath, text);
        }

        Assert.Equal(await File.ReadAllTextAsync(ApprovedPath), text);
    }

    [Fact]
    public async Task Every_operation_is_described()
    {
        var document = await ReadAsync();

        Assert.StartsWith("3.1", document["openapi"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(
            "bearer",
            document["components"]!["securitySchemes"]!["bearerAuth"]!["scheme"]!.GetValue<string>()
        );
        var operations = document["paths"]!
            .AsObject()
            .SelectMany(path =>
                path.Value!.AsObject()
                    .Select(operation =>
                        (Name: $"{operation.Key} {path.Key}", Operation: operation.Value!)
                    )
            )
            .ToList();
        Assert.Contains(operations, operation => operation.Name == "patch /data_connectors/{id}");
        Assert.All(
            operations,
            operation =>
            {
                Assert.NotNull(operation.Operation["operationId"]);
                Assert.NotNull(operation.Operation["summary"]);
                Assert.NotNull(operation.Operation["description"]);
                Assert.All(
                    operation.Operation["parameters"]!.AsArray(),
                    parameter => Assert.NotNull(parameter!["description"])
                );
                Assert.NotNull(
                    operation.Operation["responses"]!["401"]!["content"]!["application/json"]![
                        "schema"
                    ]!["$ref"]
                );
            }
        );
        Assert.All(
            document["components"]!["schemas"]!.AsObject(),
            schema =>
            {
                Assert.Matches("^[a-z0-9_]+$", schema.Key);

                // Of what may be null or of another type, the other type carries it.
                Assert.All(
                    schema.Value!["properties"]?.AsObject() ?? [],
                    member =>
                        Assert.True(
                            (member.Value!["description"] ?? member.Value["oneOf"]) is not null,
                            $"{schema.Key}.{member.Key} is not described."
                        )
                );
            }
        );
    }

    private async Task<JsonNode> ReadAsync()
    {
        using var anonymous = fixture.Host.CreateClient();
        return JsonNode.Parse(
            await anonymous.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative))
        )!;
    }
}
