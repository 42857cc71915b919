using System.Text.Json.Nodes;

namespace DataConnectors.Tests.Contract.PublicApi;

/// <summary>Holds answers against the schemas of the original's API.</summary>
internal static class ContractSchema
{
    private static readonly JsonNode Document = Load();

    /// <summary>Asserts that the value has every member of the schema, each of its type.</summary>
    public static void Holds(string schema, JsonNode? value)
    {
        var faults = new List<string>();
        Check(Document["components"]!["schemas"]![schema]!, value, "$", faults);
        Assert.Empty(faults);
    }

    /// <summary>The schema of a request or an answer.</summary>
    public static JsonObject Properties(string schema) =>
        Document["components"]!["schemas"]![schema]!["properties"]!.AsObject();

    private static JsonNode Load()
    {
        using var stream = typeof(ContractSchema).Assembly.GetManifestResourceStream(
            "data-connectors.openapi.json"
        )!;
        return JsonNode.Parse(stream)!;
    }

    private static void Check(JsonNode schema, JsonNode? value, string path, List<string> faults)
    {
        if (schema["$ref"]?.GetValue<string>() is { } reference)
        {
            Check(
                Document["components"]!["schemas"]![reference.Split('/')[^1]]!,
                value,
                path,
                faults
            );
            return;
        }

        if (value is null)
        {
            if (schema["nullable"]?.GetValue<bool>() is not true)
            {
                faults.Add($"{path} is null");
            }

            return;
        }

        var kind = value.GetValueKind().ToString();
        var fits = schema["type"]?.GetValue<string>() switch
        {
            null => true,
            "object" => kind == "Object",
            "array" => kind == "Array",
            "string" => kind == "String",
            "boolean" => kind is "True" or "False",
            "integer" => kind == "Number" && value.AsValue().TryGetValue<long>(out _),
            _ => kind == "Number",
        };
        if (!fits)
        {
            faults.Add($"{path} is {kind}, not {schema["type"]}");
        }
        else if (
            schema["enum"] is JsonArray choices
            && !choices.Any(choice => JsonNode.DeepEquals(choice, value))
        )
        {
            faults.Add($"{path} is {value.ToJsonString()}, none of {choices.ToJsonString()}");
        }
        else if (value is JsonObject members && schema["properties"] is JsonObject properties)
        {
            foreach (var (name, member) in properties)
            {
                if (!members.ContainsKey(name))
                {
                    // A field is given where one is at fault.
                    if (name != "field")
                    {
                        faults.Add($"{path}.{name} is absent");
                    }
                }
                else
                {
                    Check(member!, members[name], $"{path}.{name}", faults);
                }
            }
        }
        else if (value is JsonArray items && schema["items"] is { } item)
        {
            for (var i = 0; i < items.Count; i++)
            {
                Check(item, items[i], $"{path}[{i}]", faults);
            }
        }
    }
}
