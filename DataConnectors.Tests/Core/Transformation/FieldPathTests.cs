using CsCheck;
using DataConnectors.Core.Transformation;

namespace DataConnectors.Tests.Core.Transformation;

public sealed class FieldPathTests
{
    private static readonly Gen<FieldStep> Step = Gen.Frequency(
        (1, Gen.Const(FieldStep.Elements)),
        (1, AnyJson.Key.Select(key => new FieldStep(key))),
        (1, Gen.String["ab.[]'\\$ \t@é"].Select(key => new FieldStep(key)))
    );

    [Fact]
    public void Every_path_is_read_back_as_written() =>
        Step.Array[0, 6]
            .Select(FieldPath.Of)
            .Sample(path => Assert.Equal(path, FieldPath.Parse(path.ToString()).Value), iter: 5000);

    [Fact]
    public void Different_paths_are_written_differently() =>
        Gen.Select(Step.Array[0, 3].Select(FieldPath.Of), Step.Array[0, 3].Select(FieldPath.Of))
            .Sample(
                (one, other) => Assert.Equal(one.Equals(other), one.ToString() == other.ToString()),
                iter: 5000
            );

    [Theory]
    [InlineData("customer.email")]
    [InlineData("items[].name")]
    [InlineData("[].id")]
    [InlineData("matrix[][]")]
    [InlineData("['a.b'].c['it\\'s'][]")]
    [InlineData("$")]
    [InlineData("$ref")]
    [InlineData("['$']")]
    [InlineData("@id.#text")]
    public void The_canonical_form_is_kept(string text) =>
        Assert.Equal(text, FieldPath.Parse(text).Value.ToString());

    [Theory]
    [InlineData("$.a", "a")]
    [InlineData("$[].a", "[].a")]
    [InlineData("['a']", "a")]
    public void Other_forms_are_understood(string text, string canonical) =>
        Assert.Equal(canonical, FieldPath.Parse(text).Value.ToString());

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData(".a")]
    [InlineData("a.")]
    [InlineData("a..b")]
    [InlineData("a[0]")]
    [InlineData("a[")]
    [InlineData("a['b'")]
    [InlineData("a['b]")]
    [InlineData("a['b'x]")]
    [InlineData("[]a")]
    [InlineData("a b")]
    [InlineData("a]")]
    [InlineData("a.[]")]
    public void What_is_no_path_is_refused(string text) =>
        Assert.False(FieldPath.Parse(text).IsSuccess);

    [Fact]
    public void Half_a_character_and_too_many_steps_are_refused()
    {
        Assert.False(FieldPath.Parse("a\ud83d").IsSuccess);
        Assert.True(FieldPath.Parse(string.Join('.', Enumerable.Repeat("a", 64))).IsSuccess);
        Assert.False(FieldPath.Parse(string.Join('.', Enumerable.Repeat("a", 65))).IsSuccess);
    }
}
