using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using DataConnectors.Client.Wire;
using DataConnectors.Tests.Client;
using Refit;

namespace DataConnectors.Tests.Contract;

/// <summary>
/// The client knows every operation that the server's own document names, and no other. OAuth is left out: its standard describes it.
/// </summary>
[Collection(ApiServer.Name)]
public sealed partial class ClientOperationsTests(ApiServer server)
{
    [Fact]
    public async Task Every_operation_of_the_document_has_a_method_of_the_client()
    {
        var missing = (await DocumentedAsync()).Except(OfClient(), StringComparer.Ordinal);

        Assert.Empty(missing);
    }

    [Fact]
    public async Task Every_method_of_the_client_is_an_operation_of_the_document()
    {
        var unknown = OfClient().Except(await DocumentedAsync(), StringComparer.Ordinal);

        Assert.Empty(unknown);
    }

    [Fact]
    public void There_are_methods_to_compare() => Assert.True(OfClient().Count > 10);

    private async Task<SortedSet<string>> DocumentedAsync()
    {
        using var browser = new HttpClient();
        var document = JsonElement.Parse(
            await browser.GetStringAsync(new Uri(server.Console.Address + "/openapi/v1.json"))
        );
        return
        [
            .. document
                .GetProperty("paths")
                .EnumerateObject()
                .SelectMany(path =>
                    path.Value.EnumerateObject()
                        .Where(operation => operation.Value.TryGetProperty("responses", out _))
                        .Select(operation => Name(operation.Name, path.Name))
                ),
        ];
    }

    private static SortedSet<string> OfClient() =>
        [
            .. typeof(IDataConnectorsApi)
                .Assembly.GetExportedTypes()
                .Where(type => type.IsInterface && type != typeof(IOAuthApi))
                .SelectMany(type => type.GetMethods())
                .Select(method => method.GetCustomAttribute<HttpMethodAttribute>())
                .OfType<HttpMethodAttribute>()
                .Select(attribute => Name(attribute.Method.Method, attribute.Path)),
        ];

    // What a parameter is called is nobody's contract.
    private static string Name(string method, string path) =>
        $"{method.ToUpperInvariant()} {Parameter().Replace(path, "{}")}";

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
