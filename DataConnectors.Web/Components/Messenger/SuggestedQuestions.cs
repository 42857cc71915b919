using DataConnectors.Core.Connectors;

namespace DataConnectors.Web.Components.Messenger;

/// <summary>Questions to try a connector with, made from its name.</summary>
internal static class SuggestedQuestions
{
    private static readonly string[] Lookups =
    [
        "look up",
        "get",
        "fetch",
        "find",
        "check",
        "read",
        "retrieve",
        "show",
        "list",
        "search",
        "view",
        "lookup",
    ];

    /// <summary>Up to two questions, the second with the example value of an input; none without a name.</summary>
    public static IReadOnlyList<string> For(ConnectorDefinition definition)
    {
        var name = definition.Name.Trim().TrimEnd('.', '?', '!');
        if (name.Length == 0)
        {
            return [];
        }

        var plain = definition.Method.IsWrite() ? Request(name) : Question(name);
        var input = definition.DataInputs.FirstOrDefault(input =>
            input
                is {
                    IsRequired: true,
                    Source: DataInputSource.FinCollects,
                    ExampleValue.Length: > 0 and <= 60
                }
        );
        return input is null
            ? [plain]
            : [plain, $"{plain} My {input.Name.Replace('_', ' ')} is {input.ExampleValue}."];
    }

    private static string Request(string name) => $"I would like to {Lower(name)}.";

    private static string Question(string name)
    {
        var verb = Array.Find(
            Lookups,
            verb => name.StartsWith(verb + " ", StringComparison.OrdinalIgnoreCase)
        );
        var topic = verb is null ? name : name[(verb.Length + 1)..].Trim();
        return $"What is my {Lower(WithoutArticle(topic))}?";
    }

    private static string WithoutArticle(string topic)
    {
        foreach (var article in (string[])["the ", "a ", "an ", "my "])
        {
            if (topic.StartsWith(article, StringComparison.OrdinalIgnoreCase))
            {
                return topic[article.Length..];
            }
        }

        return topic;
    }

    // "SKU lookup" keeps its capitals.
    private static string Lower(string text) =>
        text.Length > 1 && char.IsUpper(text[1])
            ? text
            : char.ToLowerInvariant(text[0]) + text[1..];
}
