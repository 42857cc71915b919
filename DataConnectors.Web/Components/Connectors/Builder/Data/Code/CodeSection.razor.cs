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
    private ExampleResponse? example;
    private IReadOnlyList<DataInput> inputs = [];
    private FieldNode? fields;
    private IReadOnlyList<CodeParameter> parameters = [];
    private CodeVerdict? verdict;

    /// <summary>What is known of the draft's code; code that nobody has looked at yet has no verdict.</summary>
    [Parameter, EditorRequired]
    public CodeVerdicts Verdicts { get; set; } = CodeVerdicts.None;

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

        ReadExample();

        // While somebody types, the verdict on what stood there a moment ago is better than a flickering one.
        verdict =
            Verdicts.Find(mode.Language, mode.Read(Definition)) ?? (mode == shown ? verdict : null);
        if (IsEmpty)
        {
            verdict = verdict is null ? null : verdict with { Diagnostics = [] };
        }
    }

    /// <summary>Reading a large example costs; it is done once per example, not once per keystroke.</summary>
    private void ReadExample()
    {
        var isOtherExample = example != Definition.ExampleResponse;
        if (isOtherExample)
        {
            example = Definition.ExampleResponse;
            fields = ExampleShape.FieldsOf(example);
        }

        if (
            isOtherExample
            || parameters.Count == 0
            || !ReferenceEquals(inputs, Definition.DataInputs)
        )
        {
            inputs = Definition.DataInputs;
            parameters = [ExampleShape.Response(fields), ExampleShape.Context(Definition)];
        }
    }

    private void Change(string code)
    {
        var edited = mode!;
        Edit(draft => latest = edited.Write(draft, code));
    }

    private void Start() => Change(CodeStart.Write(mode!, fields));

    private Task GoToAsync(int line, int column) =>
        editor?.GoToAsync(line, column) ?? Task.CompletedTask;
}
