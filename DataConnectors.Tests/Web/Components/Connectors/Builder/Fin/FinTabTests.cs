using Bunit;
using DataConnectors.Core.Connectors;
using DataConnectors.Web.Components.Connectors.Builder.Fin;

namespace DataConnectors.Tests.Web.Components.Connectors.Builder.Fin;

public sealed class FinTabTests : BunitContext
{
    [Theory]
    [InlineData(RequestMethod.Get, "Enabled (direct trigger)")]
    [InlineData(RequestMethod.Delete, "Disabled (manual trigger)")]
    public void What_is_recommended_follows_from_whether_the_call_writes(
        RequestMethod method,
        string recommended
    )
    {
        var tab = Render<FinTab>(parameters =>
            parameters.Add(panel => panel.Definition, new ConnectorDefinition { Method = method })
        );

        var title = tab.FindAll(".choice-title")
            .Single(choice => choice.TextContent.Contains("Recommended", StringComparison.Ordinal));
        Assert.Contains(recommended, title.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choosing_disabled_changes_the_draft()
    {
        ConnectorDefinition? changed = null;
        var tab = Render<FinTab>(parameters =>
            parameters
                .Add(panel => panel.Definition, new ConnectorDefinition { DirectFinUsage = true })
                .Add(
                    panel => panel.Edit,
                    edit => changed = edit(new ConnectorDefinition { DirectFinUsage = true })
                )
        );

        await tab.FindAll("input[type=radio]")[1].ChangeAsync(new() { Value = "on" });

        Assert.False(changed!.DirectFinUsage);
    }
}
