using Bunit;
using DataConnectors.Core.Agent;
using DataConnectors.Web.Components.Inbox.Trace;

namespace DataConnectors.Tests.Web.Components.Inbox;

public sealed class DecisionTraceTests : ComponentTests
{
    [Fact]
    public void It_shows_all_that_led_to_the_answer()
    {
        var trace = SomeTrace.Of(
            SomeTrace.Candidate(11, "Get order status"),
            SomeTrace.Candidate(12, "Refund a payment", "Audience: not for visitors")
        ) with
        {
            Notes = ["The article was less relevant."],
            Content = new TraceContent(3, "Delivery times", 0.41, IsUsedInReply: false),
            AnsweredBy = "gpt-test",
        };

        var shown = Render<DecisionTrace>(parameters =>
            parameters.Add(view => view.Trace, trace).Add(view => view.HasLinks, true)
        );

        var text = shown.Find("section").TextContent;
        Assert.Contains("Get order status", text, StringComparison.Ordinal);
        Assert.Contains("Audience: not for visitors", text, StringComparison.Ordinal);
        Assert.Contains("order_number", text, StringComparison.Ordinal);
        Assert.Contains("Used in reply", text, StringComparison.Ordinal);
        Assert.Contains("Delivery times", text, StringComparison.Ordinal);
        Assert.Contains("The article was less relevant.", text, StringComparison.Ordinal);
        Assert.Contains("gpt-test", text, StringComparison.Ordinal);
        Assert.Contains("It has shipped.", text, StringComparison.Ordinal);
        Assert.Equal(
            "/settings/integrations/data-connectors/11/logs?execution=501",
            shown.Find(".trace-run a").GetAttribute("href")
        );
    }

    [Fact]
    public void Logs_are_linked_only_for_those_who_may_read_them() =>
        Assert.Empty(
            Render<DecisionTrace>(parameters =>
                    parameters.Add(
                        view => view.Trace,
                        SomeTrace.Of(SomeTrace.Candidate(11, "Get order status"))
                    )
                )
                .FindAll("a")
        );

    [Fact]
    public void Markup_in_an_answer_stays_text()
    {
        var shown = Render<DecisionTrace>(parameters =>
            parameters.Add(
                view => view.Trace,
                SomeTrace.Of() with
                {
                    Answer = "<img src=x onerror=alert(1)>",
                }
            )
        );

        Assert.Empty(shown.FindAll("img"));
        Assert.Contains("<img", shown.Find(".trace-answer").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_many_candidates_the_best_stand_there_and_the_others_on_request()
    {
        var shown = Render<DecisionTrace>(parameters =>
            parameters.Add(
                view => view.Trace,
                SomeTrace.Of([
                    .. Enumerable.Range(1, 40).Select(id => SomeTrace.Candidate(id, $"C{id}")),
                ])
            )
        );
        Assert.Equal(5, shown.FindAll("tbody tr").Count);

        shown.Button("Show all 40 candidates").Click();

        Assert.Equal(40, shown.FindAll("tbody tr").Count);
    }
}
