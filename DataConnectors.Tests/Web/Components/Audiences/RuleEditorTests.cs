using Bunit;
using DataConnectors.Core.Audiences;
using DataConnectors.Core.People;
using DataConnectors.Tests.Support;
using DataConnectors.Web.Components.Audiences;
using DataConnectors.Web.Components.Shared;

namespace DataConnectors.Tests.Web.Components.Audiences;

public sealed class RuleEditorTests : ComponentTests
{
    private static readonly IReadOnlyList<KnownAttribute> Attributes =
    [
        .. AttributeCatalog.BuiltIn,
        new("person.orders", AttributeType.Number, IsBuiltIn: false),
        new("person.vip", AttributeType.Boolean, IsBuiltIn: false),
        new("person.since", AttributeType.Date, IsBuiltIn: false),
    ];

    private AudienceRule rule = new() { Conditions = [new()] };

    [Fact]
    public async Task Comparisons_and_values_follow_the_type_of_the_attribute()
    {
        var editor = RenderEditor();
        Assert.Single(editor.FindAll("select"));

        await Attribute(editor).ChangeAsync("person.vip");
        Assert.Equal(["is true", "is false", "is known", "is unknown"], Comparisons(editor));
        Assert.Empty(editor.FindAll("input:not([type=radio])"));

        await Attribute(editor).ChangeAsync("person.since");
        Assert.Equal(AudienceComparison.WithinLastDays, rule.Conditions[0].Comparison);
        Assert.Equal("numeric", Value(editor).GetAttribute("inputmode"));
        await Comparison(editor).ChangeAsync("Before");
        Assert.Equal("date", Value(editor).GetAttribute("type"));

        await Attribute(editor).ChangeAsync("person.role");
        Assert.Equal(["is", "is not", "is one of", "is none of"], Comparisons(editor));
        await Comparison(editor).ChangeAsync("InList");
        await editor.FindAll("input[type=checkbox]")[2].ChangeAsync(true);
        await editor.FindAll("input[type=checkbox]")[1].ChangeAsync(true);
        Assert.Equal(["lead", "user"], rule.Conditions[0].Values);

        await Attribute(editor).ChangeAsync("person.tags");
        Assert.Contains("has one of", Comparisons(editor));
        await Comparison(editor).ChangeAsync("Contains");
        Assert.Equal(
            ["beta", "vip"],
            editor.FindAll("datalist option").Select(option => option.GetAttribute("value"))
        );
    }

    [Fact]
    public async Task What_fits_is_kept_when_the_comparison_changes()
    {
        rule = SomeRule.Of("person.orders", AudienceComparison.GreaterThan, "7");
        var editor = RenderEditor();

        await Comparison(editor).ChangeAsync("AtMost");
        Assert.Equal(["7"], rule.Conditions[0].Values);
        await Comparison(editor).ChangeAsync("InList");
        Assert.Equal(["7"], rule.Conditions[0].Values);
        await editor.Find("textarea").InputAsync("7\n 8 \n\n9");
        Assert.Equal(["7", "8", "9"], rule.Conditions[0].Values);
        await Comparison(editor).ChangeAsync("Is");
        Assert.Equal(["7"], rule.Conditions[0].Values);
        await Comparison(editor).ChangeAsync("IsKnown");
        Assert.Empty(rule.Conditions[0].Values);
    }

    [Fact]
    public async Task Conditions_and_groups_are_added_joined_and_removed()
    {
        rule = SomeRule.Of("person.vip", AudienceComparison.IsTrue);
        var editor = RenderEditor();

        await Button(editor, "Condition").ClickAsync(new());
        await Button(editor, "Group").ClickAsync(new());
        Assert.Equal((2, 1), (rule.Conditions.Count, rule.Groups.Count));
        Assert.Equal(AudienceJoin.Any, rule.Groups[0].Join);
        await editor.FindAll("input[name='rule.join']")[1].ChangeAsync(new() { Value = "on" });
        Assert.Equal(AudienceJoin.Any, rule.Join);
        Assert.Equal(
            "All of these (AND)Any of these (OR)",
            editor
                .Find("[role=radiogroup][aria-label='How group 1 are joined']")
                .TextContent.Trim()
                .Replace("\n", "", StringComparison.Ordinal)
                .Replace("  ", "", StringComparison.Ordinal)
        );

        // Three deep is as deep as it goes.
        await editor
            .FindAll(".rule--nested button")
            .Single(button => button.TextContent.Trim() == "Group")
            .ClickAsync(new());
        Assert.Equal(
            2,
            editor.FindAll("button").Count(button => button.TextContent.Trim() == "Group")
        );

        await editor.Find("button[aria-label='Remove condition 1']").ClickAsync(new());
        await editor.Find("button[aria-label='Remove group 1']").ClickAsync(new());
        Assert.Equal((1, 0), (rule.Conditions.Count, rule.Groups.Count));
        Assert.Equal("", rule.Conditions[0].Attribute);
    }

    [Fact]
    public void Negatives_joined_by_OR_are_warned_of_where_they_stand()
    {
        rule = SomeRule.Any(
            SomeRule.Condition("person.orders", AudienceComparison.IsNot, "1"),
            SomeRule.Condition("person.orders", AudienceComparison.IsNot, "2")
        );

        var editor = RenderEditor();

        Assert.Contains(
            "Everyone matches",
            editor.Find(".notice--warning").TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Every_control_has_a_name()
    {
        rule = SomeRule.All(
            SomeRule.Condition("person.orders", AudienceComparison.InList, "1"),
            SomeRule.Condition("person.since", AudienceComparison.Before, "2026-03-02"),
            SomeRule.Condition("person.gone", AudienceComparison.Is, "x")
        );

        var editor = RenderEditor();

        Assert.All(
            editor.FindAll("select, textarea, input:not([type=radio])"),
            control => Assert.NotNull(editor.Find($"label[for='{control.Id}']"))
        );
        Assert.Contains("person.gone (does not exist)", editor.Markup, StringComparison.Ordinal);
    }

    private static AngleSharp.Dom.IElement Attribute(IRenderedComponent<RuleEditor> editor) =>
        editor.FindAll("select")[0];

    private static AngleSharp.Dom.IElement Comparison(IRenderedComponent<RuleEditor> editor) =>
        editor.FindAll("select")[1];

    private static AngleSharp.Dom.IElement Value(IRenderedComponent<RuleEditor> editor) =>
        editor.Find(".condition-value input");

    private static IEnumerable<string> Comparisons(IRenderedComponent<RuleEditor> editor) =>
        Comparison(editor).QuerySelectorAll("option").Select(option => option.TextContent);

    private static AngleSharp.Dom.IElement Button(
        IRenderedComponent<RuleEditor> editor,
        string text
    ) => editor.FindAll("button").Last(button => button.TextContent.Trim() == text);

    private IRenderedComponent<RuleEditor> RenderEditor()
    {
        IRenderedComponent<RuleEditor>? editor = null;
        editor = Render<RuleEditor>(parameters =>
            parameters
                .Add(shown => shown.Rule, rule)
                .Add(
                    shown => shown.RuleChanged,
                    changed =>
                    {
                        rule = changed;
                        editor!.Render(again => again.Add(shown => shown.Rule, rule));
                    }
                )
                .Add(shown => shown.Path, "rule")
                .Add(shown => shown.Attributes, Attributes)
                .Add(shown => shown.Tags, ["beta", "vip"])
                .AddCascadingValue(
                    new FieldProblems(
                        AudienceRules.Check(rule, Attributes, "rule"),
                        ShowsAll: false
                    )
                )
        );
        return editor;
    }
}
