using Bunit;
using DataConnectors.Core.Connectors;
using DataConnectors.Web.Components.Connectors.Builder.Security;

namespace DataConnectors.Tests.Web.Components.Connectors.Builder.Security;

public sealed class SecurityTabTests : BunitContext
{
    private static readonly DataInput Collected = new() { Name = "order_id" };

    [Fact]
    public void A_connector_that_anyone_can_aim_is_warned_about() =>
        Assert.Contains(
            "order_id",
            TextOf(new ConnectorDefinition { DataInputs = [Collected] }),
            StringComparison.Ordinal
        );

    [Fact]
    public void Authentication_without_an_identity_in_the_request_is_warned_about() =>
        Assert.Contains(
            "does not say who is asking",
            TextOf(
                new ConnectorDefinition { DataInputs = [Collected], CustomerAuthentication = true }
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void Authentication_with_an_identity_in_the_request_is_not() =>
        Assert.DoesNotContain(
            "does not say who is asking",
            TextOf(
                new ConnectorDefinition
                {
                    Url = "https://api.example.com/customers/{{person.user_id}}",
                    CustomerAuthentication = true,
                }
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task The_switch_changes_the_draft()
    {
        ConnectorDefinition? changed = null;
        var tab = Render<SecurityTab>(parameters =>
            parameters
                .Add(panel => panel.Definition, new ConnectorDefinition())
                .Add(panel => panel.Edit, edit => changed = edit(new ConnectorDefinition()))
        );

        await tab.Find("input[role=switch]").ChangeAsync(new() { Value = true });

        Assert.True(changed!.CustomerAuthentication);
    }

    private string TextOf(ConnectorDefinition definition) =>
        Render<SecurityTab>(parameters =>
            parameters.Add(panel => panel.Definition, definition)
        ).Markup;

    [Fact]
    public async Task A_public_endpoint_is_said_to_be_one_and_no_longer_warned_about()
    {
        ConnectorDefinition? changed = null;
        var definition = new ConnectorDefinition { DataInputs = [Collected] };
        var tab = Render<SecurityTab>(parameters =>
            parameters
                .Add(panel => panel.Definition, definition)
                .Add(panel => panel.Edit, edit => changed = edit(definition))
        );

        await tab.FindAll("input[role=switch]")[1].ChangeAsync(new() { Value = true });

        Assert.True(changed!.BypassAuthentication);
        Assert.DoesNotContain("Anyone can ask", TextOf(changed), StringComparison.Ordinal);
        Assert.Contains(
            "cannot be public and only for signed-in users",
            TextOf(changed with { CustomerAuthentication = true }),
            StringComparison.Ordinal
        );
    }
}
