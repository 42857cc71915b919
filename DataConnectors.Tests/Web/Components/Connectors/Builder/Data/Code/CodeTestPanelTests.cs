using System.Text.Json;
using AngleSharp.Dom;
using Bunit;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Scripting;
using DataConnectors.Tests.Support;
using DataConnectors.Web.Components.Connectors.Builder.Data.Code;

namespace DataConnectors.Tests.Web.Components.Connectors.Builder.Data.Code;

public sealed class CodeTestPanelTests : ComponentTests
{
    private static readonly JsonElement Before = JsonElement.Parse(
        """{ "id": 7, "card": "4111" }"""
    );

    private static readonly LoggedAnswer[] OneAnswer =
    [
        new(1, DateTimeOffset.UnixEpoch, 200, IsSuccess: true),
    ];

    private readonly FakeCodeTools tools = new();
    private readonly List<int> lines = [];
    private ConnectorDefinition draft = new()
    {
        DataAccess = DataAccess.Restricted,
        ResponseTransformation = ResponseTransformation.Python,
        PythonCode = "def transform(response): return {'id': 7}",
        ExampleResponse = new ExampleResponse(200, null, """{"id":7}"""),
    };

    public CodeTestPanelTests() => WithoutMonaco();

    [Fact]
    public void A_result_shows_before_and_after_with_sizes_time_and_memory()
    {
        Answer(
            Success(
                """{"id":7}""",
                new ScriptReport("", false, TimeSpan.FromMilliseconds(1.5), 524_288)
            )
        );
        var panel = RenderPanel();

        TestButton(panel).Click();

        Assert.Equal(draft.ExampleResponse, Assert.Single(tools.Ran).Answer);
        var head = panel.Find(".code-outcome-head").TextContent;
        Assert.All(
            ["Success", "Example response", "1.5 ms", "0.5 MiB"],
            part => Assert.Contains(part, head, StringComparison.Ordinal)
        );
        Assert.Equal(
            ["Before 22 characters, about 10 tokens", "After 8 characters, about 5 tokens"],
            panel.FindAll(".code-sides h3").Select(title => title.TextContent)
        );

        panel.Find(".code-compare input").Change(false);
        Assert.Single(panel.FindAll(".code-sides h3"));
        Assert.Contains(
            "7",
            panel.Find("[aria-label='Result of the code']").TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Printed_lines_show_and_say_where_they_were_cut_off()
    {
        Answer(
            Success(
                "1",
                new ScriptReport("one\ntwo", IsPrintedTruncated: true, TimeSpan.Zero, null)
            )
        );
        var panel = RenderPanel();

        TestButton(panel).Click();

        Assert.Equal("one\ntwo", panel.Find("pre[aria-live=polite]").TextContent);
        Assert.Equal("Cut off after 8,192 characters.", panel.Find(".code-cut").TextContent);
    }

    [Fact]
    public void Nothing_printed_leaves_no_empty_box()
    {
        Answer(Success("1", ScriptReport.Empty));
        var panel = RenderPanel();

        TestButton(panel).Click();

        Assert.Empty(panel.FindAll("pre"));
        Assert.Empty(panel.FindAll(".code-cut"));
    }

    [Theory]
    [InlineData(ScriptFailureKind.Unavailable, "Cannot run here")]
    [InlineData(ScriptFailureKind.Syntax, "Does not compile")]
    [InlineData(ScriptFailureKind.MissingFunction, "No transform function")]
    [InlineData(ScriptFailureKind.Raised, "Error in the code")]
    [InlineData(ScriptFailureKind.TimedOut, "Out of time")]
    [InlineData(ScriptFailureKind.OutOfMemory, "Out of memory")]
    [InlineData(ScriptFailureKind.Ended, "Stopped")]
    [InlineData(ScriptFailureKind.NotJson, "Result is not JSON")]
    [InlineData(ScriptFailureKind.TooLarge, "Result too large")]
    public void Every_kind_of_failure_is_named_explained_and_leads_to_its_line(
        ScriptFailureKind kind,
        string label
    )
    {
        Answer(
            new CodeTestResult(
                Before,
                Run: null,
                new ScriptFailure(kind, "What happened.", Line: 3)
                {
                    Report = new ScriptReport("until here", false, TimeSpan.FromSeconds(2), null),
                }
            )
        );
        var panel = RenderPanel();

        TestButton(panel).Click();

        Assert.Equal(label, panel.Find(".tag--error").TextContent);
        Assert.Equal("What happened.", panel.Find(".code-outcome-message").TextContent);
        Assert.Equal("until here", panel.Find("pre").TextContent);
        Assert.Single(panel.FindAll("[aria-label='Answer before the code']"));
        panel.Buttons("Go to line 3")[0].Click();
        Assert.Equal([3], lines);
    }

    [Fact]
    public void A_failure_without_a_line_leads_nowhere()
    {
        Answer(
            new CodeTestResult(
                Before,
                Run: null,
                new ScriptFailure(ScriptFailureKind.TimedOut, "Too slow.")
            )
        );
        var panel = RenderPanel();

        TestButton(panel).Click();

        Assert.DoesNotContain(
            panel.FindAll("button"),
            button => button.TextContent.Contains("Go to line", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void While_it_runs_it_can_be_cancelled_and_a_second_press_does_nothing()
    {
        tools.OnTest = async cancellationToken =>
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return Fault.Forbidden();
        };
        var panel = RenderPanel();

        TestButton(panel).Click();
        TestButton(panel).Click();
        Assert.Single(tools.Ran);
        Assert.Equal("Running…", panel.Find(".row [role=status]").TextContent);
        Assert.Equal("Test code", TestButton(panel).TextContent.Trim());

        panel.Buttons("Cancel")[0].Click();
        panel.WaitForElement(".code-test-cancelled");
        Assert.Empty(panel.Buttons("Cancel"));
    }

    [Fact]
    public void What_the_command_refuses_is_said()
    {
        var panel = RenderPanel();

        TestButton(panel).Click();

        Assert.Contains(
            "permission",
            panel.Find("[role=alert]").TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Without_an_example_it_asks_for_another_answer()
    {
        draft = draft with { ExampleResponse = null };
        var panel = RenderPanel();

        Assert.Contains("no example response yet", panel.Markup, StringComparison.Ordinal);
        Assert.True(TestButton(panel).HasAttribute("disabled"));

        Choose(panel, "Pasted JSON");
        panel.Find("textarea").Input("""{"a":1}""");
        TestButton(panel).Click();

        Assert.Equal(
            new ExampleResponse(200, "application/json", """{"a":1}"""),
            Assert.Single(tools.Ran).Answer
        );
    }

    [Fact]
    public void A_logged_response_is_chosen_from_the_latest_runs()
    {
        tools.Answers = new LoggedAnswer[]
        {
            new(12, new DateTimeOffset(2026, 3, 2, 9, 30, 5, TimeSpan.Zero), 200, IsSuccess: true),
            new(11, DateTimeOffset.UnixEpoch, 404, IsSuccess: false),
            new(10, DateTimeOffset.UnixEpoch, Status: null, IsSuccess: false),
        };
        var panel = RenderPanel();
        Choose(panel, "A logged response");

        var options = panel.FindAll("option");
        Assert.Equal(
            [
                "2 Mar 2026, 09:30:05 · HTTP 200 · success",
                "1 Jan 1970, 00:00:00 · HTTP 404 · failed",
                "1 Jan 1970, 00:00:00 · no answer · failed",
            ],
            options.Select(option => option.TextContent)
        );
        Assert.True(options[2].HasAttribute("disabled"));
        Assert.DoesNotContain("masked", panel.Markup, StringComparison.Ordinal);

        panel.Find("select").Change("11");
        TestButton(panel).Click();
        Assert.Equal("""{"run":11}""", Assert.Single(tools.Ran).Answer.Body);
    }

    [Fact]
    public void The_first_choice_is_the_latest_run_that_has_an_answer()
    {
        tools.Answers = new LoggedAnswer[]
        {
            new(10, DateTimeOffset.UnixEpoch, Status: null, IsSuccess: false),
            new(9, DateTimeOffset.UnixEpoch, 200, IsSuccess: true),
        };
        var panel = RenderPanel();

        Choose(panel, "A logged response");
        TestButton(panel).Click();

        Assert.Equal("""{"run":9}""", Assert.Single(tools.Ran).Answer.Body);
    }

    [Fact]
    public void Masked_values_are_announced_where_fields_are_redacted()
    {
        draft = draft with { ResponseFields = [Some.Field("card", isRedacted: true)] };
        tools.Answers = OneAnswer;
        var panel = RenderPanel();

        Choose(panel, "A logged response");

        Assert.Contains("masked in the log", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_log_says_why_and_what_to_do()
    {
        var panel = RenderPanel();

        Choose(panel, "A logged response");

        Assert.Contains("No live run is logged yet", panel.Markup, StringComparison.Ordinal);
        Assert.True(TestButton(panel).HasAttribute("disabled"));
    }

    [Fact]
    public void A_log_that_cannot_be_read_can_be_tried_again()
    {
        tools.Answers = new Fault(FaultKind.Invalid, "The log could not be read.");
        var panel = RenderPanel();
        Choose(panel, "A logged response");
        Assert.Contains(
            "could not be read",
            panel.Find("[role=alert]").TextContent,
            StringComparison.Ordinal
        );

        tools.Answers = OneAnswer;
        panel.Buttons("Try again")[0].Click();

        Assert.Single(panel.FindAll("option"));
        Assert.False(TestButton(panel).HasAttribute("disabled"));
    }

    [Fact]
    public void A_run_that_left_the_log_is_said()
    {
        tools.Answers = OneAnswer;
        tools.Loaded = _ => Fault.NotFound("run");
        var panel = RenderPanel();
        Choose(panel, "A logged response");

        TestButton(panel).Click();

        Assert.Contains(
            "does not exist",
            panel.Find("[role=alert]").TextContent,
            StringComparison.Ordinal
        );
        Assert.Empty(tools.Ran);
    }

    [Fact]
    public void A_result_of_older_code_says_so()
    {
        Answer(Success("1", ScriptReport.Empty));
        var panel = RenderPanel();
        TestButton(panel).Click();
        Assert.Empty(panel.FindAll(".tag--warning"));

        draft = draft with { PythonCode = "other" };
        panel.Render(parameters => parameters.Add(shown => shown.Definition, draft));

        Assert.Equal("The code has changed since", panel.Find(".tag--warning").TextContent);
    }

    private static CodeTestResult Success(string result, ScriptReport report) =>
        new(Before, new ScriptRun(JsonElement.Parse(result), report), Failure: null);

    private static IElement TestButton(IRenderedComponent<CodeTestPanel> panel) =>
        panel.Buttons("Test code")[0];

    private static void Choose(IRenderedComponent<CodeTestPanel> panel, string title) =>
        panel
            .FindAll(".choice")
            .First(choice => choice.QuerySelector(".choice-title")!.TextContent.Trim() == title)
            .QuerySelector("input")!
            .Change(true);

    private void Answer(CodeTestResult result) =>
        tools.OnTest = _ => Task.FromResult<Outcome<CodeTestResult, Fault>>(result);

    private IRenderedComponent<CodeTestPanel> RenderPanel() =>
        Render<CodeTestPanel>(parameters =>
            parameters
                .Add(panel => panel.Definition, draft)
                .Add(panel => panel.Mode, CodeMode.Python)
                .Add(panel => panel.Tools, tools.Tools)
                .Add(panel => panel.OnGoToLine, line => lines.Add(line))
        );
}
