using AngleSharp.Dom;
using Bunit;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Scripting;
using DataConnectors.Web.Components.Connectors.Builder.Data;
using DataConnectors.Web.Components.Connectors.Builder.Data.Code;
using DataConnectors.Web.Components.Shared;

namespace DataConnectors.Tests.Web.Components.Connectors.Builder.Data.Code;

public sealed class CodeSectionTests : ComponentTests
{
    private const string Broken = "def transform(response)\n    return 1";

    private static readonly ScriptDiagnostic MissingColon = new(1, 24, 1, 25, "expected ':'");

    private readonly BunitJSModuleInterop script;
    private ConnectorDefinition draft = new()
    {
        DataAccess = DataAccess.Restricted,
        ResponseTransformation = ResponseTransformation.Python,
        ExampleResponse = new ExampleResponse(200, null, """{"id":7,"status":"paid"}"""),
    };
    private CodeVerdicts verdicts = CodeVerdicts.None;
    private IReadOnlyList<Problem> problems = [];
    private bool canChange = true;

    public CodeSectionTests() => script = WithoutMonaco();

    [Theory]
    [InlineData(ResponseTransformation.Python, "Python code", "field-pythonCode")]
    [InlineData(ResponseTransformation.JavaScript, "JavaScript code", "field-javaScriptCode")]
    public void Each_language_has_an_editor_of_its_own_code(
        ResponseTransformation language,
        string label,
        string id
    )
    {
        draft = draft with
        {
            ResponseTransformation = language,
            PythonCode = "in Python",
            JavaScriptCode = "in JavaScript",
        };

        var section = RenderSection();
        Assert.Equal(label, section.Find($"label[for='{id}']").TextContent);
        Editor(section).Input("new");

        Assert.Equal(
            language == ResponseTransformation.Python
                ? ("new", "in JavaScript")
                : ("in Python", "new"),
            (draft.PythonCode, draft.JavaScriptCode)
        );
    }

    [Fact]
    public void While_the_table_shapes_the_answer_there_is_nothing_to_see()
    {
        draft = draft with { ResponseTransformation = ResponseTransformation.Table };

        Assert.Empty(RenderSection().Markup.Trim());
    }

    [Fact]
    public void Empty_code_can_start_from_the_example()
    {
        var section = RenderSection();

        section.Buttons("Start from the example")[0].Click();
        Show(section);

        Assert.Contains("response.get(\"status\")", draft.PythonCode, StringComparison.Ordinal);
        Assert.Equal(draft.PythonCode, Editor(section).GetAttribute("value"));
        Assert.Empty(section.Buttons("Start from the example"));
    }

    [Fact]
    public void Without_an_example_it_starts_from_a_template()
    {
        draft = draft with { ExampleResponse = null };

        RenderSection().Buttons("Start with a template")[0].Click();

        Assert.Equal("def transform(response):\n    return response\n", draft.PythonCode);
    }

    [Fact]
    public void What_does_not_compile_is_said_once_with_its_line_and_leads_there()
    {
        draft = draft with { PythonCode = Broken };
        verdicts = verdicts.With(
            CodeLanguage.Python,
            Broken,
            new CodeVerdict(Obstacle: null, [MissingColon])
        );
        problems = [new Problem("pythonCode", "Line 1 does not compile: expected ':'")];
        var section = RenderSection();

        var line = section.Find(".code-diagnostic");
        Assert.Equal("Line 1: expected ':'", line.TextContent.Trim());
        Assert.Empty(section.FindAll(".form-problem"));
        Assert.NotEmpty(section.FindAll(".code-editor--invalid"));

        line.Click();
        Assert.Equal([1, 24], script.VerifyInvoke("goTo").Arguments.Skip(1).Cast<int>());
    }

    [Fact]
    public void The_verdict_stays_until_the_next_one_and_goes_when_the_code_compiles()
    {
        draft = draft with { PythonCode = Broken };
        verdicts = verdicts.With(
            CodeLanguage.Python,
            Broken,
            new CodeVerdict(Obstacle: null, [MissingColon])
        );
        var section = RenderSection();

        const string Whole = "def transform(response): return 1";
        Editor(section).Input(Whole);
        Show(section);
        Assert.Single(section.FindAll(".code-diagnostic"));

        verdicts = CodeVerdicts.None.With(
            CodeLanguage.Python,
            Whole,
            new CodeVerdict(Obstacle: null, [])
        );
        Show(section);
        Assert.Empty(section.FindAll(".code-diagnostic"));
    }

    [Fact]
    public void Other_problems_of_the_code_show_at_the_editor()
    {
        draft = draft with { PythonCode = "x = 1" };
        problems = [new Problem("pythonCode", "Too long.")];

        Assert.Contains(
            "Too long.",
            RenderSection().Find(".form-problem").TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Where_the_machine_cannot_run_it_the_page_says_so_and_what_works_on()
    {
        draft = draft with { PythonCode = "x = 1" };
        verdicts = verdicts.With(
            CodeLanguage.Python,
            "x = 1",
            new CodeVerdict("There is no python3 on this machine.", [])
        );
        problems = [new Problem("pythonCode", "There is no python3 on this machine.")];

        var section = RenderSection();

        Assert.Equal(
            "Python cannot run here: There is no python3 on this machine. The table view and JavaScript work on.",
            section.Find(".notice--warning p").TextContent
        );
        Assert.Empty(section.FindAll(".form-problem"));
    }

    [Fact]
    public void A_teammate_without_the_permission_reads_and_cannot_test()
    {
        canChange = false;

        var section = RenderSection();

        Assert.True(Editor(section).HasAttribute("readonly"));
        Assert.Empty(section.Buttons("Test code"));
        Assert.Empty(section.Buttons("Start from the example"));
    }

    [Fact]
    public void The_help_names_the_contract_and_how_to_leave_the_editor()
    {
        var section = RenderSection();

        Assert.Contains("Ctrl+M", section.Find(".form-help").TextContent, StringComparison.Ordinal);
        var contract = section.Find(".code-contract").TextContent;
        Assert.All(
            ["def transform(response, context):", "2 seconds and 128 MiB", "zoneinfo", "inputs"],
            part => Assert.Contains(part, contract, StringComparison.Ordinal)
        );
    }

    private static IElement Editor(IRenderedComponent<CodeSection> section) =>
        section.Find("textarea.code-editor-plain");

    private IRenderedComponent<CodeSection> RenderSection() =>
        Render<CodeSection>(parameters =>
        {
            parameters.AddCascadingValue(new FieldProblems(problems, ShowsAll: false));
            Fill(parameters);
        });

    private void Show(IRenderedComponent<CodeSection> section) => section.Render(Fill);

    private void Fill(ComponentParameterCollectionBuilder<CodeSection> parameters) =>
        parameters
            .Add(section => section.Definition, draft)
            .Add(section => section.Edit, edit => draft = edit(draft))
            .Add(
                section => section.Fields,
                draft.ExampleResponse is { } example ? FieldChoices.Of(example).Tree?.Root : null
            )
            .Add(section => section.Verdicts, verdicts)
            .Add(section => section.CanChange, canChange)
            .Add(section => section.Tools, new FakeCodeTools().Tools);
}
