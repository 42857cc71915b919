using System.Text;
using System.Text.Json;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Transformation;
using DataConnectors.Web.Components.Connectors.Builder.Data.Fields;

namespace DataConnectors.Web.Components.Connectors.Builder.Data;

/// <summary>The fields of an example response, read from it once.</summary>
public sealed class FieldChoices
{
    private FieldChoices(ExampleResponse example, JsonElement? root, string? fault)
    {
        Example = example;
        Root = root;
        Fault = fault;
        Tree = root is { } value ? FieldTree.Infer(value) : null;
        Outline = Tree is null ? null : new FieldOutline(Tree);
    }

    /// <summary>The example these fields were read from.</summary>
    public ExampleResponse Example { get; }

    /// <summary>The example as JSON; null when it cannot be read.</summary>
    public JsonElement? Root { get; }

    /// <summary>Why the example cannot be read.</summary>
    public string? Fault { get; }

    /// <summary>The fields; null when the example cannot be read.</summary>
    public FieldTree? Tree { get; }

    /// <summary>The fields as the lines of a table; null when the example cannot be read.</summary>
    public FieldOutline? Outline { get; }

    /// <summary>Reads an example.</summary>
    public static FieldChoices Of(ExampleResponse example) =>
        ResponseParser
            .Parse(Encoding.UTF8.GetBytes(example.Body), example.ContentType)
            .TryGet(out var parsed, out var failure)
            ? new FieldChoices(example, parsed.Root, fault: null)
            : new FieldChoices(example, root: null, failure.Message);

    /// <summary>Fields that are exposed or redacted, but that the example does not have.</summary>
    public IReadOnlyList<ResponseField> Absent(ConnectorDefinition definition) =>
        Outline is null
            ? []
            :
            [
                .. definition.ResponseFields.Where(field =>
                    (field.IsExposed || field.IsRedacted) && Outline.Find(field.Path) is null
                ),
            ];
}
