using System.Text.Json;
using CsCheck;
using DataConnectors.Web.Components.Shared;
using Xunit;

namespace DataConnectors.Tests.Web.Components.Shared;

public sealed class ReadableJsonTests
{
    private static readonly string[] Parts =
    [
        "\\",
        "u",
        "\\u",
        "D83D",
        "DE00",
        "\\uD83D",
        "😀",
        "\"",
        "\n",
        "é",
    ];

    [Theory]
    [InlineData("für <b> & 😀", "\"für <b> & 😀\"")]
    [InlineData("\\😀", "\"\\\\😀\"")]
    [InlineData("\\uD83D\\uDE00", "\"\\\\uD83D\\\\uDE00\"")]
    [InlineData("\\\\uD83D😀\n", "\"\\\\\\\\uD83D😀\\n\"")]
    [InlineData("\"\0\"", "\"\\\"\\u0000\\\"\"")]
    public void Text_stays_what_a_person_reads(string text, string expected) =>
        Assert.Equal(expected, ReadableJson.Write(text));

    [Fact]
    public void Whatever_is_written_reads_back() =>
        Gen.Int[0, Parts.Length - 1]
            .Select(i => Parts[i])
            .Array[0, 8]
            .Select(string.Concat)
            .Sample(text =>
                Assert.Equal(
                    text,
                    JsonSerializer.Deserialize<string>(ReadableJson.Write(text)),
                    StringComparer.Ordinal
                )
            );

    [Fact]
    public void It_can_be_indented() =>
        Assert.Equal(
            "[\n  \"😀\"\n]",
            ReadableJson.Write(new[] { "😀" }, isIndented: true).ReplaceLineEndings("\n")
        );
}
