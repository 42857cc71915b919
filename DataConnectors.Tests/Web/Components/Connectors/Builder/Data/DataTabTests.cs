using Bunit;
using DataConnectors.Core.Connectors;
using DataConnectors.Web.Components.Connectors.Builder.Data;
using MudBlazor.Services;

namespace DataConnectors.Tests.Web.Components.Connectors.Builder.Data;

public sealed class DataTabTests : BunitContext
{
    private ConnectorDefinition draft = new()
    {
        DataAccess = DataAccess.Restricted,
        ExampleResponse = new ExampleResponse(
            200,
            null,
            """{"id":7,"status":"paid","card":"4111"}"""
        ),
    };

    public DataTabTests()
    {
        Services.AddMudServices();
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public async Task Two_fields_chosen_before_the_page_renders_again_both_count()
    {
        var tab = RenderTab();

        await tab.Find("[aria-label='Expose id']").ChangeAsync(new() { Value = true });
        await tab.Find("[aria-label='Expose status']").ChangeAsync(new() { Value = true });

        Assert.Equal(["id", "status"], draft.ResponseFields.Select(field => field.Path));
    }

    [Fact]
    public void What_is_not_chosen_does_not_show_after_shaping()
    {
        draft = FieldChoices.Expose(
            draft,
            FieldChoices.Of(draft.ExampleResponse!).Leaves[1],
            isExposed: true
        );

        var after = RenderTab().Find("[aria-label='Answer after shaping']").TextContent;

        Assert.Contains("paid", after, StringComparison.Ordinal);
        Assert.DoesNotContain("4111", after, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_example_it_says_where_to_get_one()
    {
        draft = draft with { ExampleResponse = null };

        Assert.Contains("No example response yet", RenderTab().Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<DataTab> RenderTab() =>
        Render<DataTab>(parameters =>
            parameters
                .Add(tab => tab.Definition, draft)
                .Add(tab => tab.Edit, edit => draft = edit(draft))
        );
}
