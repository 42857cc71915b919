using System.Globalization;
using System.Text.Json;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.CustomObjects;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Transformation;
using DataConnectors.Web.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace DataConnectors.Web.Components.Connectors.Builder.Data;

/// <summary>Chooses, renames and defaults the fields that Fin may read, with the answer before and after beside it.</summary>
public sealed partial class DataTab : BuilderPanel
{
    private static readonly IReadOnlyList<Choice<DataAccess>> Choices =
    [
        new(DataAccess.Full, "Full access", "Fin reads the whole answer."),
        new(
            DataAccess.Restricted,
            "Manually restrict access",
            "Fin reads only the fields you choose. The rest never reaches it."
        ),
    ];

    private FieldChoices? fields;
    private JsonElement? shaped;
    private List<Row> rows = [];

    /// <summary>What is wrong with the draft.</summary>
    [Parameter]
    public IReadOnlyList<Problem> Problems { get; set; } = [];

    /// <summary>The objects that mappings may write.</summary>
    [Parameter]
    public ObjectSchema Objects { get; set; } = new([]);

    /// <summary>Asked to show a field of another tab.</summary>
    [Parameter]
    public EventCallback<string> OnShowField { get; set; }

    private int ExposedCount =>
        fields is null ? 0 : FieldChoices.Count(Definition, fields.Tree!.Root).Exposed;

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        // Reading a large example costs; it is done once per example, not once per keystroke elsewhere.
        if (
            Definition.ExampleResponse is { } example
            && (fields is null || fields.Example != example)
        )
        {
            fields = FieldChoices.Of(example);
            rows = fields.Tree is null ? [] : [.. Flatten(fields.Tree.Root, depth: 0)];
        }

        shaped = fields?.Shape(Definition);
    }

    private void Forget(ResponseField field) =>
        Edit(draft =>
            draft with
            {
                ResponseFields = [.. draft.ResponseFields.Where(kept => kept != field)],
            }
        );

    private static IEnumerable<Row> Flatten(FieldNode node, int depth) =>
        node.Children.SelectMany(child => Flatten(child, depth + 1).Prepend(new Row(child, depth)));

    private static string Characters(JsonElement? value) =>
        value is { } element
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{element.GetRawText().Length:N0} characters"
            )
            : "";

    private sealed record Row(FieldNode Node, int Depth);
}
