using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DataConnectors.Core.Agent.Language;
using DataConnectors.Core.Connectors;
using Microsoft.Extensions.AI;

namespace DataConnectors.Core.Agent.LanguageModel;

/// <summary>
/// A connector as a tool. The model is asked for what Fin would collect and for nothing else: values of attributes, which say who is
/// asking, come from the verified session and cannot be passed.
/// </summary>
internal sealed partial class ConnectorTool
{
    /// <summary>Makes the tool; <paramref name="number"/> keeps names apart.</summary>
    public ConnectorTool(AgentCandidate candidate, int number)
    {
        Candidate = candidate;
        var slug = NotInNames().Replace(Words.Fold(candidate.Definition.Name), "_").Trim('_');
        Name = string.Create(
            CultureInfo.InvariantCulture,
            $"{(slug.Length > 40 ? slug[..40] : slug)}_{number}"
        );
        Declaration = AIFunctionFactory.CreateDeclaration(
            Name,
            Describe(candidate.Definition),
            Schema(candidate.Definition)
        );
    }

    /// <summary>The connector.</summary>
    public AgentCandidate Candidate { get; }

    /// <summary>What the model calls it.</summary>
    public string Name { get; }

    /// <summary>What the model is told.</summary>
    public AITool Declaration { get; }

    private static string Describe(ConnectorDefinition definition)
    {
        var text = PlainText.Clean($"{definition.Name}. {definition.Description}", 900);
        return definition.Method.IsWrite()
            ? text
                + " Changes something: the customer is asked for consent before it is carried out."
            : text;
    }

    private static JsonElement Schema(ConnectorDefinition definition)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (
            var input in definition.DataInputs.Where(input =>
                input.Source == DataInputSource.FinCollects
            )
        )
        {
            properties[input.Name] = new JsonObject
            {
                ["type"] = input.Type switch
                {
                    DataInputType.Number => "integer",
                    DataInputType.Decimal => "number",
                    DataInputType.Boolean => "boolean",
                    _ => "string",
                },
                ["description"] = PlainText.Clean(input.Description, 400),
            };
            if (input is { IsRequired: true, FallbackValue: null })
            {
                required.Add(input.Name);
            }
        }

        return JsonSerializer.SerializeToElement(
            new JsonObject
            {
                ["type"] = "object",
                ["properties"] = properties,
                ["required"] = required,
                ["additionalProperties"] = false,
            }
        );
    }

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.None, 1000)]
    private static partial Regex NotInNames();
}
