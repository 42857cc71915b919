using DataConnectors.Core.Connectors;
using DataConnectors.Core.CustomObjects;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Transformation;
using DataConnectors.Web.Components.Connectors.Builder.Data.Code;
using DataConnectors.Web.Components.Connectors.Builder.Data.Fields;
using DataConnectors.Web.Components.Connectors.Builder.Data.Shape;
using DataConnectors.Web.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace DataConnectors.Web.Components.Connectors.Builder.Data;

/// <summary>Decides what Fin may read of the answer and how it is transformed, with the answer before and after beside it.</summary>
public sealed partial class DataTab : BuilderPanel
{
    private static readonly IReadOnlyList<Choice<DataAccess>> Choices =
    [
        new(DataAccess.Full, "Full access", "Fin reads the whole answer."),
        new(
            DataAccess.Restricted,
            "Manually restrict access",
            "Fin reads only what you choose. The rest never reaches it."
        ),
    ];

    private static readonly IReadOnlyList<Choice<ResponseTransformation>> Transformations =
    [
        new(
            ResponseTransformation.Table,
            "Table view",
            "Choose fields by clicking; rename and transform each."
        ),
        new(
            ResponseTransformation.Python,
            "Python",
            "Code that takes the response and returns what Fin reads."
        ),
        new(
            ResponseTransformation.JavaScript,
            "JavaScript",
            "The same, written as a JavaScript function."
        ),
    ];

    private static readonly IReadOnlyList<KeyValuePair<bool, string>> Views =
    [
        new(false, "Choose"),
        new(true, "Arrange"),
    ];

    private FieldChoices? fields;
    private FieldTable? table;
    private IReadOnlyList<ResponseField> absent = [];
    private (FieldChoices? Fields, object? Chosen) absentOf;
    private FieldJump? knownJump;
    private string? pendingPath;
    private bool isArranging;

    /// <summary>What is wrong with the draft.</summary>
    [Parameter]
    public IReadOnlyList<Problem> Problems { get; set; } = [];

    /// <summary>The objects that mappings may write.</summary>
    [Parameter]
    public ObjectSchema Objects { get; set; } = new([]);

    /// <summary>What is known of the draft's code.</summary>
    [Parameter]
    public CodeVerdicts Verdicts { get; set; } = CodeVerdicts.None;

    /// <summary>What the code modes can have done.</summary>
    [Parameter, EditorRequired]
    public CodeTools CodeTools { get; set; } = null!;

    /// <summary>Whether this teammate may change the draft.</summary>
    [Parameter]
    public bool CanChange { get; set; } = true;

    /// <summary>Asked to show a field that is not in the table.</summary>
    [Parameter]
    public EventCallback<string> OnShowField { get; set; }

    /// <summary>The field that a problem elsewhere on the page leads to; a new instance each time.</summary>
    [Parameter]
    public FieldJump? Jump { get; set; }

    /// <summary>Works out what a definition makes of an example.</summary>
    [Parameter, EditorRequired]
    public ShapeResponse Shape { get; set; } = null!;

    /// <summary>Reads the last real response from the log; null where there is no log.</summary>
    [Parameter]
    public Func<Task<Outcome<ExampleResponse, Fault>>>? LoadLastResponse { get; set; }

    /// <summary>Measures pauses in typing.</summary>
    [Parameter]
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    private FieldOutline? Outline => fields?.Outline;

    private bool IsTable =>
        Definition
            is {
                DataAccess: DataAccess.Restricted,
                ResponseTransformation: ResponseTransformation.Table
            };

    private string RedactedText =>
        Definition.ResponseFields.Count(chosen => chosen.IsRedacted) is > 0 and var count
            ? Quantity.Of(count, "field is masked", "fields are masked")
            : "None";

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        // Reading a large example costs; it is done once per example, not once per keystroke elsewhere.
        if (Definition.ExampleResponse is not { } example)
        {
            fields = null;
        }
        else if (fields is null || fields.Example != example)
        {
            fields = FieldChoices.Of(example);
        }

        if (
            absentOf.Fields != fields
            || !ReferenceEquals(absentOf.Chosen, Definition.ResponseFields)
        )
        {
            absentOf = (fields, Definition.ResponseFields);
            absent = fields?.Absent(Definition) ?? [];
        }

        if (Jump != knownJump)
        {
            knownJump = Jump;
            ShowInTable(Jump?.Path);
        }
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (pendingPath is { } path)
        {
            pendingPath = null;
            if (table is not null)
            {
                await table.ShowAsync(path);
            }
        }
    }

    private MappedObjects? Map(ConnectorDefinition definition) =>
        fields?.Root is { } answer ? MapExample.Of(definition, answer, Objects, Clock) : null;

    private void Arrange(bool isOn) => isArranging = isOn;

    // The table may have to come on screen first.
    private void ShowInTable(string? path)
    {
        if (path is not null && IsTable && FieldProblemPath.Position(path) is not null)
        {
            pendingPath = path;
            isArranging = false;
        }
    }

    private Task ShowFieldAsync(string path)
    {
        ShowInTable(path);
        return pendingPath is null ? OnShowField.InvokeAsync(path) : Task.CompletedTask;
    }
}
