using System.Text;
using System.Text.Json;
using CsCheck;
using DataConnectors.Core.Transformation;

namespace DataConnectors.Tests.Core.Transformation;

public sealed class ResponseParserTests
{
    [Theory]
    [InlineData("""{"a":1}""", "application/json", ResponseFormat.Json, """{"a":1}""")]
    [InlineData(
        "\ufeff {\"a\":1}",
        "application/json; charset=utf-8",
        ResponseFormat.Json,
        """{"a":1}"""
    )]
    [InlineData("[1]", "application/problem+json", ResponseFormat.Json, "[1]")]
    [InlineData("[1]", null, ResponseFormat.Json, "[1]")]
    [InlineData("12", null, ResponseFormat.Json, "12")]
    [InlineData("\n {\"a\":1}", "text/html", ResponseFormat.Json, """{"a":1}""")]
    [InlineData("{\"a\":1}", "application/octet-stream", ResponseFormat.Json, """{"a":1}""")]
    [InlineData("12", "text/plain", ResponseFormat.Text, "\"12\"")]
    [InlineData("{not json", "text/plain", ResponseFormat.Text, "\"{not json\"")]
    [InlineData("OK", null, ResponseFormat.Text, "\"OK\"")]
    [InlineData("<a>1</a>", null, ResponseFormat.Xml, """{"a":"1"}""")]
    [InlineData("<?xml version='1.0'?><a>1</a>", "text/plain", ResponseFormat.Xml, """{"a":"1"}""")]
    [InlineData(
        """{"n":12345678901234567890.10}""",
        "application/json",
        ResponseFormat.Json,
        """{"n":12345678901234567890.10}"""
    )]
    [InlineData(
        """{"t":"\ud83d!\ud83d\ude00\\ud83d"}""",
        "application/json",
        ResponseFormat.Json,
        """{"t":"\ufffd!\ud83d\ude00\\ud83d"}"""
    )]
    [InlineData("", "application/json", ResponseFormat.Empty, "null")]
    [InlineData(" \r\n", "application/json", ResponseFormat.Empty, "null")]
    public void An_answer_is_read_for_what_it_is(
        string body,
        string? contentType,
        ResponseFormat format,
        string json
    )
    {
        var parsed = ResponseParser.Parse(Encoding.UTF8.GetBytes(body), contentType);

        Assert.True(parsed.IsSuccess, parsed.Failure?.Message);
        Assert.Equal(format, parsed.Value.Format);
        Assert.True(
            JsonElement.DeepEquals(JsonElement.Parse(json), parsed.Value.Root),
            parsed.Value.Root.GetRawText()
        );
    }

    [Fact]
    public void Numbers_keep_their_digits() =>
        Assert.Equal(
            "9007199254740993.10",
            ResponseParser.Parse("9007199254740993.10"u8.ToArray(), null).Value.Root.GetRawText()
        );

    public static TheoryData<byte[], string?, string> Encoded =>
        new()
        {
            {
                [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("{\"a\":\"é\"}")],
                "application/json",
                "é"
            },
            {
                [
                    .. Encoding.BigEndianUnicode.Preamble,
                    .. Encoding.BigEndianUnicode.GetBytes("{\"a\":\"é\"}"),
                ],
                null,
                "é"
            },
            { Encoding.Unicode.GetBytes("{\"a\":\"é\"}"), "application/json; charset=utf-16", "é" },
            {
                Encoding.Latin1.GetBytes("{\"a\":\"é\"}"),
                "application/json; charset=\"ISO-8859-1\"",
                "é"
            },
            { Encoding.Latin1.GetBytes("{\"a\":\"é\"}"), "application/json", "\ufffd" },
            {
                Encoding.Latin1.GetBytes("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>é</a>"),
                "application/xml",
                "é"
            },
            {
                Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>é</a>"),
                "application/xml; charset=utf-7",
                "é"
            },
        };

    [Theory]
    [MemberData(nameof(Encoded))]
    public void An_answer_is_read_in_its_encoding(
        byte[] body,
        string? contentType,
        string expected
    ) =>
        Assert.Equal(
            expected,
            ResponseParser.Parse(body, contentType).Value.Root.GetProperty("a").GetString()
        );

    [Theory]
    [InlineData("{\"a\":1,\n \"b\" 2}", "application/json", 2, 6)]
    [InlineData("<html>", "application/json", 1, 1)]
    [InlineData("{\"a\":1", "text/json", 1, 7)]
    [InlineData("{} {}", "application/json", 1, 4)]
    [InlineData("<a>\n<b></a>", "application/xml", 2, 6)]
    [InlineData("<a/><b/>", "application/soap+xml", 1, 6)]
    [InlineData(
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
        "text/xml",
        1,
        1
    )]
    public void A_malformed_answer_is_refused_with_its_place(
        string body,
        string contentType,
        int line,
        int column
    )
    {
        var failure = ResponseParser.Parse(Encoding.UTF8.GetBytes(body), contentType).Failure;

        Assert.NotNull(failure);
        Assert.Equal((line, column), (failure.Line, failure.Column));
        Assert.Contains($"line {line}, column {column}", failure.Message, StringComparison.Ordinal);
    }

    [Theory] // resp-06
    [InlineData("[", "application/json")]
    [InlineData("{\"a\":", "application/json")]
    [InlineData("[", "text/plain")]
    [InlineData("[", null)]
    [InlineData("<a>", "application/xml")]
    [InlineData("<a>", null)]
    public void An_answer_nested_too_deep_is_refused(string opening, string? contentType)
    {
        var body = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(opening, 100_000)));

        Assert.Contains(
            "64 levels",
            ResponseParser.Parse(body, contentType).Failure?.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("<html><p>x</p></html>", "text/html")]
    [InlineData("maintenance", "text/html; charset=utf-8")]
    [InlineData("<!DOCTYPE html><p>", null)]
    [InlineData("<HTML><p>x</p></HTML>", null)]
    [InlineData(" <!doctype HTML>", "text/plain")]
    public void A_web_page_is_no_data(string body, string? contentType)
    {
        var parsed = ResponseParser.Parse(Encoding.UTF8.GetBytes(body), contentType);

        Assert.Contains("web page", parsed.Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sixty_four_levels_are_read()
    {
        var body = Encoding.UTF8.GetBytes(new string('[', 64) + new string(']', 64));

        Assert.True(ResponseParser.Parse(body, "application/json").IsSuccess);
        Assert.False(
            ResponseParser
                .Parse((byte[])[.. "["u8, .. body, .. "]"u8], "application/json")
                .IsSuccess
        );
    }

    [Fact]
    public void Xml_that_lists_make_too_deep_is_refused()
    {
        var body = Enumerable
            .Range(0, 40)
            .Aggregate("x", (inner, _) => $"<a><b>{inner}</b><b/></a>");

        Assert.Contains(
            "64 levels",
            ResponseParser.Parse(Encoding.UTF8.GetBytes(body), "text/xml").Failure?.Message,
            StringComparison.Ordinal
        );
    }

    public static TheoryData<byte[], string?, string> Binary =>
        new()
        {
            { [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10], "image/png", "a PNG image" },
            { [.. "%PDF-1.7"u8], "application/pdf", "a PDF document" },
            { [0x1F, 0x8B, 8, 0], "application/json", "gzip" },
            { [1, 0, 2], "application/x-thing; a=<script>", "application/x-thing" },
            { [0xFF, 0x01], null, "of an unknown kind" },
            { [1], "image/<b>", "image/b" },
        };

    [Theory]
    [MemberData(nameof(Binary))]
    public void A_binary_answer_is_refused_by_name(byte[] body, string? contentType, string name) =>
        Assert.Contains(
            $"binary ({name}",
            ResponseParser.Parse(body, contentType).Failure?.Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(
        "<o id='7'><i>1</i><i>2</i><n/></o>",
        """{"o":{"@id":"7","i":["1","2"],"n":null}}"""
    )]
    [InlineData("<o><i>1</i><n>2</n><i>3</i><i/></o>", """{"o":{"i":["1","3",null],"n":"2"}}""")]
    [InlineData("<o a='1'>x <b>y</b> z</o>", """{"o":{"@a":"1","b":"y","#text":"x  z"}}""")]
    [InlineData("<o><![CDATA[a<b]]>&amp;</o>", """{"o":"a<b&"}""")]
    [InlineData("<s:o xmlns:s='urn:x' s:k='v'><s:i>1</s:i></s:o>", """{"o":{"@k":"v","i":"1"}}""")]
    [InlineData(
        "<o xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'><i xsi:nil='true'/><j xsi:type='t'>1</j></o>",
        """{"o":{"i":null,"j":"1"}}"""
    )]
    [InlineData(
        "<?xml version='1.0'?>\n<!-- c --><o>\n  <i> 1 </i>\n</o>\n",
        """{"o":{"i":" 1 "}}"""
    )]
    public void Xml_becomes_json(string xml, string json)
    {
        var root = ResponseParser.Parse(Encoding.UTF8.GetBytes(xml), "application/xml").Value.Root;

        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(json), root), root.GetRawText());
    }

    [Fact]
    public void No_body_makes_the_parser_throw() =>
        Gen.Select(
                Gen.OneOf(
                    Gen.Byte.Array[0, 40],
                    Gen.Int[0, 14]
                        .Select(i =>
                            new[]
                            {
                                "{",
                                "}",
                                "[",
                                "]",
                                "\"",
                                "\\ud83d",
                                "\\ude00",
                                "\\",
                                "<a>",
                                "</a>",
                                "<?xml ",
                                "encoding=",
                                "1",
                                ",",
                                ":",
                            }[i]
                        )
                        .Array[0, 12]
                        .Select(parts => Encoding.UTF8.GetBytes(string.Concat(parts)))
                ),
                Gen.Int[0, 5]
                    .Select(i =>
                        new[]
                        {
                            null,
                            "application/json",
                            "text/xml",
                            "text/plain",
                            "text/html; charset=utf-16",
                            ";",
                        }[i]
                    )
            )
            .Sample(
                (body, contentType) =>
                {
                    if (ResponseParser.Parse(body, contentType).TryGet(out var parsed, out _))
                    {
                        FieldTree.Infer(parsed.Root);
                    }
                },
                iter: 5_000
            );
}
