using System.Collections.Frozen;
using System.Text.Json;
using DataConnectors.Core.Agent.Language;
using DataConnectors.Core.Connectors;

namespace DataConnectors.Core.Agent.Chaining;

/// <summary>Tells which field of a connector's answer is the value of another connector's input, by name.</summary>
internal sealed class FieldNames
{
    private const int MaxDepth = 6;

    private static readonly FrozenSet<string> Telling =
    [
        "get",
        "find",
        "look",
        "up",
        "lookup",
        "fetch",
        "read",
        "list",
        "search",
        "check",
        "show",
        "retrieve",
        "latest",
        "last",
        "recent",
        "newest",
        "current",
        "details",
        "detail",
        "info",
        "information",
        "data",
        "profile",
        "record",
        "status",
    ];

    private readonly HashSet<string> wanted;
    private readonly HashSet<string> source;

    /// <summary>Reads the input that lacks a value and the connector whose answer may hold it.</summary>
    public FieldNames(DataInput input, ConnectorDefinition from)
    {
        wanted = StemsOf(input.Name);
        source = ThingOf(from.Name);
    }

    // "id" alone is the id of anything.
    private bool IsTelling => wanted.Count > 1;

    /// <summary>Every different value that the answer holds under that name, as text; more than one gives nothing away about which is meant.</summary>
    public IReadOnlySet<string> ValuesIn(JsonElement answer)
    {
        var values = new HashSet<string>(StringComparer.Ordinal);
        if (IsTelling)
        {
            Collect(answer, parent: null, depth: 0, values);
        }

        return values;
    }

    /// <summary>Whether the field of this path is the value.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="parent">The name of the object that holds it; null at the top.</param>
    public bool IsNamed(string name, string? parent)
    {
        var stems = StemsOf(name);
        if (stems.SetEquals(wanted))
        {
            return IsTelling;
        }

        if (!IsTelling || stems.Count == 0 || !stems.IsSubsetOf(wanted))
        {
            return false;
        }

        // "id" inside "customer", or at the top of what "Get customer" answers.
        var around = parent is null || IsEnvelope(parent) ? source : StemsOf(parent);
        return wanted.SetEquals([.. stems, .. around]);
    }

    /// <summary>Whether a text speaks of the value by its name: "returns the customer id".</summary>
    public bool IsMentionedIn(string text)
    {
        if (!IsTelling)
        {
            return false;
        }

        var stems = Words.Split(text).Select(PorterStemmer.Stem).ToList();
        for (var start = 0; start + wanted.Count <= stems.Count; start++)
        {
            if (wanted.SetEquals(stems.Skip(start).Take(wanted.Count)))
            {
                return true;
            }
        }

        return false;
    }

    private void Collect(JsonElement item, string? parent, int depth, HashSet<string> values)
    {
        switch (item.ValueKind)
        {
            case JsonValueKind.Object when depth < MaxDepth:
                foreach (var property in item.EnumerateObject())
                {
                    if (
                        property.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number
                        && IsNamed(property.Name, parent)
                    )
                    {
                        values.Add(
                            property.Value.ValueKind == JsonValueKind.String
                                ? property.Value.GetString()!
                                : property.Value.GetRawText()
                        );
                    }
                    else
                    {
                        Collect(property.Value, property.Name, depth + 1, values);
                    }
                }

                break;
            case JsonValueKind.Array when depth < MaxDepth:
                foreach (var element in item.EnumerateArray())
                {
                    Collect(element, parent, depth + 1, values);
                }

                break;
            default:
                break;
        }
    }

    /// <summary>What a connector tells of: "Find customer by email" tells of the customer, "Get order refund" not of the order.</summary>
    private static HashSet<string> ThingOf(string name) =>
        [
            .. Words
                .Split(name)
                .TakeWhile(word => word is not ("by" or "for" or "with" or "from" or "of"))
                .Where(word => !Telling.Contains(word) && !StopWords.Contains(word))
                .Select(PorterStemmer.Stem),
        ];

    private static bool IsEnvelope(string name) =>
        name.ToLowerInvariant()
            is "data"
                or "result"
                or "results"
                or "response"
                or "items"
                or "content";

    private static HashSet<string> StemsOf(string name) =>
        [.. Words.Split(name).Select(PorterStemmer.Stem)];
}
