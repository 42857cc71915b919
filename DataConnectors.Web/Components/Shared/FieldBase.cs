using DataConnectors.Core.Kernel;
using Microsoft.AspNetCore.Components;

namespace DataConnectors.Web.Components.Shared;

/// <summary>What every field has: a label, a place in the form, and the problems there.</summary>
public abstract class FieldBase : ComponentBase
{
    private bool wasVisited;

    /// <summary>What the field is called.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>Its place in the form, as in <see cref="Problem.Path"/>; it makes the id and finds the problems.</summary>
    [Parameter, EditorRequired]
    public string Path { get; set; } = "";

    /// <summary>A sentence under the control; null for none.</summary>
    [Parameter]
    public string? Help { get; set; }

    /// <summary>Whether the label is for screen readers only.</summary>
    [Parameter]
    public bool IsLabelHidden { get; set; }

    /// <summary>Whether the field is marked as optional.</summary>
    [Parameter]
    public bool Optional { get; set; }

    /// <summary>Further classes of the frame.</summary>
    [Parameter]
    public string? Class { get; set; }

    /// <summary>The problems of the form.</summary>
    [CascadingParameter]
    public FieldProblems Form { get; set; } = FieldProblems.None;

    /// <summary>The control's id.</summary>
    protected string Id => FieldProblems.ElementId(Path);

    /// <summary>Whether nothing is entered, so that problems wait.</summary>
    protected abstract bool IsEmpty { get; }

    /// <summary>The problems to show.</summary>
    protected IReadOnlyList<Problem> Problems =>
        Form.ShowsAll || wasVisited || !IsEmpty ? Form.At(Path) : [];

    /// <summary>For <c>aria-invalid</c>.</summary>
    protected string? Invalid =>
        Problems.Any(problem => problem.Severity == ProblemSeverity.Error) ? "true" : null;

    /// <summary>For <c>aria-describedby</c>.</summary>
    protected string? DescribedBy
    {
        get
        {
            var help = Help is null ? null : FormField.HelpIdOf(Id);
            var problems = Problems.Count == 0 ? null : FormField.ProblemsIdOf(Id);
            return help is null ? problems
                : problems is null ? help
                : $"{help} {problems}";
        }
    }

    /// <summary>Call it when the person leaves the control.</summary>
    protected void Visit() => wasVisited = true;
}
