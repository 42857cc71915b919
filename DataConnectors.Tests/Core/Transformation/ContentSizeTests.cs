using System.Text.Json;
using DataConnectors.Core.Transformation;

namespace DataConnectors.Tests.Core.Transformation;

public sealed class ContentSizeTests
{
    [Theory]
    [InlineData("null", 4, 1)]
    [InlineData("{ \"id\" : 7,\n \"b\" : \"x y\" }", 18, 10)]
    [InlineData("\"Příliš\"", 8, 6)]
    [InlineData("\"日本語\"", 5, 5)]
    [InlineData("\"😀\"", 3, 4)]
    [InlineData("\"a\\\" b\"", 7, 5)]
    [InlineData("1234567", 7, 3)]
    public void An_answer_has_a_size(string json, int characters, int tokens) =>
        Assert.Equal(new ContentSize(characters, tokens), ContentSize.Of(JsonElement.Parse(json)));

    [Fact]
    public void Nothing_has_no_size() => Assert.Equal(default, ContentSize.Of(default));
}
