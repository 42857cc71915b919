using CsCheck;
using DataConnectors.Web.Components.Connectors.Builder.Data.Fields;

namespace DataConnectors.Tests.Web.Components.Connectors.Builder.Data.Fields;

public sealed class CodePairsTests
{
    [Fact]
    public void Pairs_are_written_as_an_object_and_read_back() =>
        Gen.Dictionary(Gen.String.AlphaNumeric, Gen.String.AlphaNumeric)[0, 8]
            .Where(pairs => pairs.All(pair => pair.Key.Length + pair.Value.Length > 0))
            .Sample(pairs => Assert.Equal(pairs, CodePairs.Parse(CodePairs.Write(pairs))));

    [Fact]
    public void Rows_that_are_still_empty_are_left_out() =>
        Assert.Equal(
            """{"S":"Shipped – über"}""",
            CodePairs.Write([new("", ""), new("S", "Shipped – über")])
        );

    [Theory]
    [InlineData("")]
    [InlineData("[1]")]
    [InlineData("{oops")]
    public void What_is_no_object_has_no_pairs(string json) => Assert.Empty(CodePairs.Parse(json));
}
