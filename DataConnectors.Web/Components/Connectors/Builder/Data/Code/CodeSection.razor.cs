using DataConnectors.Core.Connectors;
using DataConnectors.Core.Scripting;
using DataConnectors.Core.Transformation;
using DataConnectors.Web.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace DataConnectors.Web.Components.Connectors.Builder.Data.Code;

/// <summary>The code modes of the Data tab; shows nothing while the definition uses the table.</summary>
public sealed partial class CodeSection : BuilderPanel
{
    private const int MostDiagnostics = 5;

    private ConnectorDefinition latest = new();
    private CodeMode? mode;
    private CodeEditor? editor;
    private IReadOnlyList<CodeParameter> parameters = [];
    private (FieldNode? Fields, ExampleResponse? Example, object? Inputs) parametersOf;
    private CodeVerdict? verdict;

    /// <summary>What is known of the draft's code; code that nobody has looked at yet has no verdict.</summary>
    [Parameter, EditorRequired]
    public CodeVerdicts Verdicts { get; set; } = CodeVerdicts.None;

    /// <summary>The fields of the example; null when there is none or it cannot be read.</summary>
    [Parameter, EditorRequired]
    public FieldNode? Fields { get; set; }

    /// <summary>What it can have done.</summary>
    [Parameter, EditorRequired]
    public CodeTools Tools { get; set; } = null!;

    /// <summary>Whether this teammate may change and try code; else it only shows it.</summary>
    [Parameter]
    public bool CanChange { get; set; } = true;

    /// <summary>The problems of the form.</summary>
    [CascadingParameter]
    public FieldProblems Form { get; set; } = FieldProblems.None;

    private string? Obstacle => verdict?.Obstacle;

    private IReadOnlyList<ScriptDiagnostic> Diagnostics => verdict?.Diagnostics ?? [];

    private bool IsEmpty => string.IsNullOrWhiteSpace(mode?.Read(latest));

    // An obstacle and errors of syntax are said here, with more than a rule knows.
    private FieldProblems ProblemsToShow =>
        mode is not null && (Diagnostics.Count > 0 || Obstacle is not null)
            ? Form with
            {
                Problems = [.. Form.Problems.Where(problem => problem.Path != mode.Path)],
            }
            : Form;

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        latest = Definition;
        var shown = mode;
        mode = CodeMode.Of(Definition);
        if (mode is null)
        {
            return;
        }

        // Telling the shape of a large example costs; it is done once per example, not once per keystroke.
        var told = (Fields, Definition.ExampleResponse, Definition.DataInputs);
        if (parameters.Count == 0 || parametersOf != told)
        {
            parametersOf = told;
            parameters = [ExampleShape.Response(Fields), ExampleShape.Context(Definition)];
        }

        // While somebody types, the verdict on what stood there a moment ago is better than a flickering one.
        verdict =
            Verdicts.Find(mode.Language, mode.Read(Definition)) ?? (mode == shown ? verdict : null);
        if (IsEmpty)
        {
            verdict = verdict is null ? null : verdict with { Diagnostics = [] };
        }
    }

    private void Change(string code)
    {
        var edited = mode!;
        Edit(draft => latest = edited.Write(draft, code));
    }

    private void Start() => Change(CodeStart.Write(mode!, Fields));

    private Task GoToAsync(int line, int column) =>
        editor?.GoToAsync(line, column) ?? Task.CompletedTask;
}
