using DataConnectors.Web.Components.Connectors.Builder.Data.Fields;
using static DataConnectors.Tests.Web.Components.Connectors.Builder.Data.Fields.SomeFields;

namespace DataConnectors.Tests.Web.Components.Connectors.Builder.Data.Fields;

public sealed class FieldWordsTests
{
    [Theory]
    [InlineData("""{"a":1}""", "a", "integer")]
    [InlineData(
        """[{"a":"x"},{"a":null},{},{"a":"y"}]""",
        "[].a",
        "text · 2 of 4, 1 null, 1 missing"
    )]
    [InlineData("""[{"a":1},{"a":1.5}]""", "[].a", "decimal · 2 of 2")]
    [InlineData("""[{"a":1},{"a":"x"}]""", "[].a", "text 1×, integer 1× · 2 of 2")]
    public void What_was_seen_of_a_field_is_said(string json, string path, string expected) =>
        Assert.Equal(expected, FieldWords.Evidence(Line(Outline(json), path).Node));
}
