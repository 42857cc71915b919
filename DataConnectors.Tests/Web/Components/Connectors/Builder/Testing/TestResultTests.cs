using Bunit;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Kernel;
using DataConnectors.Tests.Core.Logs;
using DataConnectors.Tests.Support;
using ResultPanel = DataConnectors.Web.Components.Connectors.Builder.Testing.TestResult;

namespace DataConnectors.Tests.Web.Components.Connectors.Builder.Testing;

public sealed class TestResultTests : ComponentTests
{
    [Fact]
    public void Changes_are_shown_as_what_a_live_run_would_write()
    {
        var result = RenderResult(
            Finished.Execution() with
            {
                Changes =
                [
                    Some.Change("person.plan", "\"pro\""),
                    new ObjectChange(
                        "order",
                        "1001",
                        [new("gift", Some.Json("true"))],
                        ["customer"]
                    ),
                ],
            }
        );

        Assert.Contains("Nothing is written in a test", result.Markup, StringComparison.Ordinal);
        var changes = result.FindAll(".change");
        Assert.Contains("Grace Hopper", changes[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("pro", changes[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("1001", changes[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("True", changes[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("customer", changes[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_finding_is_shown_once_and_leads_to_its_field()
    {
        var finding = new Problem("objectMappings[0].attributes[1]", "total is not a number.");
        string? shown = null;
        var result = RenderResult(
            Finished.Execution() with
            {
                Findings = [finding, finding],
            },
            path => shown = path
        );

        result
            .Find("[aria-label=Findings]")
            .QuerySelector("button")!
            .TriggerEvent("onclick", new Microsoft.AspNetCore.Components.Web.MouseEventArgs());

        Assert.Single(result.FindAll(".test-finding"));
        Assert.Equal("objectMappings[0].attributes[1]", shown);
    }

    [Fact]
    public void Without_changes_there_is_no_section_for_them() =>
        Assert.DoesNotContain(
            "Nothing is written in a test",
            RenderResult(Finished.Execution()).Markup,
            StringComparison.Ordinal
        );

    private IRenderedComponent<ResultPanel> RenderResult(
        ExecutionResult result,
        Action<string>? show = null
    ) =>
        Render<ResultPanel>(parameters =>
            parameters
                .Add(shown => shown.Mode, TestMode.Example)
                .Add(shown => shown.Result, result)
                .Add(shown => shown.PersonName, "Grace Hopper")
                .Add(shown => shown.OnShowField, path => show?.Invoke(path))
        );
}
