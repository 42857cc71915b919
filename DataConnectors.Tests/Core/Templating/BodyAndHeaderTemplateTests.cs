using DataConnectors.Core.Templating;

namespace DataConnectors.Tests.Core.Templating;

public sealed class BodyAndHeaderTemplateTests
{
    [Theory]
    [InlineData(TemplateValueKind.Text, "007", "\"007\"", "007")]
    [InlineData(TemplateValueKind.Integer, "007", "7", "007")]
    [InlineData(TemplateValueKind.Integer, "-0", "-0", "-0")]
    [InlineData(TemplateValueKind.Integer, "000", "0", "000")]
    [InlineData(
        TemplateValueKind.Integer,
        "123456789012345678901234567890",
        "123456789012345678901234567890",
        "123456789012345678901234567890"
    )]
    [InlineData(TemplateValueKind.Decimal, "-00.50", "-0.50", "-00.50")]
    [InlineData(TemplateValueKind.Decimal, "19.90", "19.90", "19.90")]
    [InlineData(TemplateValueKind.Boolean, "true", "true", "true")]
    [InlineData(TemplateValueKind.Missing, "", "null", "")]
    public void A_json_value_has_the_form_of_its_type_and_its_place(
        TemplateValueKind kind,
        string text,
        string alone,
        string inString
    )
    {
        var body = BodyTemplate.Parse(
            """{"alone": {{v}}, "list": [{{v}},"<{{ v }}>"]}""",
            BodyFormat.Json
        );

        Assert.Empty(body.Problems);
        Assert.Equal(
            $$"""{"alone": {{alone}}, "list": [{{alone}},"<{{inString}}>"]}""",
            body.Render(Values.Of(("v", Values.Parsed(kind, text)))).Value
        );
    }

    [Theory]
    [InlineData("""{"a":1,}""", 7)]
    [InlineData("""{"a":{{v}}""", 10)]
    [InlineData("""{"{{v}}":1}""", 2)]
    [InlineData("""{"ä{{v}}":1}""", 3)]
    [InlineData("{ {{v}}: 1}", 2)]
    [InlineData("""{"a":1{{v}}}""", 6)]
    [InlineData("""{"a":-{{v}}}""", 6)]
    [InlineData("""{"a":{{v}}{{v}}}""", 10)]
    [InlineData("""{"a":{{v}}"x"}""", 10)]
    [InlineData("""{"a":"\{{v}}"}""", 7)]
    [InlineData("""{"a":"\u00{{v}}"}""", 10)]
    [InlineData("""{"a":"\ud83d{{v}}"}""", 5)]
    [InlineData("{{v}} {{v}}", 6)]
    [InlineData("// a\n{{v}}", 0)]
    public void A_json_body_that_would_not_be_json_is_a_problem_at_its_place(string text, int start)
    {
        var body = BodyTemplate.Parse(text, BodyFormat.Json);

        Assert.Equal(start, Assert.Single(body.Problems).Start);
        Assert.False(body.Render(Values.Of("v", "x")).IsSuccess);
    }

    [Fact]
    public void A_json_problem_names_line_and_column() =>
        Assert.Contains(
            "line 2, column 16",
            BodyTemplate.Parse("{\n  \"ä\": \"{{v}}\" x\n}", BodyFormat.Json).Problems[0].Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public void A_blank_json_body_is_no_problem(string text) =>
        Assert.Empty(BodyTemplate.Parse(text, BodyFormat.Json).Problems);

    [Theory]
    [InlineData("a={{v}}&b=1", "x y&c=ä", "a=x%20y%26c%3D%C3%A4&b=1")]
    [InlineData("{{v}}=1", "a=b", "a%3Db=1")]
    [InlineData("a={{v}}", "", "a=")]
    [InlineData("a=ü+1&b=c=d", "", "a=%C3%BC+1&b=c=d")]
    public void A_form_value_stays_one_value(string text, string value, string expected) =>
        Assert.Equal(
            expected,
            BodyTemplate.Parse(text, BodyFormat.Form).Render(Values.Of("v", value)).Value
        );

    [Theory]
    [InlineData("a={{v}}\nb=1")]
    [InlineData("a=b c")]
    [InlineData("a=50%")]
    public void A_form_that_cannot_be_sent_as_written_is_a_problem(string text) =>
        Assert.NotEmpty(BodyTemplate.Parse(text, BodyFormat.Form).Problems);

    [Fact]
    public void A_text_body_holds_values_as_they_are()
    {
        var body = BodyTemplate.Parse("<a>{{v}}</a>\r\n", BodyFormat.Text);

        Assert.Equal("<a>1 < 2\n\t&</a>\r\n", body.Render(Values.Of("v", "1 < 2\n\t&")).Value);
        Assert.Equal("v", body.Render(Values.Of("v", "\u001b[2J")).Failure?.Placeholder);
        Assert.Equal("<a></a>\r\n", body.Render(Values.Of(("v", TemplateValue.Missing))).Value);
    }

    [Fact]
    public void A_name_that_names_nothing_fails_in_every_place()
    {
        Assert.Equal(
            "x",
            HeaderTemplate.Parse("{{x}}").Render(TemplateValues.None).Failure?.Placeholder
        );
        foreach (var format in Enum.GetValues<BodyFormat>())
        {
            Assert.Equal(
                "x",
                BodyTemplate
                    .Parse(format == BodyFormat.Form ? "a={{x}}" : "{{x}}", format)
                    .Render(TemplateValues.None)
                    .Failure?.Placeholder
            );
        }
    }

    [Fact]
    public void A_header_joins_literals_and_values_and_drops_outer_spaces()
    {
        var header = HeaderTemplate.Parse(" Basic {{a}}\t{{b}} ");

        Assert.Equal(
            "Basic x\ty",
            header
                .Render(Values.Of(("a", TemplateValue.Text("x")), ("b", TemplateValue.Text("y "))))
                .Value
        );
        Assert.Equal(
            "Basic",
            header
                .Render(Values.Of(("a", TemplateValue.Missing), ("b", TemplateValue.Missing)))
                .Value
        );
    }

    [Fact]
    public void A_header_literal_beyond_ascii_is_a_problem_but_a_name_is_not()
    {
        Assert.Equal(2, Assert.Single(HeaderTemplate.Parse("a é").Problems).Start);
        Assert.Equal(1, Assert.Single(HeaderTemplate.Parse("a\nb").Problems).Start);
        Assert.Empty(HeaderTemplate.Parse("{{größe}}").Problems);
    }
}
