using Bunit;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.CustomObjects;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;
using DataConnectors.Core.Transformation;
using DataConnectors.Tests.Support;
using DataConnectors.Web.Components.Connectors.Builder.Data.Mapping;
using DataConnectors.Web.Components.Shared;

namespace DataConnectors.Tests.Web.Components.Connectors.Builder.Data.Mapping;

public sealed class ObjectMappingsTests : ComponentTests
{
    private const string Example =
        """{"customer":{"plan":"pro","email":"a@example.com"},"orders":[{"id":7,"status":"paid","Total_Amount":19.9,"notes":["x"]}]}""";

    private static readonly ObjectType Person = new(
        "person",
        "Person",
        IsCustom: false,
        [
            new("email", AttributeType.Text, IsIdentity: true),
            new("plan", AttributeType.Text, IsIdentity: false),
            new("visits", AttributeType.Number, IsIdentity: false),
        ],
        []
    );

    private static readonly ObjectType Order = new(
        "order",
        "Order",
        IsCustom: true,
        [
            new("status", AttributeType.Text, IsIdentity: false),
            new("totalAmount", AttributeType.Decimal, IsIdentity: false),
        ],
        [new("customer", IsMany: false)]
    );

    private ObjectSchema schema = new([Person, Order]);
    private ConnectorDefinition draft = new();
    private IReadOnlyList<Problem> problems = [];
    private Func<ConnectorDefinition, MappedObjects?>? preview;
    private string? example = Example;

    [Fact]
    public void A_list_of_orders_becomes_custom_objects_in_a_few_steps()
    {
        var panel = RenderPanel();

        panel.Buttons("Add object mapping")[0].Click();
        panel.Labelled("API object").Change("orders[]");
        panel.Buttons("Map matching names")[0].Click();
        panel.Find("input[type=checkbox]").Change(true);

        var mapping = Assert.Single(draft.ObjectMappings);
        Assert.Equal(
            ("orders[]", "order", "id"),
            (mapping.ResponseObjectPath, mapping.ObjectType, mapping.IdentityPath)
        );
        Assert.Equal(
            [new("status", "status"), new("Total_Amount", "totalAmount")],
            mapping.Attributes
        );
        Assert.Equal([new ReferenceMapping("customer", "person")], mapping.References);
        Assert.Contains("2 fields mapped.", panel.Markup, StringComparison.Ordinal);

        panel.Find("input[type=checkbox]").Change(false);
        Assert.Empty(draft.ObjectMappings[0].References);
    }

    [Fact]
    public void Only_attributes_that_may_be_written_are_offered_each_once_with_its_type()
    {
        draft = Drafted(
            new ObjectMapping
            {
                ResponseObjectPath = "customer",
                Attributes = [new("plan", "plan"), new("", "")],
            }
        );

        var options = RenderPanel().AllLabelled("Attribute")[1].QuerySelectorAll("option");

        Assert.Equal(
            ["Choose an attribute", "plan (written already)", "visits · Number"],
            options.Select(option => option.TextContent)
        );
        Assert.True(options[1].HasAttribute("disabled"));
    }

    [Fact]
    public void Objects_of_a_list_are_not_offered_for_a_person()
    {
        draft = Drafted(
            new ObjectMapping { ResponseObjectPath = "orders[]", ObjectType = "order" }
        );

        var person = RenderPanel().Labelled("Store as").QuerySelector("option[value=person]")!;

        Assert.True(person.HasAttribute("disabled"));
        Assert.Contains("takes one object", person.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_target_lets_go_of_what_it_does_not_have()
    {
        draft = Drafted(
            new ObjectMapping
            {
                ResponseObjectPath = "customer",
                ObjectType = "order",
                IdentityPath = "email",
                Attributes = [new("plan", "status")],
                References = [new("customer", "person")],
            }
        );

        RenderPanel().Labelled("Store as").Change("person");

        var mapping = draft.ObjectMappings[0];
        Assert.Null(mapping.IdentityPath);
        Assert.Empty(mapping.References);
        Assert.Equal([new AttributeMapping("plan", "")], mapping.Attributes);
    }

    [Fact]
    public void Problems_stand_at_their_fields()
    {
        draft = Drafted(
            new ObjectMapping
            {
                ResponseObjectPath = "orders[]",
                ObjectType = "order",
                IdentityPath = "id",
                Attributes = [new("status", "totalAmount")],
                References = [new("customer", "person")],
            }
        );
        var paths = new[]
        {
            "responseObjectPath",
            "objectType",
            "identityPath",
            "attributes[0].responsePath",
            "attributes[0].attribute",
        };
        problems =
        [
            .. paths.Select(path => new Problem($"objectMappings[0].{path}", $"Wrong {path}.")),
            new("objectMappings[0].references[0]", "Wrong reference."),
        ];

        var panel = RenderPanel();

        foreach (var path in paths)
        {
            var control = panel.Find($"[id='field-objectMappings[0].{path}']");
            var described = panel.Find(
                $"[id='{control.GetAttribute("aria-describedby")!.Split(' ')[^1]}']"
            );
            Assert.Contains($"Wrong {path}.", described.TextContent, StringComparison.Ordinal);
            Assert.Equal("true", control.GetAttribute("aria-invalid"));
        }

        Assert.Contains("Wrong reference.", panel.Markup, StringComparison.Ordinal);
        Assert.NotNull(panel.Find("[id='field-objectMappings[0].references[0]']"));
    }

    [Fact]
    public void Mappings_are_duplicated_and_removed_and_rows_too()
    {
        draft = Drafted(
            new ObjectMapping
            {
                ResponseObjectPath = "customer",
                Attributes = [new("plan", "plan")],
            }
        );
        var panel = RenderPanel();

        panel.Find("[aria-label='Duplicate mapping 1']").Click();
        Assert.Equal(2, draft.ObjectMappings.Count);
        panel.FindAll("[aria-label='Remove attribute plan']")[1].Click();
        Assert.Equal([1, 0], draft.ObjectMappings.Select(mapping => mapping.Attributes.Count));
        panel.Find("[aria-label='Remove mapping 1']").Click();
        Assert.Empty(Assert.Single(draft.ObjectMappings).Attributes);
    }

    [Fact]
    public void What_is_chosen_and_not_there_any_more_can_be_seen()
    {
        draft = Drafted(
            new ObjectMapping
            {
                ResponseObjectPath = "customer",
                ObjectType = "order",
                IdentityPath = "number",
                Attributes = [new("gone", "erased")],
                References = [new("owner", "person")],
            }
        );

        var panel = RenderPanel();

        Assert.Contains("number (not in the example)", panel.Markup, StringComparison.Ordinal);
        Assert.Contains("gone (not in the example)", panel.Markup, StringComparison.Ordinal);
        Assert.Contains("erased (does not exist)", panel.Markup, StringComparison.Ordinal);
        Assert.Contains("Order has no reference owner.", panel.Markup, StringComparison.Ordinal);
        panel.Buttons("Remove")[0].Click();
        Assert.Empty(draft.ObjectMappings[0].References);
    }

    [Fact]
    public void Without_an_example_paths_are_typed()
    {
        example = null;
        var panel = RenderPanel();
        panel.Buttons("Add object mapping")[0].Click();

        panel.Labelled("API object").Input("orders[]");
        panel.Labelled("Store as").Change("order");
        panel.Labelled("Identity field").Input("id");
        panel.Labelled("Response field").Input("status");
        panel.Labelled("Attribute").Change("status");

        var mapping = draft.ObjectMappings[0];
        Assert.Equal(
            ("orders[]", "order", "id"),
            (mapping.ResponseObjectPath, mapping.ObjectType, mapping.IdentityPath)
        );
        Assert.Equal([new AttributeMapping("status", "status")], mapping.Attributes);
        Assert.DoesNotContain("Map matching names", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_custom_objects_a_list_leads_to_where_they_are_defined()
    {
        schema = new([Person]);
        draft = Drafted(new ObjectMapping { ResponseObjectPath = "orders[]", ObjectType = "" });

        var link = RenderPanel().Find("a");

        Assert.Equal("/settings/data/custom-objects", link.GetAttribute("href"));
    }

    [Fact]
    public void What_a_live_run_would_store_of_the_example_is_shown()
    {
        draft = Drafted(
            new ObjectMapping { ResponseObjectPath = "orders[]", ObjectType = "order" }
        );
        preview = _ => new MappedObjects(
            [
                .. Enumerable
                    .Range(1, 7)
                    .Select(id => new ObjectChange(
                        "order",
                        $"o-{id}",
                        [new("status", Some.Json("\"paid\""))],
                        ["customer"]
                    )),
            ],
            [new Problem("objectMappings[0].attributes[1]", "total is text.")]
        );

        var outcome = RenderPanel().Find("[aria-labelledby='mapping-outcome-title']").TextContent;

        Assert.Contains("o-5", outcome, StringComparison.Ordinal);
        Assert.DoesNotContain("o-6", outcome, StringComparison.Ordinal);
        Assert.Contains("Show more (2 left)", outcome, StringComparison.Ordinal);
        Assert.Contains("paid", outcome, StringComparison.Ordinal);
        Assert.Contains("total is text.", outcome, StringComparison.Ordinal);
    }

    private static ConnectorDefinition Drafted(params ObjectMapping[] mappings) =>
        new() { ObjectMappings = mappings };

    private IRenderedComponent<ObjectMappings> RenderPanel()
    {
        IRenderedComponent<ObjectMappings>? panel = null;
        panel = Render<ObjectMappings>(parameters =>
            parameters
                .Add(mappings => mappings.Definition, draft)
                .Add(
                    mappings => mappings.Edit,
                    edit =>
                    {
                        draft = edit(draft);
                        panel!.Render(again => again.Add(mappings => mappings.Definition, draft));
                    }
                )
                .Add(mappings => mappings.Schema, schema)
                .Add(
                    mappings => mappings.Fields,
                    example is null ? null : FieldTree.Infer(Some.Json(example))
                )
                .Add(mappings => mappings.Preview, preview)
                .AddCascadingValue(new FieldProblems(problems, ShowsAll: true))
        );
        return panel;
    }
}
