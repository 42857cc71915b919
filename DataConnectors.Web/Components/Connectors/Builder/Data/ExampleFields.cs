using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Transformation;

namespace DataConnectors.Web.Components.Connectors.Builder.Data;

/// <summary>The example response, read once: as JSON and as a tree of fields.</summary>
/// <param name="Root">The answer; null when it could not be read.</param>
/// <param name="Tree">Its fields; null when it could not be read.</param>
/// <param name="Fault">Why it could not be read; null when it could.</param>
internal sealed record ExampleFields(JsonElement? Root, FieldTree? Tree, string? Fault)
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 256,
    };

    /// <summary>Reads an example with the parser that reads real answers.</summary>
    public static ExampleFields Read(ExampleResponse example) =>
        ResponseParser
            .Parse(Encoding.UTF8.GetBytes(example.Body), example.ContentType)
            .TryGet(out var parsed, out var failure)
            ? new(parsed.Root, FieldTree.Infer(parsed.Root), Fault: null)
            : new(Root: null, Tree: null, failure.Message);

    /// <summary>The whole answer, indented.</summary>
    public string Before => Root is { } root ? JsonSerializer.Serialize(root, Indented) : "";

    /// <summary>What Fin sees, by the code that shapes real answers, indented.</summary>
    public string After(ConnectorDefinition definition) =>
        Root is not { } root ? ""
        : definition.DataAccess == DataAccess.Full ? Before
        : JsonSerializer.Serialize(FieldSelector.Apply(root, definition.ResponseFields), Indented);
}
