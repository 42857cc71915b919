using System.Text.Json;
using DataConnectors.Core.Audiences;
using DataConnectors.Web.PublicApi.DataConnectors.Contracts;
using DataConnectors.Web.PublicApi.Requests;

namespace DataConnectors.Web.PublicApi.DataConnectors.Mapping;

/// <summary>Writes and reads the rule of an audience. Of a group the predicates come first, then the groups in it.</summary>
internal static class AudienceMapping
{
    private const string And = "AND";
    private const string Or = "OR";
    private static readonly IReadOnlySet<string> NothingReadOnly = new HashSet<string>();

    public static ConnectorAudience ToWire(AudienceRule rule) =>
        new()
        {
            Operator = rule.Join == AudienceJoin.All ? And : Or,
            Value = JsonSerializer.SerializeToElement(
                rule.Conditions.Select(ToWire).Concat(rule.Groups.Select(ToWire)),
                ApiJson.Options
            ),
        };

    /// <summary>The rule; what of it is no rule is a fault.</summary>
    /// <param name="sent">What was sent; a single predicate is a group of one.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="faults">Takes the faults.</param>
    public static AudienceRule ToCore(ConnectorAudience sent, string path, SettingFaults faults)
    {
        if (sent.Operator is null)
        {
            return new AudienceRule { Conditions = [ConditionOf(sent, path, faults)] };
        }

        var conditions = new List<AudienceCondition>();
        var groups = new List<AudienceRule>();
        var place = 0;
        foreach (var member in MembersOf(sent, path, faults))
        {
            var memberPath = $"{path}.value[{place++}]";
            if (Read(member, memberPath, faults) is not { } read)
            {
                continue;
            }

            if (read.Operator is null)
            {
                conditions.Add(ConditionOf(read, memberPath, faults));
            }
            else
            {
                groups.Add(ToCore(read, memberPath, faults));
            }
        }

        return new AudienceRule
        {
            Join = JoinOf(sent.Operator, path, faults),
            Conditions = conditions,
            Groups = groups,
        };
    }

    private static ConnectorAudience ToWire(AudienceCondition condition) =>
        new()
        {
            Attribute = condition.Attribute,
            Comparison = Words.Comparisons.ToWire(condition.Comparison),
            Value = condition switch
            {
                { Values.Count: 0 } => null,
                { Values: [var only] }
                    when AudienceComparisons.Takes(condition.Comparison) != ComparedWith.Values =>
                    JsonSerializer.SerializeToElement(only),
                _ => JsonSerializer.SerializeToElement(condition.Values),
            },
        };

    private static JsonElement.ArrayEnumerator MembersOf(
        ConnectorAudience group,
        string path,
        SettingFaults faults
    )
    {
        if (group.Value is { ValueKind: JsonValueKind.Array } members)
        {
            return members.EnumerateArray();
        }

        faults.Add(
            $"{path}.value",
            $"The value of a group is the list of its predicates and groups."
        );
        return default;
    }

    private static ConnectorAudience? Read(JsonElement sent, string path, SettingFaults faults)
    {
        var errors = RequestShape.Check(sent, typeof(ConnectorAudience), NothingReadOnly);
        foreach (var error in errors)
        {
            faults.Add(error.Field is null ? path : $"{path}.{error.Field}", error.Message);
        }

        return errors.Count == 0 ? sent.Deserialize<ConnectorAudience>(ApiJson.Options) : null;
    }

    private static AudienceJoin JoinOf(string sent, string path, SettingFaults faults)
    {
        if (sent is not (And or Or))
        {
            faults.Add($"{path}.operator", $"The operator of a group is {And} or {Or}.");
        }

        return sent == Or ? AudienceJoin.Any : AudienceJoin.All;
    }

    private static AudienceCondition ConditionOf(
        ConnectorAudience sent,
        string path,
        SettingFaults faults
    )
    {
        if (sent.Comparison is null)
        {
            faults.Add(
                $"{path}.comparison",
                "A predicate says how it compares, and a group has an operator."
            );
        }

        return new AudienceCondition
        {
            Attribute = sent.Attribute ?? "",
            Comparison = sent.Comparison is { } comparison
                ? Words.Comparisons.ToCore(comparison)
                : default,
            Values = ValuesOf(sent.Value, $"{path}.value", faults),
        };
    }

    private static IReadOnlyList<string> ValuesOf(
        JsonElement? sent,
        string path,
        SettingFaults faults
    )
    {
        var values = sent switch
        {
            null or { ValueKind: JsonValueKind.Null } => [],
            { ValueKind: JsonValueKind.Array } list => list.EnumerateArray()
                .Select(TextOf)
                .ToList(),
            { } one => [TextOf(one)],
        };
        if (values.Contains(null))
        {
            faults.Add(path, "A value to compare with is a string, a number, true or false.");
        }

        return [.. values.OfType<string>()];
    }

    private static string? TextOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            _ => null,
        };
}
