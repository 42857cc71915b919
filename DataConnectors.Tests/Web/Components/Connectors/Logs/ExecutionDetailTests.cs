using Bunit;
using DataConnectors.Core.Logs;
using DataConnectors.Web.Components.Connectors.Logs;

namespace DataConnectors.Tests.Web.Components.Connectors.Logs;

public sealed class ExecutionDetailTests : ComponentTests
{
    [Fact]
    public void Findings_and_the_names_of_what_was_stored_are_shown()
    {
        var detail = RenderDetail(
            new ExecutionRecord
            {
                IsSuccess = true,
                PersonId = 201,
                FindingsJson =
                    """[["objectMappings[0].attributes[1]","total is not a number."],["objectMappings[0].attributes[1]","total is not a number."]]""",
                ChangesJson =
                    """[["person",1,[],["plan"],[]],["order",3,["o-1","o-2"],["status","total"],["customer"]]]""",
            }
        );

        Assert.Contains(
            "total is not a number.",
            Assert.Single(detail.FindAll(".log-findings li")).TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("1 finding", detail.Markup, StringComparison.Ordinal);
        var stored = detail.Find("[aria-label='What was stored']").TextContent;
        Assert.Contains("Person", stored, StringComparison.Ordinal);
        Assert.Contains("3 × order", stored, StringComparison.Ordinal);
        Assert.Contains("status, total", stored, StringComparison.Ordinal);
        Assert.Contains("o-1, o-2 and 1 more", stored, StringComparison.Ordinal);
        Assert.Contains("customer → the person of the run", stored, StringComparison.Ordinal);
        Assert.Equal("/people/201", detail.Find("dd a").GetAttribute("href"));
    }

    [Fact]
    public void A_run_that_stored_nothing_has_no_section_for_it()
    {
        var detail = RenderDetail(new ExecutionRecord { IsSuccess = true });

        Assert.Empty(detail.FindAll("[aria-label=Stored], [aria-label=Findings]"));
    }

    private IRenderedComponent<ExecutionDetail> RenderDetail(ExecutionRecord record) =>
        Render<ExecutionDetail>(parameters =>
            parameters
                .Add(detail => detail.Model, ExecutionDetailModel.Of(record))
                .Add(detail => detail.EditUrlOf, tab => $"/edit?tab={tab}")
        );
}
