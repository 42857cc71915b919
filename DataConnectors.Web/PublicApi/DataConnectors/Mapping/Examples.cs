using System.Text;
using System.Text.Json;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Transformation;
using DataConnectors.Web.PublicApi.DataConnectors.Contracts;
using DataConnectors.Web.PublicApi.Requests;

namespace DataConnectors.Web.PublicApi.DataConnectors.Mapping;

/// <summary>
/// Example responses on the wire: as the JSON they hold where that loses nothing, so that people can read and write them, and as status,
/// content type and text otherwise.
/// </summary>
internal static class Examples
{
    /// <summary>The status that <c>mock_response</c> stands for.</summary>
    public const int MockStatus = 200;

    /// <summary>The content type that <c>mock_response</c> stands for.</summary>
    public const string MockContentType = "application/json";

    /// <summary>The two forms of an example, of which one at most is not null.</summary>
    public static (RawJson? Mock, ConnectorExampleResponse? Other) ToWire(
        ExampleResponse? example
    ) =>
        example switch
        {
            null => (null, null),
            { Status: MockStatus, ContentType: MockContentType } when IsPlainJson(example.Body) => (
                new RawJson(example.Body),
                null
            ),
            _ => (
                null,
                new ConnectorExampleResponse
                {
                    Status = example.Status,
                    ContentType = example.ContentType,
                    Body = example.Body,
                }
            ),
        };

    /// <summary>The fields that can be chosen of an example, in its order; none when it cannot be read.</summary>
    public static IReadOnlyList<FieldNode> FieldsOf(ExampleResponse? example) =>
        example is not null
        && ResponseParser
            .Parse(Encoding.UTF8.GetBytes(example.Body), example.ContentType)
            .TryGet(out var parsed, out _)
        && parsed.Format != ResponseFormat.Empty
            ? [.. FieldTree.Infer(parsed.Root).Root.Leaves()]
            : [];

    // Of what stands around the value, of a name that stands twice and of half a character the JSON in a body would lose something.
    private static bool IsPlainJson(string body)
    {
        if (body.Length == 0 || body[0] is not ('{' or '[') || body[^1] is not ('}' or ']'))
        {
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(
                body,
                new JsonDocumentOptions { MaxDepth = ResponseParser.MaxDepth }
            );
            return JsonNames.FindFault(document.RootElement) is null;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
