using System.Text.Json;
using AngleSharp.Dom;
using Bunit;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Kernel;
using DataConnectors.Web.Components.Connectors.Builder.Data.Shape;

namespace DataConnectors.Tests.Web.Components.Connectors.Builder.Data.Shape;

public sealed class BeforeAfterTests : ComponentTests
{
    private const string Body = """{"id":7,"status":"paid","card":"4111 1111 1111 1111"}""";

    private readonly ConnectorDefinition definition = new()
    {
        DataAccess = DataAccess.Restricted,
        ExampleResponse = new ExampleResponse(200, null, Body),
    };

    private Outcome<ShapedResponse, StageFailure> outcome = Shaped("""{"status":"paid"}""");
    private string? shownPath;

    [Fact]
    public void It_shows_both_sides_and_what_is_saved()
    {
        var panel = RenderPanel();

        Assert.Contains("4111", Tree(panel, "Answer before shaping"), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "4111",
            Tree(panel, "Answer after shaping"),
            StringComparison.Ordinal
        );
        Assert.Contains("% saved", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_says_why_and_keeps_the_last_good_result_greyed()
    {
        var panel = RenderPanel();
        outcome = new StageFailure(
            ErrorType.ResponseMapping,
            "Line 2: no such name.",
            "pythonCode"
        );

        panel.Render(parameters =>
            parameters.Add(
                each => each.Definition,
                definition with
                {
                    DataInputs = new List<DataInput>(),
                }
            )
        );

        panel.WaitForAssertion(() =>
            Assert.Contains(
                "Line 2: no such name.",
                panel.Find("[role=alert]").TextContent,
                StringComparison.Ordinal
            )
        );
        Assert.Contains("paid", panel.Find(".shape-stale").TextContent, StringComparison.Ordinal);
        await panel.Find("[role=alert] button").ClickAsync();
        Assert.Equal("pythonCode", shownPath);
    }

    [Fact]
    public async Task Findings_lead_to_their_field()
    {
        outcome = new ShapedResponse(outcome.Value.Root, outcome.Value.Original)
        {
            Findings =
            [
                new Problem(
                    "responseFields[3].transformations[0]",
                    "Not a date.",
                    ProblemSeverity.Warning
                ),
            ],
        };
        var panel = RenderPanel();

        Assert.Contains("Not a date.", panel.Markup, StringComparison.Ordinal);
        await panel.Find(".shape-findings button").ClickAsync();

        Assert.Equal("responseFields[3].transformations[0]", shownPath);
    }

    private static Outcome<ShapedResponse, StageFailure> Shaped(string after) =>
        new ShapedResponse(JsonElement.Parse(after), JsonElement.Parse(Body));

    private static string Tree(IRenderedComponent<BeforeAfter> panel, string label) =>
        panel.Find($"[aria-label='{label}']").TextContent;

    private IRenderedComponent<BeforeAfter> RenderPanel() =>
        Render<BeforeAfter>(parameters =>
            parameters
                .Add(panel => panel.Definition, definition)
                .Add(panel => panel.Before, JsonElement.Parse(Body))
                .Add(panel => panel.Shape, (_, _, _) => Task.FromResult(outcome))
                .Add(panel => panel.OnShowField, path => shownPath = path)
        );
}
