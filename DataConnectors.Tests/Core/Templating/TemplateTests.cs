using DataConnectors.Core.Templating;

namespace DataConnectors.Tests.Core.Templating;

public sealed class TemplateTests
{
    [Fact]
    public void Placeholders_are_listed_with_their_positions()
    {
        var template = Template.Parse(
            "Dear {{ person.name }}, order {{order_id}} and {{order_id}}"
        );

        Assert.Equal(
            [new("person.name", 5, 17), new("order_id", 30, 12), new("order_id", 47, 12)],
            template.Placeholders
        );
        Assert.Empty(template.Problems);
    }

    [Theory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData("{\"a\":{\"b\":{}}}")]
    [InlineData("} }} {")]
    public void Text_with_single_braces_is_literal(string text)
    {
        var template = Template.Parse(text);

        Assert.Empty(template.Problems);
        Assert.Empty(template.Placeholders);
    }

    [Theory]
    [InlineData("a {{b", 2, 2)]
    [InlineData("{{a {{b}}", 0, 2)]
    [InlineData("x{{}}", 1, 4)]
    [InlineData("x{{a b}}", 1, 7)]
    [InlineData("x{{a.}}", 1, 6)]
    [InlineData("x{{.a}}", 1, 6)]
    [InlineData("x{{1a}}", 1, 6)]
    [InlineData("x{{a\n}}", 1, 6)]
    public void A_syntax_problem_says_where(string text, int start, int length)
    {
        var problem = Assert.Single(Template.Parse(text).Problems);

        Assert.Equal((start, length), (problem.Start, problem.Length));
    }

    [Fact]
    public void After_an_unclosed_placeholder_the_next_one_still_counts() =>
        Assert.Equal("b", Assert.Single(Template.Parse("{{a {{b}}").Placeholders).Name);

    [Fact]
    public void Of_three_braces_the_outer_ones_are_literal() =>
        Assert.Equal(
            new Placeholder("n", 1, 5),
            Assert.Single(Template.Parse("{{{n}}}").Placeholders)
        );
}
