using DataConnectors.Core.Transformation;
using DataConnectors.Tests.Support;

namespace DataConnectors.Tests.Core.Transformation;

public sealed class RedactedOutputTests
{
    [Theory]
    [InlineData("id!", "id")]
    [InlineData("id", "")]
    [InlineData("tags[]>labels!", "labels")]
    [InlineData("customer>client,customer.email>mail!", "client.mail")]
    [InlineData("items[].card>number!,items[].name", "items.number")]
    [InlineData("items[].card!-,items[]>all|count", "all")]
    [InlineData("items[].card!-,items[].name,id|expression", "id")]
    [InlineData("items[]!-,items[].name", "items.name")]
    [InlineData("[].card>c!", "c")]
    [InlineData("[].card!-,[]|count", "$")]
    public void Redacted_values_are_found_under_their_names_in_the_output(
        string selection,
        string paths
    ) =>
        Assert.Equal(
            paths,
            string.Join(',', RedactedOutput.PathsOf([.. selection.Split(',').Select(Field)]))
        );

    /// <summary>A field written <c>path&gt;name|kind!-</c>: redacted with an exclamation mark, hidden with a hyphen.</summary>
    private static ResponseField Field(string text)
    {
        var words = text.TrimEnd('-').TrimEnd('!').Split('|');
        var names = words[0].Split('>');
        return Some.Field(
            names[0],
            isExposed: !text.EndsWith('-'),
            isRedacted: text.Contains('!', StringComparison.Ordinal)
        ) with
        {
            RenamedTo = names.ElementAtOrDefault(1),
            Transformations =
            [
                .. words
                    .Skip(1)
                    .Select(kind => new FieldTransformation(
                        kind,
                        new Dictionary<string, string>()
                    )),
            ],
        };
    }
}
