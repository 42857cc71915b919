using DataConnectors.Core.Connectors;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Scripting;
using DataConnectors.Core.Transformation;
using DataConnectors.Web.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace DataConnectors.Web.Components.Connectors.Builder.Data.Code;

/// <summary>The code modes of the Data tab; shows nothing while the definition uses the table.</summary>
public sealed partial class CodeSection : BuilderPanel, IDisposable
{
    private const int MostDiagnostics = 5;

    private ConnectorDefinition latest = new();
    private CodeMode? mode;
    private CodeEditor? editor;
    private SyntaxCheck? check;
    private ExampleResponse? example;
    private IReadOnlyList<DataInput> inputs = [];
    private FieldNode? fields;
    private IReadOnlyList<CodeParameter> parameters = [];
    private IReadOnlyList<ScriptDiagnostic> diagnostics = [];
    private string checkedCode = "";
    private string? obstacle;

    /// <summary>What it can have done.</summary>
    [Parameter, EditorRequired]
    public CodeTools Tools { get; set; } = null!;

    /// <summary>Whether this teammate may change and try code; else it only shows it.</summary>
    [Parameter]
    public bool CanChange { get; set; } = true;

    /// <summary>The problems of the form.</summary>
    [CascadingParameter]
    public FieldProblems Form { get; set; } = FieldProblems.None;

    // An obstacle and errors of syntax are said here, with more than a rule knows.
    private FieldProblems ProblemsToShow =>
        mode is not null && (diagnostics.Count > 0 || obstacle is not null)
            ? Form with
            {
                Problems = [.. Form.Problems.Where(problem => problem.Path != mode.Path)],
            }
            : Form;

    /// <inheritdoc/>
    public void Dispose() => check?.Dispose();

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        latest = Definition;
        ReadExample();
        var shown = mode;
        mode = CodeMode.Of(Definition);
        if (mode is null)
        {
            check?.Dispose();
            return;
        }

        var isOther = mode != shown;
        if (isOther)
        {
            diagnostics = [];
            obstacle = null;
        }

        if (isOther || checkedCode != mode.Read(Definition))
        {
            _ = CheckAsync();
        }

        if (isOther)
        {
            await FindObstacleAsync(mode);
        }
    }

    private async Task FindObstacleAsync(CodeMode of)
    {
        var found = await Tools.FindObstacle(Definition, CancellationToken.None);
        if (mode == of)
        {
            obstacle = found;
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
        _ = CheckAsync();
    }

    private void Start() => Change(CodeStart.Write(mode!, fields));

    /// <summary>Nobody waits for it: a keystroke is answered at once, and what is found shows when it is.</summary>
    private async Task CheckAsync()
    {
        try
        {
            check ??= new SyntaxCheck(Tools.Clock);
            checkedCode = mode!.Read(latest);
            if (await check.RunAsync(latest, Tools.CheckSyntax) is { } found)
            {
                // The same list again would only make the editor draw again.
                diagnostics = found.SequenceEqual(diagnostics) ? diagnostics : found;
                StateHasChanged();
            }
        }
        catch (Exception fault)
        {
            await DispatchExceptionAsync(fault);
        }
    }

    private Task GoToAsync(int line, int column) =>
        editor?.GoToAsync(line, column) ?? Task.CompletedTask;
}
