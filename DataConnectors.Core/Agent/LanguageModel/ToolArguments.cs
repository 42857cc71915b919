using System.Text.Json;
using DataConnectors.Core.Agent.Extracting;
using DataConnectors.Core.Agent.Language;
using DataConnectors.Core.Connectors;

namespace DataConnectors.Core.Agent.LanguageModel;

/// <summary>Reads what a model passes to a connector, and believes only what somebody said.</summary>
/// <param name="said">What the person wrote, and what connectors answered that may be used for this one.</param>
internal sealed class ToolArguments(IReadOnlyList<string> said)
{
    private const int LongestValue = 1000;

    /// <summary>The values by input; what is refused stands in <paramref name="refusals"/>, in words for the model.</summary>
    public Dictionary<string, string> Read(
        ConnectorDefinition definition,
        IDictionary<string, object?>? arguments,
        List<string> refusals
    )
    {
        var inputs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (
            var input in definition.DataInputs.Where(input =>
                input.Source == DataInputSource.FinCollects
            )
        )
        {
            if (
                arguments is null
                || !arguments.TryGetValue(input.Name, out var argument)
                || TextOf(argument) is not { } text
            )
            {
                continue;
            }

            if (
                text.Length > LongestValue
                || TypedText.Normalize(input.Type, PlainText.Clean(text, LongestValue))
                    is not { } value
            )
            {
                refusals.Add($"{input.Name} is not of the right type.");
            }
            else if (MustBeSaid(input) && !IsSaid(value))
            {
                refusals.Add(
                    $"Nobody said this value of {input.Name}. Ask the customer for it instead of inventing one."
                );
            }
            else
            {
                inputs[input.Name] = value;
            }
        }

        return inputs;
    }

    // A date may be worded anew, an identifier may not.
    private static bool MustBeSaid(DataInput input)
    {
        var traits = new InputTraits(input);
        return traits.IsIdentifier || traits.IsEmail || traits.IsPhone;
    }

    private bool IsSaid(string value)
    {
        var bare = Bare(value);
        return bare.Length > 0
            && said.Any(text => Bare(text).Contains(bare, StringComparison.Ordinal));
    }

    private static string Bare(string text) =>
        string.Concat(
            Words.Fold(text).Where(character => char.IsLetterOrDigit(character) || character is '@')
        );

    private static string? TextOf(object? argument) =>
        argument switch
        {
            string text when text.Trim().Length > 0 => text,
            JsonElement { ValueKind: JsonValueKind.String } element => string.IsNullOrWhiteSpace(
                element.GetString()
            )
                ? null
                : element.GetString(),
            JsonElement
            {
                ValueKind: JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False
            } element => element.GetRawText(),
            bool isOn => isOn ? "true" : "false",
            IFormattable number => number.ToString(
                format: null,
                System.Globalization.CultureInfo.InvariantCulture
            ),
            _ => null,
        };
}
