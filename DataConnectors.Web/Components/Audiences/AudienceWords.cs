using DataConnectors.Core.Audiences;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;

namespace DataConnectors.Web.Components.Audiences;

/// <summary>What people read of rules.</summary>
internal static class AudienceWords
{
    /// <summary>How a comparison is called, after the name of an attribute.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="isOfList">Whether the attribute is a list, which has elements.</param>
    public static string Of(AudienceComparison comparison, bool isOfList = false) =>
        comparison switch
        {
            AudienceComparison.Is => "is",
            AudienceComparison.IsNot => "is not",
            AudienceComparison.Contains => isOfList ? "has" : "contains",
            AudienceComparison.DoesNotContain => isOfList ? "does not have" : "does not contain",
            AudienceComparison.StartsWith => "starts with",
            AudienceComparison.EndsWith => "ends with",
            AudienceComparison.GreaterThan => "is greater than",
            AudienceComparison.LessThan => "is less than",
            AudienceComparison.AtLeast => "is at least",
            AudienceComparison.AtMost => "is at most",
            AudienceComparison.IsKnown => "is known",
            AudienceComparison.IsUnknown => "is unknown",
            AudienceComparison.Before => "is before",
            AudienceComparison.After => "is after",
            AudienceComparison.On => "is on",
            AudienceComparison.WithinLastDays => "is within the last",
            AudienceComparison.MoreThanDaysAgo => "is more than",
            AudienceComparison.InList => isOfList ? "has one of" : "is one of",
            AudienceComparison.NotInList => isOfList ? "has none of" : "is none of",
            AudienceComparison.IsTrue => "is true",
            AudienceComparison.IsFalse => "is false",
            _ => throw new ArgumentOutOfRangeException(nameof(comparison)),
        };

    /// <summary>A rule in one line: <c>person.plan is "pro" and (person.tags has "vip" or company.name is known)</c>.</summary>
    public static string Describe(AudienceRule rule)
    {
        var members = rule
            .Conditions.Select(Describe)
            .Concat(rule.Groups.Select(group => $"({Describe(group)})"));
        return string.Join(rule.Join == AudienceJoin.All ? " and " : " or ", members);
    }

    /// <summary>An attribute as it is chosen: <c>Person: plan</c>.</summary>
    public static string Of(KnownAttribute attribute) =>
        $"{AttributeCatalog.OwnerOf(attribute.Path)}: {attribute.Path[(attribute.Path.IndexOf('.', StringComparison.Ordinal) + 1)..]}";

    /// <summary>How many people: <c>1 person</c>.</summary>
    public static string People(int count) =>
        count == 1
            ? "1 person"
            : string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{count:N0} people"
            );

    /// <summary>Whether anything must be mended before a rule can be judged by.</summary>
    public static bool HaveErrors(this IReadOnlyList<Problem> problems) =>
        problems.Any(problem => problem.Severity == ProblemSeverity.Error);

    private static string Describe(AudienceCondition condition)
    {
        var isTags = condition.Attribute == AttributeCatalog.Tags;
        var words = $"{condition.Attribute} {Of(condition.Comparison, isTags)}";
        return AudienceComparisons.Takes(condition.Comparison) switch
        {
            ComparedWith.Nothing => words,
            ComparedWith.Days => condition.Comparison == AudienceComparison.WithinLastDays
                ? $"{words} {First(condition)} days"
                : $"{words} {First(condition)} days ago",
            ComparedWith.Day => $"{words} {First(condition)}",
            _ => $"{words} {string.Join(", ", condition.Values.Select(value => $"\"{value}\""))}",
        };
    }

    private static string First(AudienceCondition condition) =>
        condition.Values.Count > 0 ? condition.Values[0] : "…";
}
