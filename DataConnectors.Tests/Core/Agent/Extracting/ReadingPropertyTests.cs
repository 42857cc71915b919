using System.Globalization;
using CsCheck;
using DataConnectors.Core.Agent.Extracting;
using DataConnectors.Core.Connectors;

namespace DataConnectors.Tests.Core.Agent.Extracting;

public sealed class ReadingPropertyTests
{
    private static readonly string[] Pieces =
    [
        "order",
        "ORD-1042",
        "#77",
        "1,000",
        "-3.5",
        "5%",
        "$20",
        "€",
        "two",
        "hundred",
        "and",
        "a",
        "half",
        "from",
        "to",
        "in",
        "Berlin",
        "New York",
        ",",
        ".",
        "?",
        "\"",
        "'",
        "“",
        "(",
        ")",
        "x^2",
        "+",
        "5 March 2026",
        "tomorrow",
        "next Friday",
        "7:30 pm",
        "25:99",
        "ana@example.com",
        "https://example.com/a?b=c",
        "+49 30 1234567",
        "\u202E",
        "\u0007",
        "\u200B",
        "é",
        "日本",
        "🙂",
        "not",
        "no",
        "without",
        "true",
        "31/02/2026",
        "99999999999999999999999999",
        "1e400",
        "0.0.0.0",
        "a/b",
        "a.b.c",
        "of",
        "the",
        "km",
        "miles",
        "celsius",
        "because",
        ":",
        "=",
        "\n",
    ];

    private static readonly Gen<string> Messages = Gen.OneOf(
        Gen.String,
        Gen.Select(OneOf(Pieces).Array[0, 60], OneOf(" ", ""))
            .Select((words, gap) => string.Join(gap, words))
    );

    private static readonly Gen<ConnectorDefinition> Connectors = Gen.Int[
            0,
            ReadingCase.All.Count - 1
        ]
        .Select(index => ReadingCase.All[index].Connector);

    [Fact]
    public void No_text_breaks_the_reading_and_every_value_has_its_type() =>
        Gen.Select(Messages, Connectors)
            .Sample(
                (message, connector) =>
                {
                    foreach (
                        var (name, value) in InputExtractor.Extract(
                            message,
                            connector,
                            ReadingCase.Today
                        )
                    )
                    {
                        var input = connector.DataInputs.Single(input => input.Name == name);
                        Assert.NotEqual("", value);
                        Assert.DoesNotContain(
                            value,
                            character =>
                                char.GetUnicodeCategory(character)
                                    is UnicodeCategory.Control
                                        or UnicodeCategory.Format
                        );
                        Assert.True(IsOf(input.Type, value), $"{name} = {value}");
                    }

                    foreach (var input in connector.DataInputs)
                    {
                        AskedInput.Read(message, input, ReadingCase.Today);
                    }
                },
                iter: 2000
            );

    [Fact]
    public void Words_and_figures_are_taken_from_the_message_and_not_made_up() =>
        Gen.Select(Messages, OneOf("order_id", "city", "title", "query", "name"))
            .Sample(
                (message, name) =>
                {
                    var input = new DataInput { Name = name, Description = "The " + name };
                    foreach (var value in InputExtractor.Extract(message, [input]).Values)
                    {
                        Assert.Contains(Bare(value), Bare(message), StringComparison.Ordinal);
                    }
                },
                iter: 2000
            );

    [Theory]
    [InlineData('a')]
    [InlineData('5')]
    [InlineData('-')]
    [InlineData('"')]
    [InlineData('(')]
    [InlineData('.')]
    [InlineData('/')]
    [InlineData(' ')]
    public void A_long_run_of_one_sign_ends_soon(char sign)
    {
        foreach (var connector in ReadingCase.All.Select(reading => reading.Connector).Distinct())
        {
            // A pattern that runs away would throw after its time limit.
            InputExtractor.Extract(new string(sign, 4000), connector, ReadingCase.Today);
        }
    }

    private static Gen<string> OneOf(params string[] values) =>
        Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static bool IsOf(DataInputType type, string value) =>
        type switch
        {
            DataInputType.Boolean => value is "true" or "false",
            DataInputType.Number => decimal.TryParse(
                value,
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out _
            ),
            DataInputType.Decimal => decimal.TryParse(
                value,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out _
            ),
            _ => true,
        };

    // Letters and digits only: line breaks become spaces, and signs that do not show are left out.
    private static string Bare(string text) =>
        string.Concat(
            text.Where(character => char.IsLetterOrDigit(character) && char.IsAscii(character))
        );
}
