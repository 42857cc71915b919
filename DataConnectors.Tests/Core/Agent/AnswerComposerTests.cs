using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using DataConnectors.Core.Agent.Composing;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Execution;

namespace DataConnectors.Tests.Core.Agent;

public sealed class AnswerComposerTests
{
    private static readonly ConnectorDefinition Order = Candidates.All("Get order status");

    [Theory]
    [InlineData("""{"status":"shipped"}""", "where is it", "The status is shipped.")]
    [InlineData("""{"status":"IN_TRANSIT"}""", "where is it", "The status is in transit.")]
    [InlineData(
        """{"orderStatus":"shipped","carrier":"DHL"}""",
        "who is the carrier?",
        "The carrier is DHL. Also, the order status is shipped."
    )]
    [InlineData(
        """{"delivery_date":"2026-03-05","status":"shipped"}""",
        "when will it be delivered?",
        "The delivery date is 5 March 2026. Also, the status is shipped."
    )]
    [InlineData(
        """{"shipped_at":"2026-03-05T14:30:00Z"}""",
        "",
        "It was shipped on 5 March 2026 at 14:30 UTC."
    )]
    [InlineData(
        """{"expires_at":"2026-03-05T14:30:00+02:00"}""",
        "",
        "It expires on 5 March 2026 at 14:30 UTC+02:00."
    )]
    [InlineData("""{"total":1234.5,"currency":"EUR"}""", "how much?", "The total is €1,234.50.")]
    [InlineData("""{"balance":"-12.30","currency":"CHF"}""", "", "The balance is -12.30 CHF.")]
    [InlineData("""{"total":{"amount":10,"currency":"USD"}}""", "", "The total is $10.00.")]
    [InlineData("""{"total_cents":1999,"currency":"USD"}""", "", "The total is $19.99.")]
    [InlineData("""{"total":1234.5}""", "how much?", "The total is 1234.5.")]
    [InlineData("""{"is_active":true}""", "", "Active: yes.")]
    [InlineData("""{"gift_wrap":false}""", "", "Gift wrap: no.")]
    [InlineData(
        """{"shipping":{"address":{"city":"Berlin"}}}""",
        "",
        "The shipping address city is Berlin."
    )]
    [InlineData("""{"data":{"status":"open"}}""", "", "The status is open.")]
    [InlineData(
        """{"tracking_number":null,"status":"open"}""",
        "what is the tracking number?",
        "There is no tracking number yet. Also, the status is open."
    )]
    [InlineData(
        """{"items":[{"name":"Tee","quantity":2},{"name":"Mug","quantity":1}]}""",
        "",
        "There are 2 results: Tee × 2 and Mug × 1."
    )]
    [InlineData(
        """{"status":"open","items":[{"name":"Tee"},{"name":"Mug"}]}""",
        "",
        "The status is open. There are 2 items: Tee and Mug."
    )]
    [InlineData(
        """{"orders":[{"id":1,"status":"open"},{"id":2,"status":"closed"},{"id":3,"status":"open"},{"id":4,"status":"open"},{"id":5,"status":"open"}]}""",
        "",
        "There are 5 orders: ID 1 (open), ID 2 (closed), ID 3 (open) and 2 more."
    )]
    [InlineData("""[{"status":"open"}]""", "", "The status is open.")]
    [InlineData("""{"tags":["a","b"]}""", "", "There are 2 tags: a and b.")]
    [InlineData("42", "", "Here is what I found: 42.")]
    [InlineData("""{"id":"abc"}""", "", "The ID is abc.")]
    public void An_answer_is_said_in_sentences(string shaped, string question, string expected) =>
        Assert.Equal(expected, Compose(shaped, question));

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"order":null}""")]
    [InlineData("""{"orders":[]}""")]
    [InlineData("\"\"")]
    public void An_empty_answer_says_that_nothing_was_found(string shaped) =>
        Assert.Equal(
            "I looked, but nothing was found for order ID 9999. Please check it and try again.",
            Compose(shaped, "where is it", new() { ["order_id"] = "9999" })
        );

    [Fact]
    public void What_the_person_said_is_not_repeated_as_news() =>
        Assert.Equal(
            "For order 1042, the status is shipped.",
            Compose(
                """{"id":"1042","status":"shipped"}""",
                "where is order 1042",
                new() { ["order_id"] = "1042" }
            )
        );

    [Fact]
    public void What_restriction_removed_is_not_said()
    {
        var shaped = new ShapedResponse(
            Json("""{"status":"shipped"}"""),
            Json("""{"status":"shipped","margin":"47 percent"}""")
        );

        Assert.Equal(
            "The status is shipped.",
            AnswerComposer.Compose(
                Order,
                "what is the margin?",
                new Dictionary<string, string>(),
                shaped
            )
        );
    }

    [Fact]
    public void A_write_says_that_it_is_done()
    {
        var cancel = Candidates.All("Cancel order");

        Assert.Equal(
            "Done.",
            AnswerComposer.Compose(
                cancel,
                "cancel 7",
                new Dictionary<string, string>(),
                new ShapedResponse(Json("null"), Json("null"))
            )
        );
        Assert.Equal(
            "Done. The status is cancelled.",
            AnswerComposer.Compose(
                cancel,
                "",
                new Dictionary<string, string>(),
                new ShapedResponse(Json("""{"status":"cancelled"}"""), default)
            )
        );
    }

    [Fact]
    public void A_big_answer_stays_short()
    {
        var fields = string.Join(
            ',',
            Enumerable
                .Range(0, 60)
                .Select(index =>
                    $"\"field_{(char)('a' + index % 26)}{index}\":\"some value {index}\""
                )
        );

        var answer = Compose(
            $$"""{{{fields}},"items":[{"name":"a"},{"name":"b"},{"name":"c"},{"name":"d"}]}""",
            "tell me everything"
        );

        Assert.InRange(answer.Length, 20, 700);
        Assert.InRange(Regex.Count(answer, @"[.!?](\s|$)"), 1, 5);
    }

    [Fact]
    public void Characters_that_do_not_show_or_turn_the_text_are_stripped()
    {
        var answer = Compose("""{"name":"A\u202Eevil\u0007\u200B\nB\u0000"}""", "");

        Assert.Equal("The name is Aevil B.", answer);
    }

    [Fact]
    public void No_value_is_said_that_the_shaped_response_does_not_hold()
    {
        // Values of the restricted part look like nothing else, so each of them would be noticed.
        var scalar = Gen.Int[0, 99_999]
            .Select(number => JsonSerializer.Serialize($"seen{number}x"));
        var secret = Gen.Int[0, 99_999]
            .Select(number => JsonSerializer.Serialize($"secret{number}x"));
        Gen.Select(
                Node(scalar, 3),
                Node(secret, 3),
                Constants(
                    "where is my order",
                    "how many",
                    "who",
                    "tell me everything about item",
                    ""
                )
            )
            .Sample(
                (shaped, original, question) =>
                {
                    var answer = AnswerComposer.Compose(
                        Order,
                        question,
                        new Dictionary<string, string>(),
                        new ShapedResponse(Json(shaped), Json(original))
                    );
                    Assert.DoesNotContain("secret", answer, StringComparison.Ordinal);
                    Assert.All(
                        Regex.Matches(answer, "seen[0-9]+x").Select(match => match.Value),
                        value => Assert.Contains($"\"{value}\"", shaped, StringComparison.Ordinal)
                    );
                },
                iter: 2000
            );
    }

    [Fact]
    public void Any_text_in_an_answer_comes_out_on_one_line_without_control_or_direction_characters() =>
        Gen.String.Sample(
            text =>
            {
                var answer = Compose(
                    JsonSerializer.Serialize(
                        new Dictionary<string, string> { ["note"] = text, [text] = "x" }
                    ),
                    text
                );
                Assert.DoesNotContain(answer, character => char.IsControl(character));
                Assert.DoesNotContain(
                    answer,
                    character =>
                        char.GetUnicodeCategory(character)
                        == System.Globalization.UnicodeCategory.Format
                );
            },
            iter: 2000
        );

    [Fact]
    public void Any_json_has_an_answer() =>
        Node(
                Gen.OneOf(
                    Gen.Double.Where(double.IsFinite)
                        .Select(number => JsonSerializer.Serialize(number)),
                    Gen.Bool.Select(value => value ? "true" : "false"),
                    Constants(
                        "null",
                        "\"EUR\"",
                        "\"2026-13-45\"",
                        "\"0001-01-01\"",
                        "1e300",
                        "\"\"",
                        "99999999999999999999"
                    ),
                    Gen.String.Select(text => JsonSerializer.Serialize(text))
                ),
                4
            )
            .Sample(json => Assert.NotEmpty(Compose(json, "how much, when and where")), iter: 3000);

    private static Gen<string> Constants(params string[] values) =>
        Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static Gen<string> Node(Gen<string> scalar, int depth)
    {
        var name = Constants(
            "status",
            "total",
            "currency",
            "items",
            "id",
            "shipped_at",
            "customer",
            "name",
            "is_open",
            "data"
        );
        if (depth == 0)
        {
            return scalar;
        }

        var child = Gen.OneOf(scalar, Node(scalar, depth - 1));
        var list = child.Array[0, 5].Select(items => $"[{string.Join(',', items)}]");
        var item = Gen.Select(name, child)
            .Array[0, 6]
            .Select(pairs =>
                $"{{{string.Join(',', pairs.DistinctBy(pair => pair.Item1).Select(pair => $"\"{pair.Item1}\":{pair.Item2}"))}}}"
            );
        return Gen.OneOf(item, list, scalar);
    }

    private static string Compose(
        string shaped,
        string question,
        Dictionary<string, string>? inputs = null
    ) =>
        AnswerComposer.Compose(
            Order,
            question,
            inputs ?? [],
            new ShapedResponse(Json(shaped), default)
        );

    private static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);
}
