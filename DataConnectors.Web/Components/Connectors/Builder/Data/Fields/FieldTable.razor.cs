using System.Globalization;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Transformation;
using DataConnectors.Web.Components.Connectors.Builder.Data.Shape;
using DataConnectors.Web.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace DataConnectors.Web.Components.Connectors.Builder.Data.Fields;

/// <summary>Chooses, renames, transforms and redacts the fields of an answer.</summary>
public sealed partial class FieldTable : BuilderPanel
{
    private static readonly IReadOnlyList<KeyValuePair<FieldFilter, string>> Filters =
    [
        new(FieldFilter.All, "All"),
        new(FieldFilter.Exposed, "Exposed"),
        new(FieldFilter.Redacted, "Redacted"),
        new(FieldFilter.Changed, "Changed"),
    ];

    private VirtualList<FieldEntry>? list;
    private FieldOutline? known;
    private object? knownFields;
    private FieldStates? states;
    private FieldRows? rows;
    private FieldEntry? transformed;
    private IReadOnlyList<Problem>? knownProblems;
    private ILookup<int, Problem>? problems;
    private string search = "";

    /// <summary>The fields.</summary>
    [Parameter, EditorRequired]
    public FieldOutline Outline { get; set; } = null!;

    /// <summary>What is wrong with the draft.</summary>
    [Parameter]
    public IReadOnlyList<Problem> Problems { get; set; } = [];

    /// <summary>The kinds of transformation.</summary>
    [Parameter]
    public IReadOnlyList<TransformationDescriptor> Catalog { get; set; } =
        TransformationCatalog.All;

    /// <summary>What the table is for.</summary>
    [Parameter]
    public FieldTableMode Mode { get; set; }

    /// <summary>Works out what transformations make of the example.</summary>
    [Parameter, EditorRequired]
    public ShapeResponse Shape { get; set; } = null!;

    /// <summary>Measures pauses in typing.</summary>
    [Parameter]
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    private bool IsNarrowed => !rows!.Query.IsEverything;

    private string Status
    {
        get
        {
            var total = states!.Total;
            var chosen =
                Mode == FieldTableMode.Redact
                    ? $"{Number(total.Redacted)} of {Number(total.All)} redacted"
                    : $"{Number(total.Exposed)} of {Number(total.All)} exposed";
            return IsNarrowed
                ? $"{chosen} · {Quantity.Of(rows!.Matches.Count(entry => entry.IsLeaf), "field", "fields")} shown"
                : chosen;
        }
    }

    private string NothingShown =>
        Outline.Entries.Count == 0 ? "The example response has no fields."
        : rows!.Query.Search.Length > 0 ? "No field has that in its path, name or example value."
        : rows.Query.Filter == FieldFilter.Exposed ? "No field is exposed yet: Fin reads nothing."
        : "No field is like that.";

    /// <summary>Shows the field that a problem is about and puts the caret there.</summary>
    /// <param name="path">The problem's path: <c>responseFields[2].fallback</c>.</param>
    public async Task ShowAsync(string path)
    {
        if (
            FieldProblemPath.Position(path) is not { } position
            || position >= Definition.ResponseFields.Count
            || Outline.Find(Definition.ResponseFields[position].Path) is not { } entry
        )
        {
            return;
        }

        var index = rows!.Reveal(entry);
        search = rows.Query.Search;
        transformed = FieldProblemPath.IsOfTransformation(path) ? entry : null;
        StateHasChanged();
        await list!.ShowAsync(index, FieldRow.RowId(entry), FieldProblems.ElementId(path));
    }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (known != Outline)
        {
            known = Outline;
            knownFields = null;
            rows = new FieldRows(Outline);
            transformed = null;
            search = "";
        }

        // Once per change of the fields, not once per keystroke elsewhere.
        if (!ReferenceEquals(knownFields, Definition.ResponseFields))
        {
            knownFields = Definition.ResponseFields;
            states = new FieldStates(Outline, Definition.ResponseFields);
        }

        if (!ReferenceEquals(knownProblems, Problems))
        {
            knownProblems = Problems;
            problems = Problems.ToLookup(problem => FieldProblemPath.Position(problem.Path) ?? -1);
        }

        // A field that was hidden meanwhile has no transformations to show.
        if (
            transformed is { IsLeaf: true }
            && states!.FieldOf(transformed) is not { IsExposed: true }
        )
        {
            transformed = null;
        }
    }

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private void Look(FieldFilter filter) => rows!.Look(new FieldQuery(filter, search), states!);

    private IReadOnlyList<Problem> ProblemsOf(FieldEntry entry) =>
        states!.PositionOf(entry) is >= 0 and var position && problems!.Contains(position)
            ? [.. problems[position].DistinctBy(problem => problem.Message)]
            : [];

    private void TakeShown(bool isOn)
    {
        var shown = rows!.Matches;
        Edit(draft =>
            Mode == FieldTableMode.Redact
                ? FieldEdits.Redact(draft, Outline, shown, isOn)
                : FieldEdits.Expose(draft, Outline, shown, isOn)
        );
    }

    private async Task CloseAsync()
    {
        if (transformed is not { } entry)
        {
            return;
        }

        transformed = null;
        StateHasChanged();
        await list!.ShowAsync(
            rows!.Visible.IndexOf(entry),
            FieldRow.RowId(entry),
            FieldRow.TransformId(entry)
        );
    }
}
