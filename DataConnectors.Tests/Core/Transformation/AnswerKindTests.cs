using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;
using DataConnectors.Core.Transformation;
using DataConnectors.Tests.Support;

namespace DataConnectors.Tests.Core.Transformation;

/// <summary>Answers of every kind: read for what they are, or refused with what was met and where.</summary>
public sealed class AnswerKindTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    [Theory]
    [InlineData("{\"a\":NaN}", 1, 6, "NaN")]
    [InlineData("{\"a\":\n [1, Infinity]}", 2, 6, "Infinity")]
    [InlineData("[-Infinity]", 1, 2, "Infinity")]
    [InlineData("{'a':1}", 1, 2, "double quotes")]
    [InlineData("[1, // one\n2]", 1, 5, "comments")]
    [InlineData("[1,2,]", 1, 6, "comma")]
    [InlineData("{\"a\":1,\n}", 2, 1, "comma")]
    [InlineData("{\"a\":None}", 1, 6, "small letters")]
    [InlineData("{\"a\":[1,2", 1, 10, "cut off")]
    [InlineData("{\"a\":\"b", 1, 8, "cut off")]
    [InlineData("{\"a\":1}\n{\"a\":2}\n", 2, 1, "application/x-ndjson")]
    [InlineData("{\"a\":\"x\ny\"}", 1, 8, "escaped")]
    [InlineData("<p>Sorry</p", 1, 1, "web page")]
    [InlineData("{\"a\":01}", 1, 7, "")]
    public void Malformed_json_is_refused_with_its_cause(
        string body,
        int line,
        int column,
        string cause
    )
    {
        var failure = ResponseParser
            .Parse(Encoding.UTF8.GetBytes(body), "application/json")
            .Failure;

        Assert.NotNull(failure);
        Assert.Equal((line, column), (failure.Line, failure.Column));
        Assert.Contains($"line {line}, column {column}", failure.Message, StringComparison.Ordinal);
        Assert.Contains(cause, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"a\":1", null)]
    [InlineData("[1,", "text/html")]
    public void What_begins_like_json_and_is_not_said_to_be_text_is_refused_as_json(
        string body,
        string? type
    ) =>
        Assert.Contains(
            "not valid JSON",
            ResponseParser.Parse(Encoding.UTF8.GetBytes(body), type).Failure?.Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("<a>1</a>", "application/json", ResponseFormat.Xml, "{\"a\":\"1\"}")]
    [InlineData("{\"a\":1}", "application/xml", ResponseFormat.Json, "{\"a\":1}")]
    [InlineData("{\"a\":1}", "text/html; charset=utf-8", ResponseFormat.Json, "{\"a\":1}")]
    [InlineData("[1]", "text/plain", ResponseFormat.Json, "[1]")]
    [InlineData(
        "{\"a\":1}\r\n\r\n{\"a\":2}\n",
        "application/x-ndjson",
        ResponseFormat.Json,
        "[{\"a\":1},{\"a\":2}]"
    )]
    [InlineData("\n", "application/jsonl", ResponseFormat.Empty, "null")]
    [InlineData("true", "application/json", ResponseFormat.Json, "true")]
    [InlineData(
        "{\"a\":1,\"b\":0,\"a\":{\"c\":1,\"c\":2},\"a\":{\"c\":3,\"d\":{},\"c\":4}}",
        "application/json",
        ResponseFormat.Json,
        "{\"a\":{\"c\":4,\"d\":{}},\"b\":0}"
    )]
    public void Wrong_labels_and_odd_shapes_are_read(
        string body,
        string type,
        ResponseFormat format,
        string json
    )
    {
        var parsed = ResponseParser.Parse(Encoding.UTF8.GetBytes(body), type);

        Assert.True(parsed.IsSuccess, parsed.Failure?.Message);
        Assert.Equal(
            (format, json),
            (
                parsed.Value.Format,
                parsed
                    .Value.Root.GetRawText()
                    .Replace("\n", "", StringComparison.Ordinal)
                    .Replace("\r", "", StringComparison.Ordinal)
                    .Replace("[ {", "[{", StringComparison.Ordinal)
            )
        );
    }

    [Fact]
    public void A_broken_line_of_json_lines_is_named()
    {
        var failure = ResponseParser
            .Parse("{\"a\":1}\n\n{\"a\" 2}\n"u8.ToArray(), "application/x-ndjson")
            .Failure!;

        Assert.Equal((3, 6), (failure.Line, failure.Column));
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/plain; charset=utf-16")]
    [InlineData(null)]
    public void Utf16_is_read_without_a_mark(string? type)
    {
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            var parsed = ResponseParser.Parse(encoding.GetBytes("{\"a\":\"é😀\"}"), type);

            Assert.True(parsed.IsSuccess, parsed.Failure?.Message);
            Assert.Equal("é😀", parsed.Value.Root.GetProperty("a").GetString());
        }
    }

    [Fact]
    public void Nesting_is_read_to_the_limit_and_refused_past_it_with_the_place()
    {
        var body = "{\"a\":\n" + new string('[', 63) + new string(']', 63) + "}";
        Assert.True(
            ResponseParser.Parse(Encoding.UTF8.GetBytes(body), "application/json").IsSuccess
        );

        var failure = ResponseParser
            .Parse(
                Encoding.UTF8.GetBytes(body.Replace("[]", "[[]]", StringComparison.Ordinal)),
                "application/json"
            )
            .Failure!;

        Assert.Equal((2, 64), (failure.Line, failure.Column));
        Assert.Contains("line 2, column 64", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Xml_too_deep_is_refused_with_the_place()
    {
        var xml =
            "<r>\n"
            + string.Concat(Enumerable.Repeat("<a>", 70))
            + string.Concat(Enumerable.Repeat("</a>", 70))
            + "</r>";

        var failure = ResponseParser.Parse(Encoding.UTF8.GetBytes(xml), "application/xml").Failure!;

        Assert.Equal(2, failure.Line);
        Assert.Contains("line 2, column", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!DOCTYPE a><a/>", "Document type declarations are refused")]
    [InlineData("<a>&nope;</a>", "line 1, column 5")]
    [InlineData("<a><b></a>", "line 1, column")]
    [InlineData("<a>x", "line 1, column")]
    public void Xml_that_is_not_is_refused(string xml, string message) =>
        Assert.Contains(
            message,
            ResponseParser.Parse(Encoding.UTF8.GetBytes(xml), "text/xml").Failure?.Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("9007199254740993")]
    [InlineData("123456789012345678901234567890.1234567890")]
    [InlineData("1e400")]
    [InlineData("-0.10E-400")]
    [InlineData("-0")]
    public void Numbers_keep_their_digits_through_a_selection(string digits)
    {
        var root = ResponseParser
            .Parse(
                Encoding.UTF8.GetBytes($$"""{"n":{{digits}},"l":[{"n":{{digits}}}]}"""),
                "application/json"
            )
            .Value.Root;

        Assert.Equal(
            $$"""{"n":{{digits}},"l":[{"n":{{digits}}}]}""",
            Select(root, "n", "l[].n").GetRawText()
        );
    }

    [Fact]
    public void Long_texts_many_keys_and_odd_keys_are_read()
    {
        var many = JsonSerializer.SerializeToUtf8Bytes(
            Enumerable
                .Range(0, 100_000)
                .ToDictionary(i => "k" + i.ToString(CultureInfo.InvariantCulture))
        );
        var longText = JsonSerializer.SerializeToUtf8Bytes(new { t = new string('x', 900_000) });

        var root = ResponseParser.Parse(many, "application/json").Value.Root;
        Assert.True(FieldTree.Infer(root).IsTruncated);
        Assert.Equal("{\"k99999\":99999,\"k0\":0}", Select(root, "k99999", "k0").GetRawText());
        Assert.Equal(
            900_000,
            Select(ResponseParser.Parse(longText, null).Value.Root, "t")
                .GetProperty("t")
                .GetString()!
                .Length
        );
        Assert.Equal(
            """{"":1,"a.b":2}""",
            Select(JsonElement.Parse("""{"":1,"a.b":2,"a":{"b":3}}"""), "['']", "['a.b']")
                .GetRawText()
        );
    }

    [Fact]
    public void Any_json_is_read_back_whatever_its_encoding_and_label() =>
        Gen.Select(
                AnyJson.Value,
                Gen.Int[0, 2]
                    .Select(i =>
                        new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode }[i]
                    ),
                Gen.Bool,
                Gen.Bool
            )
            .Sample(
                (value, encoding, hasMark, isIndented) =>
                {
                    var text = JsonSerializer.Serialize(
                        value,
                        isIndented ? Indented : JsonSerializerOptions.Default
                    );
                    byte[] body =
                    [
                        .. hasMark ? encoding.Preamble.ToArray() : [],
                        .. encoding.GetBytes(text),
                    ];

                    var parsed = ResponseParser.Parse(body, "application/json");

                    Assert.True(parsed.IsSuccess, parsed.Failure?.Message);
                    Assert.True(JsonElement.DeepEquals(value, parsed.Value.Root));
                },
                iter: 2000
            );

    [Fact]
    public void Cut_json_is_never_taken_for_a_value() =>
        Gen.Select(AnyJson.Value, Gen.Double[0, 1])
            .Where(one => one.Item1.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            .Sample(
                (value, share) =>
                {
                    var whole = JsonSerializer.SerializeToUtf8Bytes(value);
                    var cut = whole.AsMemory(
                        0,
                        Math.Clamp((int)(whole.Length * share), 1, whole.Length - 1)
                    );

                    var failure = ResponseParser.Parse(cut, "application/json").Failure;

                    Assert.NotNull(failure?.Line);
                },
                iter: 2000
            );

    private static JsonElement Select(JsonElement root, params string[] paths) =>
        new FieldSelector(
            [.. paths.Select(path => Some.Field(path) with { Type = FieldType.Unknown })],
            TimeProvider.System
        )
            .Shape(root)
            .Root;
}
