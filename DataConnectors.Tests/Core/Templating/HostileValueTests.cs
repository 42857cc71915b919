using DataConnectors.Core.Egress;
using DataConnectors.Core.Templating;

namespace DataConnectors.Tests.Core.Templating;

/// <summary>Attacks through templates and values that must end before anything is sent, and honest values that must pass.</summary>
public sealed class HostileValueTests
{
    [Theory]
    [InlineData("tmpl-01", "https://{{host}}/")]
    [InlineData("tmpl-03", "{{url}}")]
    [InlineData("tmpl-05", "https://{{sub}}.example.com/")]
    [InlineData("tmpl-10", "https://api.example.com{{path}}")]
    [InlineData("tmpl-13", "https://{{user}}:{{pass}}@api.example.com/")]
    [InlineData("port", "https://api.example.com:{{port}}/")]
    [InlineData("scheme", "{{scheme}}://api.example.com/")]
    [InlineData("part of the scheme", "http{{s}}://api.example.com/")]
    [InlineData("after the scheme", "https:{{rest}}")]
    [InlineData("one slash", "https:/{{rest}}/")]
    [InlineData("second label", "https://api.{{domain}}/v1")]
    [InlineData("query without a path", "https://api.example.com?q={{q}}")]
    [InlineData("fragment without a path", "https://api.example.com#{{q}}")]
    [InlineData("backslash", @"https://api.example.com\{{q}}")]
    [InlineData("fragment", "https://api.example.com/a#{{q}}")]
    [InlineData("expression", "https://api.example.com/{{7*7}}")]
    [InlineData("block", "https://api.example.com/{{#if a}}")]
    [InlineData("filter", "https://api.example.com/{{a|upper}}")]
    [InlineData("index", "https://api.example.com/{{a[0]}}")]
    [InlineData("empty", "https://api.example.com/{{ }}")]
    [InlineData("nested", "https://api.example.com/{{a{{b}}}}")]
    [InlineData("escape completed by a value", "https://api.example.com/%2{{a}}")]
    [InlineData("escape begun by a value", "https://api.example.com/%{{a}}")]
    public void A_url_template_that_lets_a_value_choose_too_much_is_a_problem(string id, string url)
    {
        var template = UrlTemplate.Parse(url);

        Assert.True(template.Problems.Count > 0, id);
        Assert.All(
            template.Problems,
            problem => Assert.InRange(problem.Start + problem.Length, problem.Start + 1, url.Length)
        );
        Assert.False(template.Render(Values.Of("q", "x")).IsSuccess);
    }

    [Theory]
    [InlineData("tmpl-15", "https://api.example.com/{{constructor.constructor}}")]
    [InlineData("tmpl-16", "https://api.example.com/{{undefined_name}}")]
    [InlineData("property of a known name", "https://api.example.com/{{id.length}}")]
    [InlineData("prefix of a known name", "https://api.example.com/{{i}}")]
    [InlineData("other case", "https://api.example.com/{{ID}}")]
    public void A_name_that_names_nothing_is_never_silent(string id, string url)
    {
        var failure = UrlTemplate.Parse(url).Render(Values.Of("id", "1")).Failure;

        Assert.NotNull(failure);
        Assert.True(failure.Message.Contains("names nothing", StringComparison.Ordinal), id);
    }

    [Theory]
    [InlineData("value-01", "..")]
    [InlineData("a dot", ".")]
    [InlineData("value-03", "%2e%2e")]
    [InlineData("one encoded dot", "%2E")]
    [InlineData("half encoded", ".%2e")]
    [InlineData("double encoded", "%252e%252e")]
    [InlineData("triple encoded", "%25252e.")]
    [InlineData("overlong UTF-8", "%c0%ae%c0%ae")]
    [InlineData("full-width dots", "．．")]
    [InlineData("two dot leader", "‥")]
    [InlineData("space after", ".. ")]
    [InlineData("encoded NUL after", "..%00")]
    [InlineData("value-05", "\0")]
    [InlineData("value-06", "a\r\nHost: evil")]
    [InlineData("a next-line control", "a\u0085b")]
    [InlineData("a delete", "a\u007f")]
    [InlineData("nothing", "")]
    public void A_path_value_that_servers_may_misread_is_refused(string id, string value)
    {
        var failure = UrlTemplate
            .Parse("https://api.example.com/orders/{{id}}")
            .Render(Values.Of("id", value))
            .Failure;

        Assert.True(failure is not null, id);
        Assert.Equal("id", failure.Placeholder);
        Assert.True(
            value.Length < 3 || !failure.Message.Contains(value, StringComparison.Ordinal),
            "The message shows the value."
        );
    }

    [Fact] // value-08; an input that is required is refused earlier, with its own error.
    public void A_missing_path_value_is_refused() =>
        Assert.False(
            UrlTemplate
                .Parse("https://api.example.com/orders/{{id}}")
                .Render(Values.Of(("id", TemplateValue.Missing)))
                .IsSuccess
        );

    [Theory]
    [InlineData("valok-18", "https://api.example.com/{{a}}{{b}}", ".", ".")]
    [InlineData("literal dot", "https://api.example.com/{{a}}.{{b}}/x", ".", "")]
    [InlineData("literal escape", "https://api.example.com/%2e{{a}}{{b}}", "", ".")]
    [InlineData("escape in two values", "https://api.example.com/.{{a}}{{b}}", "%2", "e")]
    public void Values_that_make_a_dot_segment_together_are_refused(
        string id,
        string url,
        string a,
        string b
    ) =>
        Assert.False(
            UrlTemplate
                .Parse(url)
                .Render(Values.Of(("a", TemplateValue.Text(a)), ("b", TemplateValue.Text(b))))
                .IsSuccess,
            id
        );

    [Theory]
    [InlineData(
        "valok-01",
        "https://api.example.com/orders/{{v}}",
        "../admin",
        "https://api.example.com/orders/..%2Fadmin"
    )]
    [InlineData(
        "valok-03",
        "https://api.example.com/orders/{{v}}",
        "1?admin=true",
        "https://api.example.com/orders/1%3Fadmin%3Dtrue"
    )]
    [InlineData(
        "valok-05",
        "https://api.example.com/orders/{{v}}",
        "a;b=c",
        "https://api.example.com/orders/a%3Bb%3Dc"
    )]
    [InlineData(
        "valok-06",
        "https://api.example.com/orders/{{v}}",
        @"\..\admin",
        "https://api.example.com/orders/%5C..%5Cadmin"
    )]
    [InlineData(
        "valok-08",
        "https://api.example.com/s?q={{v}}",
        "a+b",
        "https://api.example.com/s?q=a%2Bb"
    )]
    [InlineData(
        "valok-10",
        "https://api.example.com/s?q={{v}}",
        "😀",
        "https://api.example.com/s?q=%F0%9F%98%80"
    )]
    [InlineData(
        "valok-11",
        "https://api.example.com/s?email={{v}}",
        "o'brien+x@example.com",
        "https://api.example.com/s?email=o%27brien%2Bx%40example.com"
    )]
    [InlineData(
        "fragment",
        "https://api.example.com/a/{{v}}/b",
        "1#x",
        "https://api.example.com/a/1%23x/b"
    )]
    [InlineData(
        "three dots",
        "https://api.example.com/{{v}}",
        "...",
        "https://api.example.com/..."
    )]
    [InlineData(
        "percent",
        "https://api.example.com/{{v}}",
        "100%",
        "https://api.example.com/100%25"
    )]
    [InlineData(
        "a placeholder as a value",
        "https://api.example.com/{{v}}",
        "{{v}}",
        "https://api.example.com/%7B%7Bv%7D%7D"
    )]
    [InlineData(
        "space",
        "https://api.example.com/s?q={{v}}",
        "a b",
        "https://api.example.com/s?q=a%20b"
    )]
    [InlineData(
        "ampersand",
        "https://api.example.com/s?q={{v}}&r=1",
        "a&r=2",
        "https://api.example.com/s?q=a%26r%3D2&r=1"
    )]
    [InlineData("empty", "https://api.example.com/s?q={{v}}", "", "https://api.example.com/s?q=")]
    [InlineData(
        "dots",
        "https://api.example.com/s?q={{v}}",
        "..",
        "https://api.example.com/s?q=.."
    )]
    [InlineData(
        "suffix",
        "https://api.example.com/{{v}}.json",
        "..",
        "https://api.example.com/...json"
    )]
    [InlineData(
        "line",
        "https://api.example.com/s?q={{v}}",
        "a\nb",
        "https://api.example.com/s?q=a%0Ab"
    )]
    public void An_honest_value_stays_in_its_place(
        string id,
        string url,
        string value,
        string expected
    )
    {
        var rendered = UrlTemplate.Parse(url).Render(Values.Of("v", value));

        Assert.True(rendered.IsSuccess, $"{id}: {rendered.Failure}");
        Assert.Equal(expected, rendered.Value);
        Assert.Equal(expected, new Uri(rendered.Value).AbsoluteUri);
    }

    [Theory]
    [InlineData("value-10", TemplateValueKind.Integer, "12abc")]
    [InlineData("value-11", TemplateValueKind.Integer, "1e9")]
    [InlineData("space", TemplateValueKind.Integer, " 5")]
    [InlineData("plus", TemplateValueKind.Integer, "+5")]
    [InlineData("minus only", TemplateValueKind.Integer, "-")]
    [InlineData("decimal", TemplateValueKind.Integer, "5.0")]
    [InlineData("hex", TemplateValueKind.Integer, "0x10")]
    [InlineData("other digits", TemplateValueKind.Integer, "٣")]
    [InlineData("line", TemplateValueKind.Integer, "5\n")]
    [InlineData("grouping", TemplateValueKind.Integer, "1,000")]
    [InlineData("nothing", TemplateValueKind.Integer, "")]
    [InlineData("value-13", TemplateValueKind.Decimal, "NaN")]
    [InlineData("infinite", TemplateValueKind.Decimal, "Infinity")]
    [InlineData("exponent", TemplateValueKind.Decimal, "1e400")]
    [InlineData("no whole part", TemplateValueKind.Decimal, ".5")]
    [InlineData("no fraction", TemplateValueKind.Decimal, "5.")]
    [InlineData("two points", TemplateValueKind.Decimal, "1.2.3")]
    [InlineData("comma", TemplateValueKind.Decimal, "1,5")]
    [InlineData("minus in the fraction", TemplateValueKind.Decimal, "1.-5")]
    [InlineData("yes", TemplateValueKind.Boolean, "yes")]
    [InlineData("number", TemplateValueKind.Boolean, "1")]
    [InlineData("case", TemplateValueKind.Boolean, "TRUE")]
    public void A_value_of_the_wrong_type_is_refused(
        string id,
        TemplateValueKind kind,
        string text
    ) => Assert.False(TemplateValue.Parse(kind, text).IsSuccess, id);

    [Theory]
    [InlineData("value-15", "a\r\nAuthorization: Bearer stolen")]
    [InlineData("value-16", "a\nX: b")]
    [InlineData("bare CR", "a\rX: b")]
    [InlineData("value-18", "a\u010d\u010ab")]
    [InlineData("NUL", "a\0b")]
    [InlineData("beyond ASCII", "José")]
    [InlineData("line separator", "a\u2028b")]
    public void A_header_value_that_could_begin_another_header_is_refused(
        string id,
        string value
    ) => Assert.False(HeaderTemplate.Parse("{{v}}").Render(Values.Of("v", value)).IsSuccess, id);

    [Theory]
    [InlineData("value-20", "Host")]
    [InlineData("value-21", "Transfer-Encoding")]
    [InlineData("value-23", "Connection")]
    [InlineData("value-25", "Metadata-Flavor")]
    [InlineData("value-26", "X-aws-ec2-metadata-token")]
    [InlineData("value-28", "Bad Name")]
    [InlineData("other case", "hOsT")]
    [InlineData("length", "content-length")]
    [InlineData("azure", "Metadata")]
    [InlineData("lifetime", "X-aws-ec2-metadata-token-ttl-seconds")]
    [InlineData("proxy", "Proxy-Authorization")]
    [InlineData("line", "X\r\nY")]
    [InlineData("colon", ":authority")]
    [InlineData("nothing", "")]
    [InlineData("beyond ASCII", "X-Ünits")]
    public void A_header_name_that_steers_the_connection_is_refused(string id, string name) =>
        Assert.True(HeaderRules.JudgeName(name) is not null, id);

    [Theory]
    [InlineData("X-Api-Key")]
    [InlineData("Accept")]
    [InlineData("Content-Type")]
    [InlineData("X-Host")]
    public void An_honest_header_name_passes(string name) =>
        Assert.Null(HeaderRules.JudgeName(name));

    [Theory]
    [InlineData(
        "valok-13",
        BodyFormat.Json,
        "{\"t\":\"{{m}}\"}",
        "\",\"admin\":true,\"x\":\"",
        "{\"t\":\"\\\",\\\"admin\\\":true,\\\"x\\\":\\\"\"}"
    )]
    [InlineData("valok-15", BodyFormat.Form, "a={{m}}", "1&admin=1", "a=1%26admin%3D1")]
    [InlineData("backslash", BodyFormat.Json, "{\"t\":\"{{m}}\"}", "\\", "{\"t\":\"\\\\\"}")]
    [InlineData("line", BodyFormat.Json, "{\"t\":\"{{m}}\"}", "a\nb", "{\"t\":\"a\\nb\"}")]
    [InlineData(
        "text on its own",
        BodyFormat.Json,
        "{\"t\":{{m}}}",
        "5,\"admin\":true",
        "{\"t\":\"5,\\\"admin\\\":true\"}"
    )]
    public void A_body_value_stays_one_value(
        string id,
        BodyFormat format,
        string body,
        string value,
        string expected
    )
    {
        var rendered = BodyTemplate.Parse(body, format).Render(Values.Of("m", value));

        Assert.True(rendered.IsSuccess, $"{id}: {rendered.Failure}");
        Assert.Equal(expected, rendered.Value);
    }

    [Fact]
    public void An_integer_is_inserted_without_quotes() // valok-16
    {
        var body = BodyTemplate.Parse("{\"n\":{{n}}}", BodyFormat.Json);

        Assert.Equal(
            "{\"n\":5}",
            body.Render(Values.Of(("n", Values.Parsed(TemplateValueKind.Integer, "5")))).Value
        );
    }

    [Fact]
    public void Half_a_character_is_refused_in_every_place()
    {
        Assert.False(TemplateValue.Parse(TemplateValueKind.Text, "a\ud83d").IsSuccess);
        Assert.All(
            Places("{{v}}"),
            render => Assert.Equal("v", render(Values.Of("v", "a\ud83d"))?.Placeholder)
        );
        Assert.Equal(1, Assert.Single(Template.Parse("a\udc00{{v}}").Problems).Start);
    }

    [Fact]
    public void A_value_is_at_most_two_kibibytes_of_utf8_in_every_place()
    {
        var longest = Values.Of("v", string.Concat(Enumerable.Repeat("é", 1024)));
        var tooLong = Values.Of("v", string.Concat(Enumerable.Repeat("é", 1024)) + "x");
        foreach (var render in Places("{{v}}"))
        {
            Assert.DoesNotContain(
                "2 KiB",
                render(longest)?.Message ?? "",
                StringComparison.Ordinal
            );
            Assert.Contains("2 KiB", render(tooLong)!.Message, StringComparison.Ordinal);
        }

        Assert.Contains(
            "2 KiB",
            TemplateValue.Parse(TemplateValueKind.Integer, new string('1', 2049)).Failure,
            StringComparison.Ordinal
        );
        Assert.True(
            TemplateValue.Parse(TemplateValueKind.Integer, new string('1', 2048)).IsSuccess
        );
    }

    private static IEnumerable<Func<ITemplateValues, TemplateFailure?>> Places(
        string placeholder
    ) =>
        [
            values =>
                UrlTemplate.Parse($"https://api.example.com/{placeholder}").Render(values).Failure,
            values =>
                UrlTemplate
                    .Parse($"https://api.example.com/?q={placeholder}")
                    .Render(values)
                    .Failure,
            values => HeaderTemplate.Parse(placeholder).Render(values).Failure,
            values => BodyTemplate.Parse(placeholder, BodyFormat.Json).Render(values).Failure,
            values =>
                BodyTemplate.Parse($"a={placeholder}", BodyFormat.Form).Render(values).Failure,
            values => BodyTemplate.Parse(placeholder, BodyFormat.Text).Render(values).Failure,
        ];
}
