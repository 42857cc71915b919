using DataConnectors.Core.Transformation;
using DataConnectors.Tests.Support;

namespace DataConnectors.Tests.Core.Transformation;

public sealed class LeftOutTests
{
    [Theory]
    [InlineData("""{"a":{"b":1}}""", "a", "{}", "an object")]
    [InlineData("""{"a":"text"}""", "a.b", "{}", "a single value")]
    [InlineData("""{"a":[{"b":1},5]}""", "a[].b", """{"a":[{"b":1},null]}""", "a single value")]
    [InlineData("""{"a":[[1],2]}""", "a[]", """{"a":[null,2]}""", "a list")]
    public void A_value_of_which_nothing_is_chosen_is_left_out_and_said(
        string answer,
        string path,
        string expected,
        string met
    )
    {
        var shaped = Shape(answer, path);

        Assert.Equal(expected, shaped.Root.GetRawText());
        var finding = Assert.Single(shaped.Findings);
        Assert.Equal("responseFields[0]", finding.Path);
        Assert.Contains(met, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"a":null}""", "a", """{"a":null}""")]
    [InlineData("""{"b":1}""", "a", "{}")]
    [InlineData("""{"a":{}}""", "a", """{"a":{}}""")]
    public void What_is_null_missing_or_empty_is_no_finding(
        string answer,
        string path,
        string expected
    )
    {
        var shaped = Shape(answer, path);

        Assert.Equal(expected, shaped.Root.GetRawText());
        Assert.Empty(shaped.Findings);
    }

    private static ShapedFields Shape(string answer, string path) =>
        new FieldSelector([Some.Field(path)], TimeProvider.System).Shape(Some.Json(answer));
}
