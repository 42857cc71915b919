using System.Text.Json;
using CsCheck;
using DataConnectors.Core.Templating;

namespace DataConnectors.Tests.Core.Templating;

/// <summary>What holds for every value whatsoever.</summary>
public sealed class TemplatingProperties
{
    private static Gen<string> OneOf(params string[] texts) =>
        Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    /// <summary>Values that mean something to somebody, and any other characters.</summary>
    private static readonly Gen<string> AnyText = Gen.Frequency(
        (
            3,
            OneOf(
                ".",
                "%2e",
                "%25",
                "%",
                "/",
                "\\",
                "?",
                "#",
                "&",
                "=",
                ";",
                "\"",
                "{{a}}",
                "\r\n",
                "\0",
                "é",
                "😀",
                "\ud83d",
                "x",
                " ",
                ",",
                "}",
                "]",
                ":",
                "@",
                "%c0%ae",
                "．",
                "\ufffe"
            )
                .Array[0, 6]
                .Select(string.Concat)
        ),
        (1, Gen.String),
        (1, Gen.String[Gen.Char.AlphaNumeric, 0, 20])
    );

    private static readonly Gen<TemplateValue> AnyValue = Gen.Frequency(
        (6, AnyText.Select(TemplateValue.Text)),
        (1, Gen.Long.Select(TemplateValue.Integer)),
        (1, Gen.Decimal.Select(TemplateValue.Decimal)),
        (1, Gen.Bool.Select(TemplateValue.Boolean)),
        (1, Gen.Const(TemplateValue.Missing))
    );

    private static readonly Gen<ITemplateValues> AnyValues = Gen.Select(
        AnyValue,
        AnyValue,
        (a, b) => Values.Of(("a", a), ("b", b))
    );

    [Fact]
    public void No_value_changes_the_places_of_a_url()
    {
        var template = UrlTemplate.Parse(
            "https://api.example.com/v1/{{a}}/x{{b}}.{{a}}/end?p={{a}}&{{b}}=1&q={{a}}-{{b}}"
        );
        AnyValues.Sample(
            values =>
            {
                if (!template.Render(values).TryGet(out var url, out _))
                {
                    return;
                }

                var uri = new Uri(url);
                var (a, b) = (Text(values, "a"), Text(values, "b"));
                Assert.Equal(url, uri.AbsoluteUri);
                Assert.Equal("https://api.example.com", uri.GetLeftPart(UriPartial.Authority));
                Assert.Equal(
                    ["", "v1", a, $"x{b}.{a}", "end"],
                    uri.AbsolutePath.Split('/').Select(Uri.UnescapeDataString)
                );
                Assert.Equal(
                    [("p", a), (b, "1"), ("q", $"{a}-{b}")],
                    uri.Query[1..]
                        .Split('&')
                        .Select(pair => pair.Split('='))
                        .Select(pair =>
                            (Uri.UnescapeDataString(pair[0]), Uri.UnescapeDataString(pair[1]))
                        )
                );
                Assert.Equal("", uri.Fragment);
            },
            iter: 3000
        );
    }

    [Fact]
    public void No_value_makes_a_dot_segment_however_often_it_is_decoded() =>
        AnyValues.Sample(
            values =>
            {
                if (
                    !UrlTemplate
                        .Parse("https://api.example.com/a/{{a}}{{b}}/c")
                        .Render(values)
                        .TryGet(out var url, out _)
                )
                {
                    return;
                }

                var segment = url.Split('/')[4];
                for (var decoded = segment; ; segment = decoded)
                {
                    Assert.False(segment is "" or "." or "..", url);
                    decoded = Uri.UnescapeDataString(segment);
                    if (decoded == segment)
                    {
                        return;
                    }
                }
            },
            iter: 5000
        );

    [Fact]
    public void No_value_changes_the_shape_of_a_json_body()
    {
        var template = BodyTemplate.Parse(
            """{"a":{{a}},"n":{"b":"<{{b}}>","l":[{{a}},"{{a}}{{b}}"]}}""",
            BodyFormat.Json
        );
        AnyValues.Sample(
            values =>
            {
                if (!template.Render(values).TryGet(out var body, out _))
                {
                    return;
                }

                using var document = JsonDocument.Parse(body);
                var root = document.RootElement;
                var (a, b) = (Text(values, "a"), Text(values, "b"));
                Assert.Equal(["a", "n"], root.EnumerateObject().Select(member => member.Name));
                Assert.Equal(
                    ["b", "l"],
                    root.GetProperty("n").EnumerateObject().Select(member => member.Name)
                );
                Assert.Equal(2, root.GetProperty("n").GetProperty("l").GetArrayLength());
                Assert.Equal($"<{b}>", root.GetProperty("n").GetProperty("b").GetString());
                Assert.Equal(a + b, root.GetProperty("n").GetProperty("l")[1].GetString());
                Assert.Equal(Kind(values, "a"), root.GetProperty("a").ValueKind);
                Assert.Equal(
                    a,
                    root.GetProperty("a").ValueKind is JsonValueKind.True or JsonValueKind.False
                        ? root.GetProperty("a").GetRawText()
                        : root.GetProperty("a").ToString()
                );
            },
            iter: 3000
        );
    }

    [Fact]
    public void No_value_changes_the_fields_of_a_form()
    {
        var template = BodyTemplate.Parse("x={{a}}&y={{b}}{{a}}", BodyFormat.Form);
        AnyValues.Sample(
            values =>
            {
                if (template.Render(values).TryGet(out var body, out _))
                {
                    var (a, b) = (Text(values, "a"), Text(values, "b"));
                    Assert.Equal(
                        [("x", a), ("y", b + a)],
                        body.Split('&')
                            .Select(pair => pair.Split('='))
                            .Select(pair => (pair[0], Uri.UnescapeDataString(pair[1])))
                    );
                }
            },
            iter: 3000
        );
    }

    [Fact]
    public void No_value_ends_a_header()
    {
        var template = HeaderTemplate.Parse("k {{a}}; {{b}}");
        AnyValues.Sample(
            values =>
            {
                if (template.Render(values).TryGet(out var header, out _))
                {
                    Assert.Equal(
                        $"k {Text(values, "a")}; {Text(values, "b")}".Trim(' ', '\t'),
                        header
                    );
                    Assert.DoesNotContain(header, c => c is '\r' or '\n' or '\0' or > '~');
                }
            },
            iter: 3000
        );
    }

    [Fact]
    public void Any_text_can_be_parsed_as_any_template() =>
        OneOf(
            "{{",
            "}}",
            "{{a}}",
            "\"",
            "\\",
            "https://",
            "h/",
            "/",
            "?",
            "#",
            "&",
            "=",
            "%",
            "%2e",
            ".",
            "{",
            "}",
            ":",
            ",",
            "1",
            "\n",
            "é",
            "😀",
            "\ud83d",
            "@"
        )
            .Array[0, 12]
            .Select(string.Concat)
            .Sample(
                text =>
                {
                    IReadOnlyList<TemplateProblem>[] all =
                    [
                        UrlTemplate.Parse(text).Problems,
                        UrlTemplate
                            .Parse("https://h/" + text)
                            .Problems.Select(p => p with { Start = p.Start - 10 })
                            .ToList(),
                        HeaderTemplate.Parse(text).Problems,
                        .. Enum.GetValues<BodyFormat>()
                            .Select(format => BodyTemplate.Parse(text, format).Problems),
                    ];
                    foreach (var problem in all.SelectMany(problems => problems))
                    {
                        Assert.InRange(problem.Start, 0, text.Length);
                        Assert.InRange(problem.Start + problem.Length, problem.Start, text.Length);
                    }

                    var values = Values.Of("a", "x\"\\/&");
                    if (
                        BodyTemplate.Parse(text, BodyFormat.Json) is { Problems.Count: 0 } body
                        && !string.IsNullOrWhiteSpace(text)
                    )
                    {
                        JsonDocument.Parse(body.Render(values).Value).Dispose();
                    }
                },
                iter: 5000
            );

    private static string Text(ITemplateValues values, string name)
    {
        values.TryGet(name, out var value);
        return value.ToString();
    }

    private static JsonValueKind Kind(ITemplateValues values, string name)
    {
        values.TryGet(name, out var value);
        return value.Kind switch
        {
            TemplateValueKind.Text => JsonValueKind.String,
            TemplateValueKind.Boolean => value.ToString() == "true"
                ? JsonValueKind.True
                : JsonValueKind.False,
            TemplateValueKind.Missing => JsonValueKind.Null,
            _ => JsonValueKind.Number,
        };
    }
}
