using Bunit;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.CustomObjects;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;
using DataConnectors.Web.Components.Connectors.Builder.Data;

namespace DataConnectors.Tests.Web.Components.Connectors.Builder.Data;

public sealed class DataTabTests : ComponentTests
{
    private ObjectSchema objects = new([]);
    private ConnectorDefinition draft = new()
    {
        DataAccess = DataAccess.Restricted,
        ExampleResponse = new ExampleResponse(
            200,
            null,
            """{"id":7,"status":"paid","card":"4111"}"""
        ),
    };
    private Outcome<ExampleResponse, Fault> lastResponse = Fault.NotFound("run");

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
        RenderTab().Find("[aria-label='Expose status']").Change(true);

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

    [Fact]
    public void Fields_can_be_redacted_under_full_access_too()
    {
        draft = draft with { DataAccess = DataAccess.Full };
        var tab = RenderTab();
        Assert.Empty(tab.FindAll("[aria-label='Expose card']"));

        tab.Find("[aria-label='Redact card in logs']").Change(true);

        var field = Assert.Single(draft.ResponseFields);
        Assert.Equal(("card", false, true), (field.Path, field.IsExposed, field.IsRedacted));
    }

    [Fact]
    public void The_transformation_is_chosen_only_while_access_is_restricted()
    {
        Radio(RenderTab(), "JavaScript").Change(true);
        Assert.Equal(ResponseTransformation.JavaScript, draft.ResponseTransformation);

        draft = draft with { DataAccess = DataAccess.Full };
        Assert.DoesNotContain("JavaScript", RenderTab().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_real_response_becomes_the_example()
    {
        lastResponse = new ExampleResponse(200, null, """{"real":true}""");
        draft = draft with { ExampleOrigin = ExampleOrigin.Mock };

        await LastResponse(RenderTab()).ClickAsync(new());

        Assert.Equal("""{"real":true}""", draft.ExampleResponse!.Body);
        Assert.Equal(ExampleOrigin.Test, draft.ExampleOrigin);
    }

    [Fact]
    public async Task Without_a_real_response_the_example_stays_and_it_says_why()
    {
        lastResponse = new Fault(FaultKind.NotFound, "The log has none yet.");
        var before = draft;
        var tab = RenderTab();

        await LastResponse(tab).ClickAsync(new());

        Assert.Same(before, draft);
        Assert.Contains("The log has none yet.", tab.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_example_would_store_stands_under_the_mappings()
    {
        draft = draft with
        {
            ObjectMappings =
            [
                new ObjectMapping
                {
                    ObjectType = "order",
                    IdentityPath = "id",
                    Attributes = [new("status", "status"), new("card", "total")],
                },
            ],
        };
        objects = new([
            new(
                "order",
                "Order",
                IsCustom: true,
                [
                    new("status", AttributeType.Text, IsIdentity: false),
                    new("total", AttributeType.Boolean, IsIdentity: false),
                ],
                []
            ),
        ]);

        var outcome = RenderTab().Find("[aria-labelledby='mapping-outcome-title']");

        Assert.Contains(
            "7",
            outcome.QuerySelector(".change")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("paid", outcome.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "card",
            outcome.QuerySelector(".notice")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Without_an_example_objects_are_mapped_by_typing()
    {
        draft = draft with { ExampleResponse = null };

        RenderTab().Button("Add object mapping").Click();

        Assert.Single(draft.ObjectMappings);
    }

    private static AngleSharp.Dom.IElement LastResponse(IRenderedComponent<DataTab> tab) =>
        tab.FindAll("button").Single(button => button.TextContent == "Use the last real response");

    private static AngleSharp.Dom.IElement Radio(IRenderedComponent<DataTab> tab, string title) =>
        tab.FindAll(".choice")
            .Single(card => card.TextContent.Contains(title, StringComparison.Ordinal))
            .QuerySelector("input")!;

    private IRenderedComponent<DataTab> RenderTab() =>
        Render<DataTab>(parameters =>
            parameters
                .Add(tab => tab.Definition, draft)
                .Add(tab => tab.Edit, edit => draft = edit(draft))
                .Add(tab => tab.Objects, objects)
                .Add(tab => tab.Shape, ExampleShaping.ShapeAsync)
                .Add(tab => tab.LoadLastResponse, () => Task.FromResult(lastResponse))
        );
}
