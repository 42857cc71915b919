using System.Text;
using System.Text.Json;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Templating;

namespace DataConnectors.Tests.Core.Execution;

public sealed class ScriptContextTests
{
    private static readonly ConnectorDefinition Definition = new()
    {
        DataInputs =
        [
            new DataInput { Name = "number", Type = DataInputType.Number },
            new DataInput { Name = "code", Type = DataInputType.Number },
            new DataInput { Name = "amount", Type = DataInputType.Decimal },
            new DataInput { Name = "is_gift", Type = DataInputType.Boolean },
            new DataInput { Name = "note" },
            new DataInput { Name = "absent" },
        ],
    };

    [Fact]
    public void Inputs_keep_their_types_and_their_digits()
    {
        var context = Write(
            new RawResponse(201, "application/json", [], default),
            ("number", TemplateValue.Parse(TemplateValueKind.Integer, "9007199254740993123")),
            ("code", TemplateValue.Parse(TemplateValueKind.Integer, "007")),
            ("amount", TemplateValue.Parse(TemplateValueKind.Decimal, "-0.50")),
            ("is_gift", TemplateValue.Parse(TemplateValueKind.Boolean, "true")),
            ("note", TemplateValue.Parse(TemplateValueKind.Text, "\"quoted\" \u0000")),
            ("person.email", TemplateValue.Parse(TemplateValueKind.Text, "ana@example.com"))
        );

        Assert.Equal(
            """{"status":201,"headers":{},"inputs":{"number":9007199254740993123,"code":"007","amount":-0.50,"is_gift":true,"note":"\"quoted\" \u0000","absent":null}}""",
            context
        );
    }

    [Fact]
    public void Headers_are_named_in_lower_case_and_repeated_ones_joined()
    {
        var context = Write(
            new RawResponse(
                200,
                null,
                [
                    new HeaderField("Link", "<a>"),
                    new HeaderField("X-Total", "3"),
                    new HeaderField("link", "<b>"),
                ],
                default
            )
        );

        using var document = JsonDocument.Parse(context);
        var headers = document.RootElement.GetProperty("headers");
        Assert.Equal("<a>, <b>", headers.GetProperty("link").GetString());
        Assert.Equal("3", headers.GetProperty("x-total").GetString());
    }

    private static string Write(
        RawResponse response,
        params (string Name, Outcome<TemplateValue, string> Value)[] values
    ) =>
        Encoding.UTF8.GetString(
            ScriptContext
                .Of(
                    response,
                    Definition,
                    new TemplateValues(
                        values.ToDictionary(
                            value => value.Name,
                            value =>
                                value.Value.IsSuccess ? value.Value.Value : TemplateValue.Text("?"),
                            StringComparer.Ordinal
                        )
                    )
                )
                .Span
        );
}
