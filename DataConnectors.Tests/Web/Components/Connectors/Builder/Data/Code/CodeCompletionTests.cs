using System.Text.Json;
using DataConnectors.Core.Connectors;
using DataConnectors.Tests.Support;
using DataConnectors.Web.Components.Connectors.Builder.Data;
using DataConnectors.Web.Components.Connectors.Builder.Data.Code;
using Jint;
using Jint.Native;

namespace DataConnectors.Tests.Web.Components.Connectors.Builder.Data.Code;

/// <summary>The editor's own script, told the shapes that the server tells it. <c>|</c> is the caret.</summary>
public sealed class CodeCompletionTests
{
    private static readonly ConnectorDefinition Definition = new()
    {
        ExampleResponse = new ExampleResponse(
            200,
            null,
            """{"order":{"id":1001,"ship-to":"Rome","items":[{"name":"Mug","price":4.5}]},"ok":true}"""
        ),
        DataInputs = [new DataInput { Name = "order_id" }],
    };

    [Theory]
    [InlineData("""response["|"]""", """order"] ok"]""")]
    [InlineData("""response['|""", """order'] ok']""")]
    [InlineData("""response[|]""", "\"order\"] \"ok\"]")]
    [InlineData("""response["order"]["|""", """id"] ship-to"] items"]""")]
    [InlineData("""response["order"]["items"][0]["|""", """name"] price"]""")]
    [InlineData("""response["order"]["items"][1:][0]["|""", """name"] price"]""")]
    [InlineData("""response.get("|""", """order" ok" """)]
    [InlineData("""response.get("order", {}).get("|""", """id" ship-to" items" """)]
    [InlineData("""(response.get("order") or {})["|""", """id"] ship-to"] items"]""")]
    [InlineData("""context["inputs"]["|""", """order_id"]""")]
    [InlineData("""context["|""", """status"] headers"] inputs"]""")]
    [InlineData("import json\njson.|", "JSONDecodeError dumps loads")]
    [InlineData("import math as m, json as j\nj.|", "JSONDecodeError dumps loads")]
    [InlineData("from urllib import parse\n\"a\".|", "")]
    [InlineData("from datetime import timezone as tz\ntz.|", "utc")]
    [InlineData(
        "from functools import partial, |",
        "cache cached_property cmp_to_key lru_cache partial reduce singledispatch wraps"
    )]
    public void Python_offers(string code, string expected) =>
        Assert.Equal(expected.TrimEnd(), Complete("python", code));

    [Theory]
    [InlineData("response.|", "order ok")]
    [InlineData("response.order.|", """id ["ship-to"] items""")]
    [InlineData("response?.order?.items[0].|", "name price")]
    [InlineData("""response["order"].items.at(-1).|""", "name price")]
    [InlineData(
        "response.order.items\n    .filter((x) => x.price > 3)\n    .map((y) => y.|",
        "name price"
    )]
    [InlineData("context.inputs.|", "order_id")]
    [InlineData("JSON.|", "parse stringify")]
    [InlineData("""response["|""", """order"] ok"]""")]
    public void JavaScript_offers(string code, string expected) =>
        Assert.Equal(expected, Complete("javascript", code));

    [Theory]
    [InlineData("python", "def transform(r, ctx):\n    order = r[\"order\"]\n    order[\"|")]
    [InlineData("python", "order = response.get(\"order\") or {}  # the order\norder[\"|")]
    [InlineData("javascript", "function transform(r) {\n  const { order } = r;\n  order[\"|")]
    [InlineData("javascript", "const transform = (r) => {\n  const o = r.order ?? {};\n  o[\"|")]
    public void Variables_know_what_they_hold(string language, string code) =>
        Assert.Equal("""id"] ship-to"] items"]""", Complete(language, code));

    [Theory]
    [InlineData("python", "for item in response[\"order\"][\"items\"]:\n    item[\"|")]
    [InlineData(
        "python",
        "for i, item in enumerate(response[\"order\"][\"items\"]):\n    item[\"|"
    )]
    [InlineData("python", "names = [item[\"|\"] for item in response[\"order\"][\"items\"]]")]
    [InlineData("javascript", "for (const item of response.order.items) { item[\"|")]
    public void Loops_know_the_elements(string language, string code) =>
        Assert.Equal("""name"] price"]""", Complete(language, code));

    [Theory]
    [InlineData("python", "# response.|")]
    [InlineData("python", "text = \"the |")]
    [InlineData("javascript", "// response.|")]
    [InlineData("python", "x = 3.|")]
    [InlineData("python", "order = 3\norder[\"|")]
    public void Nothing_is_offered_where_nothing_fits(string language, string code) =>
        Assert.DoesNotContain("id", Complete(language, code).Split(' '));

    [Theory]
    [InlineData("python", "constructor.|")]
    [InlineData("python", "from constructor import |")]
    [InlineData("python", "response[\"constructor\"][\"|")]
    [InlineData("javascript", "constructor.|")]
    [InlineData("javascript", "toString.|")]
    [InlineData("javascript", "const { constructor } = response;\nconstructor.|")]
    [InlineData("javascript", "response.__proto__.|")]
    public void Names_that_every_object_inherits_hold_nothing(string language, string code) =>
        Assert.Equal("", Complete(language, code));

    [Fact]
    public void Names_of_the_code_and_the_language_are_offered_and_words_of_texts_are_not()
    {
        var offered = Complete("python", "total = 3\nnote = \"banana\"\n|").Split(' ');

        Assert.Superset(
            new HashSet<string> { "response", "context", "total", "note", "print", "return" },
            offered.ToHashSet()
        );
        Assert.DoesNotContain("banana", offered);
    }

    [Fact]
    public void Every_module_that_the_help_names_can_be_completed() =>
        Assert.Equal(
            CodeMode.Python.Modules.Order(StringComparer.Ordinal),
            Complete("python", "import |").Split(' ').Order(StringComparer.Ordinal)
        );

    [Fact]
    public void What_is_replaced_reaches_over_the_closing_quote_and_bracket()
    {
        var item = Suggest("python", """response["or|der"]""")[0];

        Assert.Equal(2, item.Get("from").AsNumber());
        Assert.Equal(5, item.Get("to").AsNumber());
    }

    private static string Complete(string language, string code) =>
        string.Join(' ', Suggest(language, code).Select(item => item.Get("insert").AsString()));

    private static List<JsValue> Suggest(string language, string code)
    {
        var caret = code.IndexOf('|', StringComparison.Ordinal);
        using var engine = new Engine(options =>
            options.EnableModules(Path.Combine(Checkout.WebProject, "wwwroot/js"))
        );
        var parameters = new[]
        {
            ExampleShape.Response(FieldChoices.Of(Definition.ExampleResponse!).Tree?.Root),
            ExampleShape.Context(Definition),
        };
        var line = code[(caret + 1)..].Split('\n')[0];
        var found = engine
            .Modules.Import("./code-completion.js")
            .Get("complete")
            .Call(
                language,
                code[..caret],
                line,
                engine.Evaluate(
                    $"({JsonSerializer.Serialize(parameters, JsonSerializerOptions.Web)})"
                )
            );
        return [.. found.AsArray()];
    }
}
