using System.Text.Json;
using CsCheck;
using DataConnectors.Core.People;
using DataConnectors.Tests.Core.Transformation;
using DataConnectors.Tests.Support;

namespace DataConnectors.Tests.Core.People;

public sealed class AttributeValuesTests
{
    [Theory]
    [InlineData(AttributeType.Text, "\"a\"", "\"a\"")]
    [InlineData(AttributeType.Text, "12345678901234567890.50", "\"12345678901234567890.50\"")]
    [InlineData(AttributeType.Text, "true", "\"true\"")]
    [InlineData(AttributeType.Number, "19", "19")]
    [InlineData(AttributeType.Number, "19.00", "19")]
    [InlineData(AttributeType.Number, "\"-7\"", "-7")]
    [InlineData(AttributeType.Number, "9007199254740993", "9007199254740993")]
    [InlineData(AttributeType.Decimal, "19.90", "19.90")]
    [InlineData(AttributeType.Decimal, "1e3", "1e3")]
    [InlineData(AttributeType.Decimal, "\"0.5\"", "0.5")]
    [InlineData(AttributeType.Boolean, "false", "false")]
    [InlineData(AttributeType.Boolean, "\"True\"", "true")]
    [InlineData(AttributeType.Date, "\"2026-03-02\"", "\"2026-03-02\"")]
    [InlineData(AttributeType.Date, "\"2026-03-02T09:30:00+02:00\"", "\"2026-03-02T07:30:00Z\"")]
    [InlineData(AttributeType.Date, "\"2026-03-02T09:30:00\"", "\"2026-03-02T09:30:00Z\"")]
    [InlineData(AttributeType.Date, "\"2026-03-02T09:30:00.120Z\"", "\"2026-03-02T09:30:00.12Z\"")]
    [InlineData(AttributeType.List, "[\"a\",1,null,true]", "[\"a\",1,true]")]
    [InlineData(AttributeType.List, "\"a\"", "[\"a\"]")]
    [InlineData(AttributeType.List, "[]", "[]")]
    public void A_value_that_fits_is_stored(AttributeType type, string answered, string stored)
    {
        var outcome = AttributeValues.Convert(Some.Json(answered), type);

        Assert.Equal(stored, outcome.Value.GetRawText());
    }

    [Theory]
    [InlineData(AttributeType.Text, "{}", "is an object")]
    [InlineData(AttributeType.Text, "[]", "is a list")]
    [InlineData(AttributeType.Number, "19.5", "has decimals")]
    [InlineData(AttributeType.Number, "1e3", "has an exponent")]
    [InlineData(AttributeType.Number, "\"019\"", "is text that is no whole number")]
    [InlineData(AttributeType.Number, "\" 19\"", "is text that is no whole number")]
    [InlineData(AttributeType.Number, "\"\"", "is text that is no whole number")]
    [InlineData(AttributeType.Number, "true", "is true or false")]
    [InlineData(
        AttributeType.Number,
        "12345678901234567890123456789012345678901",
        "has more than 40 digits"
    )]
    [InlineData(AttributeType.Decimal, "\"12,50\"", "is text that is no number")]
    [InlineData(AttributeType.Decimal, "\"1.\"", "is text that is no number")]
    [InlineData(AttributeType.Decimal, "\"-\"", "is text that is no number")]
    [InlineData(AttributeType.Boolean, "1", "is a number")]
    [InlineData(AttributeType.Boolean, "\"yes\"", "is text that is neither true nor false")]
    [InlineData(AttributeType.Date, "1767225600", "is a number")]
    [InlineData(AttributeType.Date, "\"02.03.2026\"", "is text that is no ISO 8601 date")]
    [InlineData(AttributeType.Date, "\"2026-13-02\"", "is text that is no ISO 8601 date")]
    [InlineData(AttributeType.Date, "true", "is true or false")]
    [InlineData(AttributeType.List, "{}", "is an object")]
    [InlineData(AttributeType.List, "[{}]", "holds objects")]
    [InlineData(AttributeType.List, "[[]]", "holds lists")]
    public void What_does_not_fit_is_said(AttributeType type, string answered, string misfit) =>
        Assert.Equal(misfit, AttributeValues.Convert(Some.Json(answered), type).Failure);

    [Fact]
    public void Values_have_bounds()
    {
        Assert.True(Convert(new string('a', 10_000), AttributeType.Text).IsSuccess);
        Assert.Equal(
            "is longer than 10,000 characters",
            Convert(new string('a', 10_001), AttributeType.Text).Failure
        );
        Assert.True(Convert(new int[100], AttributeType.List).IsSuccess);
        Assert.Equal(
            "has more than 100 elements",
            Convert(new int[101], AttributeType.List).Failure
        );
        Assert.Equal(
            "holds text longer than 1,000 characters",
            Convert(new[] { new string('a', 1_001) }, AttributeType.List).Failure
        );
    }

    [Fact]
    public void What_was_stored_once_is_stored_again_unchanged_and_nothing_throws() =>
        Gen.Select(AnyJson.Value, Gen.Enum<AttributeType>())
            .Sample(
                (value, type) =>
                {
                    if (
                        value.ValueKind != JsonValueKind.Null
                        && AttributeValues.Convert(value, type).TryGet(out var stored, out _)
                    )
                    {
                        Assert.Equal(
                            stored.GetRawText(),
                            AttributeValues.Convert(stored, type).Value.GetRawText()
                        );
                    }
                },
                iter: 2_000
            );

    [Fact]
    public void A_list_is_read_by_placeholders_with_commas_between_its_elements()
    {
        var person = Some.PersonSnapshot(attributesJson: """{"tags":["a",1,true],"none":[]}""");

        Assert.Equal(
            "a, 1, true",
            AttributeCatalog.Read("person.tags", person, conversation: null)
        );
        Assert.Equal("", AttributeCatalog.Read("person.none", person, conversation: null));
    }

    private static DataConnectors.Core.Kernel.Outcome<JsonElement, string> Convert<T>(
        T value,
        AttributeType type
    ) => AttributeValues.Convert(JsonSerializer.SerializeToElement(value), type);
}
