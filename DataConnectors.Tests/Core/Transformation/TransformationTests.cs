using System.Globalization;
using System.Text.Json;
using CsCheck;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Transformation;
using DataConnectors.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace DataConnectors.Tests.Core.Transformation;

public sealed class TransformationTests
{
    private static readonly FakeTimeProvider Clock = new(
        new DateTimeOffset(2024, 5, 10, 12, 0, 0, TimeSpan.Zero)
    );

    [Theory]
    [InlineData("trim", "", "\"  a b \"", "\"a b\"")]
    [InlineData("trim", "sides=start", "\" a \"", "\"a \"")]
    [InlineData("trim", "collapse=true", "\" a \\n b \"", "\"a b\"")]
    [InlineData("change_case", "case=upper", "\"straße 😀\"", "\"STRAßE 😀\"")]
    [InlineData("change_case", "case=title", "\"IN transit\"", "\"In Transit\"")]
    [InlineData(
        "change_case",
        "case=sentence",
        "\"HELLO. it IS 3.5. ok\"",
        "\"Hello. It is 3.5. Ok\""
    )]
    [InlineData("truncate", "length=8", "\"A long story\"", "\"A long…\"")]
    [InlineData("truncate", "length=3;ellipsis=", "\"ab👩‍👩‍👧cd\"", "\"ab👩‍👩‍👧\"")]
    [InlineData("truncate", "length=3", "\"abc\"", "\"abc\"")]
    [InlineData("replace", "find=_;with= ", "\"a_b_c\"", "\"a b c\"")]
    [InlineData("replace", "find=X;with=;ignore_case=true", "\"axb\"", "\"ab\"")]
    [InlineData(
        "regular_expression_extract",
        "pattern=#(\\d+);group=1",
        "\"Order #1001 paid\"",
        "\"1001\""
    )]
    [InlineData("regular_expression_extract", "pattern=(?<n>\\d+);group=n", "\"a 7\"", "\"7\"")]
    [InlineData("regular_expression_extract", "pattern=x", "\"a\"", "null")]
    [InlineData(
        "regular_expression_extract",
        "pattern=\\d{1,20}-\\d{1,20}",
        "\"a 12-34\"",
        "\"12-34\""
    )]
    [InlineData("mask", "", "\"4111111111111234\"", "\"************1234\"")]
    [InlineData(
        "mask",
        "style=letters_and_digits",
        "\"4111-1111-1111-1234\"",
        "\"****-****-****-1234\""
    )]
    [InlineData(
        "mask",
        "style=email;keep_first=1;keep_last=0",
        "\"ana@example.com\"",
        "\"a**@example.com\""
    )]
    [InlineData("mask", "keep_last=4", "\"12345\"", "\"*****\"")]
    [InlineData("add_prefix_suffix", "prefix=#", "1001", "\"#1001\"")]
    [InlineData("split", "", "\"red, blue,\"", "[\"red\",\"blue\"]")]
    [InlineData(
        "split",
        "separator=|;trim=false;drop_empty=false",
        "\"a ||b\"",
        "[\"a \",\"\",\"b\"]"
    )]
    [InlineData("round", "digits=1", "12.35", "12.4")]
    [InlineData("round", "mode=half_even", "2.5", "2")]
    [InlineData("round", "mode=up", "\"2.1\"", "3")]
    [InlineData("scale", "factor=0.01", "1999", "19.99")]
    [InlineData("scale", "factor=1.8;add=32", "100", "212.0")]
    [InlineData("format_number", "decimals=2", "1234567.5", "\"1,234,567.50\"")]
    [InlineData("format_number", "locale=de", "-1234.5", "\"-1.234,5\"")]
    [InlineData("format_number", "locale=en-IN", "1234567", "\"12,34,567\"")]
    [InlineData("format_number", "thousands=false", "1e3", "\"1000\"")]
    [InlineData("currency", "code=USD", "1999.5", "\"$1,999.50\"")]
    [InlineData("currency", "code=EUR;minor_units=true;locale=de", "199950", "\"1.999,50\u00A0€\"")]
    [InlineData("currency", "code=JPY;minor_units=true", "1500", "\"¥1,500\"")]
    [InlineData("currency", "code=CHF", "-5", "\"-CHF\u00A05.00\"")]
    [InlineData("currency", "code=USD", "-0.001", "\"$0.00\"")]
    [InlineData("percent", "", "0.125", "\"12.5%\"")]
    [InlineData("percent", "from=percentage;decimals=0;locale=de", "12.5", "\"13\u00A0%\"")]
    [InlineData("parse_date", "", "1714557600", "\"2024-05-01T10:00:00Z\"")]
    [InlineData("parse_date", "", "\"1714557600123\"", "\"2024-05-01T10:00:00.123Z\"")]
    [InlineData("parse_date", "", "\"Wed, 01 May 2024 10:00:00 GMT\"", "\"2024-05-01T10:00:00Z\"")]
    [InlineData("parse_date", "", "\"2024-05-01 10:00:00+0200\"", "\"2024-05-01T10:00:00+02:00\"")]
    [InlineData("parse_date", "format=day_month_year", "\"1.5.2024\"", "\"2024-05-01\"")]
    [InlineData(
        "parse_date",
        "format=month_day_year",
        "\"12/31/2024 1:05 PM\"",
        "\"2024-12-31T13:05:00\""
    )]
    [InlineData(
        "parse_date",
        "format=custom;pattern=yyyyMMddHHmm",
        "202405011000",
        "\"2024-05-01T10:00:00\""
    )]
    [InlineData("parse_date", "format=unix_seconds", "-1", "\"1969-12-31T23:59:59Z\"")]
    [InlineData("format_date", "", "\"2024-05-01T10:00:00Z\"", "\"1 May 2024\"")]
    [InlineData("format_date", "format=custom;pattern=d", "\"2024-05-01\"", "\"1\"")]
    [InlineData("format_date", "language=de", "\"2024-05-01\"", "\"1 Mai 2024\"")]
    [InlineData("format_date", "format=dd/MM/yyyy;language=de", "\"2024-05-01\"", "\"01/05/2024\"")]
    [InlineData(
        "time_zone",
        "zone=Europe/Berlin",
        "\"2024-05-01T10:00:00Z\"",
        "\"2024-05-01T12:00:00+02:00\""
    )]
    [InlineData(
        "time_zone",
        "zone=UTC;from=America/New_York",
        "\"2024-05-01T10:00:00\"",
        "\"2024-05-01T14:00:00Z\""
    )]
    [InlineData("time_zone", "zone=Asia/Tokyo", "\"2024-05-01\"", "\"2024-05-01\"")]
    [InlineData("relative", "", "\"2024-05-07T11:00:00Z\"", "\"3 days ago\"")]
    [InlineData("relative", "", "\"2024-05-10T14:00:01Z\"", "\"in 2 hours\"")]
    [InlineData("relative", "", "\"2024-05-11\"", "\"tomorrow\"")]
    [InlineData("relative", "zone=Pacific/Auckland", "\"2024-05-11\"", "\"today\"")]
    [InlineData("relative", "", "\"2023-05-10\"", "\"1 year ago\"")]
    [InlineData("boolean_to_words", "", "true", "\"Yes\"")]
    [InlineData("boolean_to_words", "false_text=nope", "\"False\"", "\"nope\"")]
    [InlineData("map_values", "pairs={\"S\":\"Shipped\",\"1\":\"One\"}", "\"S\"", "\"Shipped\"")]
    [InlineData("map_values", "pairs={\"S\":\"Shipped\",\"1\":\"One\"}", "1", "\"One\"")]
    [InlineData("map_values", "pairs={\"S\":\"Shipped\"}", "\"X\"", "\"X\"")]
    [InlineData("map_values", "pairs={\"S\":\"Shipped\"};otherwise=missing", "\"X\"", "null")]
    [InlineData(
        "map_values",
        "pairs={\"S\":\"Shipped\"};otherwise=text;otherwise_text=?",
        "7",
        "\"?\""
    )]
    [InlineData("to_text", "", "9007199254740993.10", "\"9007199254740993.10\"")]
    [InlineData("to_number", "", "\"$1,234.50\"", "1234.50")]
    [InlineData("to_number", "decimal_separator=,", "\"-1.234,5 €\"", "-1234.5")]
    public void A_value_becomes(string kind, string settings, string value, string expected)
    {
        var shaped = Shape($$"""{"v":{{value}}}""", Field("v", Step(kind, settings)));

        Assert.Equal(Escaped($$"""{"v":{{expected}}}"""), Escaped(shaped.Root.GetRawText()));
        Assert.Empty(shaped.Findings);
    }

    [Theory]
    [InlineData("count", "", "[1,null,3]", "3")]
    [InlineData("count", "", "[]", "0")]
    [InlineData("first", "", "[{\"a\":1},2]", "{\"a\":1}")]
    [InlineData("first", "field=a.b", "[{\"a\":{\"b\":\"x\"}}]", "\"x\"")]
    [InlineData("first", "", "[]", "null")]
    [InlineData("last", "", "[1,2]", "2")]
    [InlineData("join", "last_separator= and ", "[\"a\",null,2,true]", "\"a, 2 and true\"")]
    [InlineData("join", "field=n", "[{\"n\":\"x\"},{},{\"n\":\"y\"}]", "\"x, y\"")]
    [InlineData("sum", "", "[0.1,0.2,\"1e1\"]", "10.3")]
    [InlineData("sum", "field=price", "[{\"price\":1},{\"price\":2.50}]", "3.50")]
    [InlineData("sum", "", "[]", "0")]
    [InlineData("min", "", "[3,1,2]", "1")]
    [InlineData("max", "", "[3,1,2]", "3")]
    [InlineData("average", "", "[1,2]", "1.5")]
    [InlineData("average", "", "[]", "null")]
    [InlineData(
        "filter",
        "field=s;value=x",
        "[{\"s\":\"x\",\"n\":1},{\"s\":\"y\"}]",
        "[{\"s\":\"x\",\"n\":1}]"
    )]
    [InlineData("filter", "comparison=greater_than;value=2", "[1,2,10,\"x\"]", "[10]")]
    [InlineData(
        "filter",
        "comparison=at_least;value=2024-05-01",
        "[\"2024-04-30T23:00:00Z\",\"2024-05-02\"]",
        "[\"2024-05-02\"]"
    )]
    [InlineData(
        "filter",
        "field=t;comparison=contains;value=b",
        "[{\"t\":[\"a\",\"b\"]},{\"t\":\"abc\"},{\"t\":\"x\"}]",
        "[{\"t\":[\"a\",\"b\"]},{\"t\":\"abc\"}]"
    )]
    [InlineData(
        "filter",
        "field=t;comparison=is_missing",
        "[{\"t\":1},{\"t\":null},{}]",
        "[{\"t\":null},{}]"
    )]
    [InlineData("sort", "", "[10,9,null,1]", "[1,9,10,null]")]
    [InlineData(
        "sort",
        "direction=descending",
        "[\"b\",null,\"A\",\"c\"]",
        "[\"c\",\"b\",\"A\",null]"
    )]
    [InlineData(
        "sort",
        "field=at",
        "[{\"at\":\"2024-05-02\"},{\"at\":\"2024-05-01T23:00:00Z\"}]",
        "[{\"at\":\"2024-05-01T23:00:00Z\"},{\"at\":\"2024-05-02\"}]"
    )]
    [InlineData("limit", "count=2", "[1,2,3]", "[1,2]")]
    [InlineData(
        "pick",
        "fields=b, a",
        "[{\"a\":1,\"b\":2,\"c\":3},null,{\"a\":null}]",
        "[{\"b\":2,\"a\":1},null,{\"a\":null}]"
    )]
    [InlineData("count", "", "{\"a\":1}", "1")]
    [InlineData("count", "", "null", "null")]
    public void A_list_becomes(string kind, string settings, string value, string expected)
    {
        var shaped = Shape($$"""{"v":{{value}}}""", Field("v[]", Step(kind, settings)));

        Assert.Equal(Escaped($$"""{"v":{{expected}}}"""), Escaped(shaped.Root.GetRawText()));
        Assert.Empty(shaped.Findings);
    }

    [Theory]
    [InlineData("tags[]", "trim", """{"tags":[" a ",null," b"]}""", """{"tags":["a",null,"b"]}""")]
    [InlineData("tags[]", "trim|join", """{"tags":[" a ",null," b"]}""", """{"tags":"a, b"}""")]
    [InlineData("tags[]", "split|first", """{"tags":["a,b","c"]}""", """{"tags":["a","c"]}""")]
    [InlineData("name", "split|count", """{"name":"a,b"}""", """{"name":2}""")]
    [InlineData("items", "count", """{"items":[{},{}]}""", """{"items":2}""")]
    [InlineData(
        "items[].name",
        "trim",
        """{"items":[{"name":" a "},{}]}""",
        """{"items":[{"name":"a"},{}]}"""
    )]
    [InlineData(
        "o[].items[]",
        "count",
        """{"o":[{"items":[1,2]},{"items":[]},{}]}""",
        """{"o":[{"items":2},{"items":0},{}]}"""
    )]
    [InlineData("m[][]", "sum", """{"m":[[1,2],[3]]}""", """{"m":[3,3]}""")]
    [InlineData("[]", "count", """[1,2]""", "2")]
    [InlineData("[].n", "to_text", """[{"n":1}]""", """[{"n":"1"}]""")]
    [InlineData("items[]", "limit|count|to_text", """{"items":[1,2]}""", """{"items":"2"}""")]
    [InlineData("a", "trim", "{}", "{}")]
    public void Steps_take_what_stands_at_the_path(
        string path,
        string kinds,
        string json,
        string expected
    )
    {
        var shaped = Shape(json, Field(path, [.. kinds.Split('|').Select(kind => Step(kind, ""))]));

        Assert.Equal(expected, shaped.Root.GetRawText());
        Assert.Empty(shaped.Findings);
    }

    [Fact]
    public void A_list_and_fields_inside_it_stand_side_by_side_under_two_names()
    {
        var total = Field("items[]", Step("sum", "field=price")) with { RenamedTo = "total" };
        var name = Field("items[].name");

        Assert.Empty(FieldSelectionRules.Check([name, total]));
        Assert.Equal(
            """{"total":3,"items":[{"name":"a"},{"name":"b"}]}""",
            Shape("""{"items":[{"name":"a","price":1},{"name":"b","price":2}]}""", total, name)
                .Root.GetRawText()
        );
        var problem = Assert.Single(
            FieldSelectionRules.Check([name, total with { RenamedTo = null }])
        );
        Assert.Equal("responseFields[1].renamedTo", problem.Path);
    }

    [Fact]
    public void Fields_stand_in_the_order_of_the_list_at_each_level() =>
        Assert.Equal(
            """{"b":{"y":2,"x":1},"a":3}""",
            Shape("""{"a":3,"b":{"x":1,"y":2}}""", Field("b.y"), Field("a"), Field("b.x"))
                .Root.GetRawText()
        );

    [Theory]
    [InlineData("parse_date", "\"abc\"", "text")]
    [InlineData("round", "\"secret\"", "text")]
    [InlineData("round", "1e400", "a number")]
    [InlineData("round", "12345678901234567890123456789.5", "a number")]
    [InlineData("boolean_to_words", "\"secret\"", "text")]
    [InlineData("format_date", "true", "true or false")]
    public void A_value_that_a_step_cannot_take_is_missing_with_a_finding(
        string kind,
        string value,
        string met
    )
    {
        var json = $$"""{"l":[{"v":{{value}}},{"v":{{value}}}]}""";

        var shaped = Shape(json, Field("x"), Field("l[].v", Step(kind, "")));
        var withFallback = Shape(json, Field("l[].v", Step(kind, "")) with { Fallback = "none" });

        Assert.Equal("""{"l":[{"v":null},{"v":null}]}""", shaped.Root.GetRawText());
        Assert.Equal("""{"l":[{"v":"none"},{"v":"none"}]}""", withFallback.Root.GetRawText());
        var finding = Assert.Single(shaped.Findings);
        Assert.Equal(
            ("responseFields[1].transformations[0]", ProblemSeverity.Warning),
            (finding.Path, finding.Severity)
        );
        Assert.StartsWith("l[].v: ", finding.Message, StringComparison.Ordinal);
        Assert.Contains($"met {met} (2 times)", finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_are_bounded()
    {
        var fields = Enumerable
            .Range(0, 80)
            .Select(i => Field($"f{i}", Step("round", "")))
            .ToArray();
        var json = JsonSerializer.SerializeToElement(
            fields.ToDictionary(field => field.Path, _ => "x")
        );

        Assert.Equal(50, new FieldSelector(fields, Clock).Shape(json).Findings.Count);
    }

    [Theory]
    [InlineData("trim", "side=both", "settings.side")]
    [InlineData("trim", "sides=left", "settings.sides")]
    [InlineData("truncate", "length=0", "settings.length")]
    [InlineData("truncate", "length=abc", "settings.length")]
    [InlineData("truncate", "length=2;ellipsis=...", "settings.ellipsis")]
    [InlineData("replace", "", "settings.find")]
    [InlineData("replace", "find=", "settings.find")]
    [InlineData("regular_expression_extract", "pattern=(a", "settings.pattern")]
    [InlineData("regular_expression_extract", "pattern=a;group=2", "settings.group")]
    [InlineData("mask", "character=**", "settings.character")]
    [InlineData("scale", "factor=x", "settings.factor")]
    [InlineData("currency", "code=usd", "settings.code")]
    [InlineData("currency", "", "settings.code")]
    [InlineData("parse_date", "format=custom", "settings.pattern")]
    [InlineData("format_date", "format=custom;pattern='", "settings.pattern")]
    [InlineData("time_zone", "zone=Mars/Base", "settings.zone")]
    [InlineData("time_zone", "zone=../../etc/passwd", "settings.zone")]
    [InlineData("map_values", "pairs={\"a\":1}", "settings.pairs")]
    [InlineData("map_values", "pairs={", "settings.pairs")]
    [InlineData("sum", "field=a[]", "settings.field")]
    [InlineData("pick", "", "settings.fields")]
    [InlineData("expression", "", "settings.expression")]
    [InlineData("triim", "", "kind")]
    [InlineData("explode", "", "kind")]
    public void A_step_that_is_not_set_up_is_a_problem_and_does_not_fail_the_run(
        string kind,
        string settings,
        string path
    )
    {
        var field = Field("v", Step(kind, settings));

        var problem = Assert.Single(FieldSelectionRules.Check([field]));
        Assert.Equal("responseFields[0].transformations[0]." + path, problem.Path);
        _ = Shape("""{"v":"x"}""", field).Root;
    }

    [Fact]
    public void An_unknown_kind_is_told_its_nearest() =>
        Assert.Contains(
            "truncate",
            Assert.Single(FieldSelectionRules.Check([Field("a", Step("trunkate", ""))])).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Steps_and_expressions_are_counted()
    {
        var expression = Step("expression", "expression=value");

        Assert.Equal(
            ["responseFields[0].transformations[1]"],
            FieldSelectionRules
                .Check([Field("a", expression, expression)])
                .Select(problem => problem.Path)
        );
        Assert.Equal(
            ["responseFields[0].transformations"],
            FieldSelectionRules
                .Check([Field("a", [.. Enumerable.Repeat(Step("trim", ""), 21)])])
                .Select(problem => problem.Path)
        );
    }

    [Fact]
    public void The_type_of_a_fallback_is_free_behind_transformations()
    {
        var field = Field("v[]", Step("count", "")) with { Fallback = "0", Type = FieldType.List };

        Assert.Empty(FieldSelectionRules.Check([field]));
        Assert.Equal("""{"v":0}""", Shape("{}", field).Root.GetRawText());
    }

    [Fact]
    public void A_whole_answer_leaves_no_room_for_other_fields() =>
        Assert.Equal(
            ["responseFields[0].path"],
            FieldSelectionRules
                .Check([Field("[]", Step("count", "")), Field("[].id")])
                .Select(problem => problem.Path)
        );

    [Fact]
    public void Expressions_are_collected_then_answered_in_order()
    {
        var selector = new FieldSelector(
            [
                Field("id", Step("expression", "expression=value + 1"), Step("to_text", "")),
                Field("who", Step("expression", "expression=value.name")),
                Field("items[]", Step("expression", "expression=value.n")),
                Field("tags[]", Step("round", ""), Step("expression", "expression=value")),
                Field("none", Step("expression", "expression=1")),
            ],
            Clock
        );
        var json = JsonElement.Parse(
            """{"id":7,"who":{"name":"Ana"},"items":[{"n":1},null,{"n":2}],"tags":["x",2.4]}"""
        );

        var pending = selector.FindExpressions(json);
        var shaped = selector.Shape(
            json,
            [
                new(JsonElement.Parse("8"), null),
                new(JsonElement.Parse("\"Ana\""), null),
                new(JsonElement.Parse("[1]"), null),
                new(null, "secret fault"),
                new(JsonElement.Parse("\"never seen\""), null),
                new(JsonElement.Parse("{}"), null),
            ]
        );

        Assert.True(selector.HasExpressions);
        Assert.Equal(
            [
                "value + 1 7",
                "value.name {\"name\":\"Ana\"}",
                "value.n {\"n\":1}",
                "value.n {\"n\":2}",
                "value null",
                "value 2",
            ],
            pending.Select(one => $"{one.Expression} {one.Value.GetRawText()}")
        );
        Assert.Equal(
            """{"id":"8","who":"Ana","items":[[1],null,null],"tags":[null,{}]}""",
            shaped.Root.GetRawText()
        );
        Assert.Equal(
            ["responseFields[2].transformations[0]", "responseFields[3].transformations[0]"],
            shaped.Findings.Select(finding => finding.Path)
        );
        Assert.DoesNotContain("secret", shaped.Findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_kind_survives_any_answer_and_ends()
    {
        var kinds = TransformationCatalog.All;
        Gen.Select(AnyJson.Value, Gen.Int[0, kinds.Count - 1].Array[1, 4], Gen.Int[0, 3])
            .Sample(
                (answer, chosen, variant) =>
                {
                    var steps = chosen
                        .Select(i => Step(kinds[i].Kind, Needed(kinds[i], variant)))
                        .ToArray();
                    var fields = FieldTree
                        .Infer(answer)
                        .Root.Leaves()
                        .Select(leaf => Field(leaf.Path, steps))
                        .ToList();
                    var selector = new FieldSelector(fields, Clock);
                    var outcomes = selector
                        .FindExpressions(answer)
                        .Select(pending => new ExpressionOutcome(pending.Value, null))
                        .ToList();
                    _ = selector.Shape(answer, outcomes);
                },
                iter: 3000
            );
    }

    [Fact]
    public void Growing_texts_are_refused_before_they_fill_the_memory()
    {
        var json = JsonSerializer.SerializeToElement(new { v = new string('a', 900_000) });
        var with = new string('b', 1000);

        var shaped = new FieldSelector(
            [Field("v", Step("replace", "find=a;with=" + with))],
            Clock
        ).Shape(json);

        Assert.Equal("""{"v":null}""", shaped.Root.GetRawText());
        Assert.Contains(
            "too long",
            Assert.Single(shaped.Findings).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("(a+)+$")]
    [InlineData("(a|aa)+$")]
    [InlineData("(.*a){20}")]
    [InlineData("(a*)*b")]
    [InlineData("((a{1,22}){1,22})$")]
    [InlineData("((a{1,900}){1,900}){1,900}$")]
    [InlineData("(a+)\\1+$")]
    [InlineData("(?=(a+)+$)b")]
    [InlineData("a{0,33}a{0,33}a{0,33}$")]
    [InlineData("[a-z]{200}([a-z]|x){9}z")]
    public void A_hostile_expression_ends(string pattern)
    {
        var text = new string('a', 19_999) + "!";
        var json = JsonSerializer.SerializeToElement(Enumerable.Repeat(text, 200).ToArray());
        var selector = new FieldSelector(
            [Field("[]", Step("regular_expression_extract", "pattern=" + pattern))],
            TimeProvider.System
        );

        var begin = TimeProvider.System.GetTimestamp();
        _ = selector.Shape(json);

        Assert.InRange(TimeProvider.System.GetElapsedTime(begin).TotalSeconds, 0, 10);
    }

    [Fact]
    public void The_catalog_describes_every_setting()
    {
        Assert.Distinct(TransformationCatalog.All.Select(kind => kind.Kind));
        foreach (var kind in TransformationCatalog.All)
        {
            Assert.Matches("^[a-z_]+$", kind.Kind);
            Assert.EndsWith(".", kind.Summary, StringComparison.Ordinal);
            Assert.Same(kind, TransformationCatalog.FindKind(kind.Kind)?.Descriptor);
            Assert.Distinct(kind.Settings.Select(setting => setting.Name));
            foreach (
                var setting in kind.Settings.Where(setting => setting.Type == SettingType.Choice)
            )
            {
                Assert.Contains(setting.Choices, choice => choice.Key == setting.Default);
            }

            // The defaults are right.
            Assert.All(
                FieldSelectionRules.Check([Field("a", Step(kind.Kind, Needed(kind, 0)))]),
                problem => Assert.Fail($"{kind.Kind}: {problem.Message}")
            );
        }
    }

    [Fact]
    public void The_machine_culture_changes_nothing()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("tr-TR");
            Assert.Equal(
                """{"a":"I","b":"1,234.5","c":"1 May 2024"}""",
                Shape(
                    """{"a":"i","b":1234.5,"c":"2024-05-01"}""",
                    Field("a", Step("change_case", "case=upper")),
                    Field("b", Step("format_number", "")),
                    Field("c", Step("format_date", ""))
                )
                    .Root.GetRawText()
            );
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    /// <summary>With the same characters escaped, and numbers as they were.</summary>
    private static string Escaped(string json) => JsonSerializer.Serialize(JsonElement.Parse(json));

    private static string Needed(TransformationDescriptor kind, int variant) =>
        string.Join(
            ';',
            kind.Settings.Select(setting =>
                    setting.Default is null && setting.Name == "zone" ? "zone=Europe/Berlin"
                    : setting.Default is null
                    || (kind.Kind == "add_prefix_suffix" && setting.Name == "prefix")
                        ? $"{setting.Name}={setting.Placeholder}"
                    : setting.Type == SettingType.Choice
                    && setting.Choices[variant % setting.Choices.Count].Key
                        is not "custom"
                            and var choice
                        ? $"{setting.Name}={choice}"
                    : null
                )
                .OfType<string>()
        );

    private static FieldTransformation Step(string kind, string settings) =>
        new(
            kind,
            settings
                .Split(';', StringSplitOptions.RemoveEmptyEntries)
                .Select(setting => setting.Split('=', 2))
                .ToDictionary(pair => pair[0], pair => pair[1])
        );

    private static ResponseField Field(string path, params FieldTransformation[] steps) =>
        Some.Field(path) with
        {
            Transformations = steps,
        };

    private static ShapedFields Shape(string json, params ResponseField[] fields) =>
        new FieldSelector(fields, Clock).Shape(JsonElement.Parse(json));
}
