using DataConnectors.Core.Templating;

namespace DataConnectors.Tests.Core.Templating;

public sealed class UrlTemplateTests
{
    [Theory]
    [InlineData("https://api.example.com", "https://api.example.com")]
    [InlineData("http://localhost:5081/orders//x/", "http://localhost:5081/orders//x/")]
    [InlineData("https://[::1]:8443/a;v=1/b", "https://[::1]:8443/a;v=1/b")]
    [InlineData(
        "https://api.example.com/a%20b?q=x%26y&f[]=1/2?",
        "https://api.example.com/a%20b?q=x%26y&f[]=1/2?"
    )]
    [InlineData(
        "https://api.example.com/größe?q=\"a|b\"",
        "https://api.example.com/gr%C3%B6%C3%9Fe?q=%22a%7Cb%22"
    )]
    [InlineData(
        "https://api.example.com/Orders('7')?$filter=a+eq+1&b",
        "https://api.example.com/Orders('7')?$filter=a+eq+1&b"
    )]
    [InlineData("HTTPS://api.example.com/...", "HTTPS://api.example.com/...")]
    public void A_literal_url_is_sent_as_written(string text, string expected)
    {
        var template = UrlTemplate.Parse(text);

        Assert.Empty(template.Problems);
        Assert.Equal(expected, template.Render(TemplateValues.None).Value);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("api.example.com/orders", 0)]
    [InlineData("ftp://api.example.com/", 0)]
    [InlineData("https:///orders", 0)]
    [InlineData("https://user:pass@api.example.com/", 8)]
    [InlineData("https://api.example.com/a b", 25)]
    [InlineData("https://api.example.com/{id}", 24)]
    [InlineData("https://api.example.com/100%", 27)]
    [InlineData("https://api.example.com/a#b", 25)]
    [InlineData("https://api.example.com/a\n", 25)]
    [InlineData(@"https://api.example.com\a", 23)]
    [InlineData("https://api example.com/", 11)]
    [InlineData("https://api.example.com/a/../b", 26)]
    [InlineData("https://api.example.com/a/%2E%2e", 26)]
    [InlineData("https://api.example.com/./b?c", 24)]
    public void A_malformed_url_is_a_problem_at_its_place(string text, int start)
    {
        var template = UrlTemplate.Parse(text);

        Assert.Equal(start, template.Problems[0].Start);
        Assert.Equal(
            template.Problems[0].Message,
            template.Render(TemplateValues.None).Failure?.Message
        );
    }

    [Fact]
    public void Every_problem_is_reported_at_once_in_order() =>
        Assert.Equal(
            [25, 28, 31],
            UrlTemplate
                .Parse("https://api.example.com/a b/../%")
                .Problems.Select(problem => problem.Start)
        );

    [Fact]
    public void A_template_is_rendered_again_with_other_values()
    {
        var template = UrlTemplate.Parse("https://api.example.com/{{a}}/x-{{b}}?{{a}}={{b}}");

        Assert.Equal(
            "https://api.example.com/1/x-2?1=2",
            template
                .Render(Values.Of(("a", TemplateValue.Integer(1)), ("b", TemplateValue.Text("2"))))
                .Value
        );
        Assert.Equal(
            "https://api.example.com/%2F/x-?%2F=",
            template
                .Render(Values.Of(("a", TemplateValue.Text("/")), ("b", TemplateValue.Text(""))))
                .Value
        );
    }

    [Theory]
    [InlineData("https://api.example.com/?{{v}}")]
    [InlineData("https://api.example.com/?a=1&{{v}}=2")]
    public void An_empty_parameter_name_is_refused(string text) =>
        Assert.Equal("v", UrlTemplate.Parse(text).Render(Values.Of("v", "")).Failure?.Placeholder);

    [Fact]
    public void A_missing_query_value_is_empty() =>
        Assert.Equal(
            "https://api.example.com/?a=&b=1",
            UrlTemplate
                .Parse("https://api.example.com/?a={{v}}&b=1")
                .Render(Values.Of(("v", TemplateValue.Missing)))
                .Value
        );
}
