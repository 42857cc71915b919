using Bunit;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.People;
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

    [Fact]
    public async Task The_audience_is_everyone_until_a_role_is_ticked()
    {
        var definition = new ConnectorDefinition();
        IRenderedComponent<FinTab>? tab = null;
        tab = Render<FinTab>(parameters =>
            parameters
                .Add(panel => panel.Definition, definition)
                .Add(
                    panel => panel.Edit,
                    edit =>
                    {
                        definition = edit(definition);
                        tab!.Render(again => again.Add(panel => panel.Definition, definition));
                    }
                )
        );
        Assert.Equal(["Everyone"], Audience());

        await Box("Visitors").ChangeAsync(new() { Value = true });
        await Box("Users").ChangeAsync(new() { Value = true });
        Assert.Equal([PersonRole.User, PersonRole.Visitor], definition.Audiences);
        Assert.Equal(["Users", "Visitors"], Audience());

        await Box("Users").ChangeAsync(new() { Value = false });
        await Box("Visitors").ChangeAsync(new() { Value = false });
        Assert.Empty(definition.Audiences);
        Assert.Equal(["Everyone"], Audience());

        AngleSharp.Dom.IElement Box(string label) =>
            tab!.Find(
                "#"
                    + tab.FindAll("label")
                        .Single(each => each.TextContent == label)
                        .GetAttribute("for")!
                        .Replace(".", "\\.", StringComparison.Ordinal)
            );

        IEnumerable<string> Audience() =>
            tab!.FindAll("#field-audiences .tag").Select(tag => tag.TextContent);
    }
}
