using DataConnectors.Core.People;

namespace DataConnectors.Core.Audiences;

/// <summary>
/// Finds what hardly anybody means: "plan is not Free or plan is not Pro" holds for everyone, as nobody's plan is both.
/// </summary>
internal static class NegativesJoinedByOr
{
    /// <summary>What to say of a group; null when there is nothing.</summary>
    public static string? Warning(AudienceRule group, IReadOnlyList<KnownAttribute> attributes)
    {
        if (group.Join != AudienceJoin.Any)
        {
            return null;
        }

        var negatives = group
            .Conditions.Where(condition => AudienceComparisons.IsNegative(condition.Comparison))
            .ToList();
        if (negatives.Count < 2)
        {
            return null;
        }

        var opposed = negatives
            .SelectMany((one, i) => negatives.Skip(i + 1).Select(other => (one, other)))
            .FirstOrDefault(pair => OneAlwaysHolds(pair.one, pair.other, attributes));
        return opposed.one is { } first
            ? $"Everyone matches: no {first.Attribute} is {Words(first)} and {Words(opposed.other)} at once, so one of the two always holds. Join them with AND."
            : "Nearly everyone matches: conditions that say what must not be are joined by OR, so only somebody who fails all of them is left out. Join them with AND.";
    }

    /// <summary>Whether both can never fail together: they shut out different values of what has one value only.</summary>
    private static bool OneAlwaysHolds(
        AudienceCondition one,
        AudienceCondition other,
        IReadOnlyList<KnownAttribute> attributes
    ) =>
        one.Attribute == other.Attribute
        && attributes.Any(known => known.Path == one.Attribute && known.Type != AttributeType.List)
        && ShutsOutValues(one)
        && ShutsOutValues(other)
        && !one.Values.Intersect(other.Values, StringComparer.OrdinalIgnoreCase).Any();

    private static bool ShutsOutValues(AudienceCondition condition) =>
        condition.Comparison is AudienceComparison.IsNot or AudienceComparison.NotInList
        && condition.Values.Count > 0;

    private static string Words(AudienceCondition condition) =>
        string.Join(" or ", condition.Values.Take(3).Select(value => $"\"{value}\""));
}
