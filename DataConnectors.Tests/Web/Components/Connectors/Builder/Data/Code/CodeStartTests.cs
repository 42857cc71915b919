using DataConnectors.Core.Connectors;
using DataConnectors.Web.Components.Connectors.Builder.Data;
using DataConnectors.Web.Components.Connectors.Builder.Data.Code;

namespace DataConnectors.Tests.Web.Components.Connectors.Builder.Data.Code;

public sealed class CodeStartTests
{
    [Fact]
    public void Python_picks_the_first_fields_of_an_object() =>
        Assert.Equal(
            """
            def transform(response):
                return {
                    "id": response.get("id"),
                    "ship-to": response.get("ship-to"),
                }

            """,
            Write(CodeMode.Python, """{"id":1,"ship-to":"x"}""")
        );

    [Fact]
    public void JavaScript_picks_the_first_fields_of_an_object() =>
        Assert.Equal(
            """
            function transform(response) {
              return {
                id: response.id,
                "ship-to": response["ship-to"],
              };
            }

            """,
            Write(CodeMode.JavaScript, """{"id":1,"ship-to":"x"}""")
        );

    [Fact]
    public void What_merely_wraps_the_answer_is_unpacked_down_to_the_elements_of_a_list()
    {
        const string Wrapped = """{"data":{"items":[{"sku":"a"}]}}""";

        Assert.Equal(
            """
            def transform(response):
                data = response.get("data") or {}
                items = data.get("items") or []
                return [
                    {
                        "sku": item.get("sku"),
                    }
                    for item in items
                ]

            """,
            Write(CodeMode.Python, Wrapped)
        );
        Assert.Equal(
            """
            function transform(response) {
              const data = response.data ?? {};
              const items = data.items ?? [];
              return items.map((item) => ({
                sku: item.sku,
              }));
            }

            """,
            Write(CodeMode.JavaScript, Wrapped)
        );
    }

    [Theory]
    [InlineData("[1,2]")]
    [InlineData("\"text\"")]
    [InlineData("{}")]
    [InlineData("")]
    public void An_answer_without_fields_is_returned_as_it_is(string body) =>
        Assert.Equal(
            "def transform(response):\n    return response\n",
            Write(CodeMode.Python, body)
        );

    [Fact]
    public void Without_an_example_the_answer_is_returned_as_it_is() =>
        Assert.Equal(
            "function transform(response) {\n  return response;\n}\n",
            CodeStart.Write(CodeMode.JavaScript, fields: null)
        );

    [Fact]
    public void A_key_that_is_no_variable_of_the_language_gets_another_name() =>
        Assert.Contains(
            "inner = response.get(\"class\") or {}",
            Write(CodeMode.Python, """{"class":{"id":1}}"""),
            StringComparison.Ordinal
        );

    [Fact]
    public void Quotes_and_characters_beyond_the_basic_plane_stay_what_they_are() =>
        Assert.Contains(
            "\"say \\\"hi\\\" 😀\": response.get(\"say \\\"hi\\\" 😀\")",
            Write(CodeMode.Python, """{"say \"hi\" 😀":1,"b":2}"""),
            StringComparison.Ordinal
        );

    [Fact]
    public void Of_many_fields_only_the_first_are_picked()
    {
        var body = $"{{{string.Join(',', Enumerable.Range(0, 40).Select(i => $"\"f{i}\":1"))}}}";

        var lines = Write(CodeMode.Python, body).Split('\n');

        Assert.Equal(
            CodeStart.MaxFields,
            lines.Count(line => line.Contains(".get(", StringComparison.Ordinal))
        );
    }

    private static string Write(CodeMode mode, string body) =>
        CodeStart.Write(mode, FieldChoices.Of(new ExampleResponse(200, null, body)).Tree?.Root);
}
