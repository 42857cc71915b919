using System.Globalization;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;

namespace DataConnectors.Core.Audiences;

/// <summary>What must hold of a rule before anybody is judged by it, for reusable audiences and custom ones alike.</summary>
public static class AudienceRules
{
    /// <summary>The most values of one condition.</summary>
    public const int MaxValues = 500;

    /// <summary>The longest value, in characters.</summary>
    public const int MaxValueLength = 1_000;

    private const int MaxDays = 36_500;
    private static readonly string[] Roles = ["visitor", "lead", "user"];

    /// <summary>Every problem, errors and warnings.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="attributes">The attributes that exist.</param>
    /// <param name="path">Where the rule stands: <c>customAudience</c>; paths go on as <c>.groups[0].conditions[1].values</c>.</param>
    public static IReadOnlyList<Problem> Check(
        AudienceRule rule,
        IReadOnlyList<KnownAttribute> attributes,
        string path
    )
    {
        var problems = new List<Problem>();
        Check(rule, attributes, path, depth: 1, problems);
        var count = CountConditions(rule);
        if (count > AudienceRule.MaxConditions)
        {
            problems.Add(
                new Problem(
                    path,
                    $"An audience has at most {AudienceRule.MaxConditions} conditions, and this one has {count}. Make two audiences of it, or compare with a list."
                )
            );
        }

        return problems;
    }

    private static int CountConditions(AudienceRule rule) =>
        rule.Conditions.Count + rule.Groups.Sum(CountConditions);

    private static void Check(
        AudienceRule group,
        IReadOnlyList<KnownAttribute> attributes,
        string path,
        int depth,
        List<Problem> problems
    )
    {
        if (depth > AudienceRule.MaxDepth)
        {
            problems.Add(
                new Problem(
                    path,
                    $"Groups stand at most {AudienceRule.MaxDepth} deep in each other. Move this one out."
                )
            );
            return;
        }

        if (group.Conditions.Count == 0 && group.Groups.Count == 0)
        {
            problems.Add(
                new Problem(
                    path,
                    depth == 1
                        ? "Add a condition: without one, nobody is in the audience."
                        : "Add a condition to this group, or remove it."
                )
            );
        }

        if (!Enum.IsDefined(group.Join))
        {
            problems.Add(new Problem($"{path}.join", "Say whether all must hold, or any."));
        }

        for (var i = 0; i < group.Conditions.Count; i++)
        {
            CheckCondition(group.Conditions[i], attributes, $"{path}.conditions[{i}]", problems);
        }

        if (NegativesJoinedByOr.Warning(group, attributes) is { } warning)
        {
            problems.Add(new Problem(path, warning, ProblemSeverity.Warning));
        }

        for (var i = 0; i < group.Groups.Count; i++)
        {
            Check(group.Groups[i], attributes, $"{path}.groups[{i}]", depth + 1, problems);
        }
    }

    private static void CheckCondition(
        AudienceCondition condition,
        IReadOnlyList<KnownAttribute> attributes,
        string path,
        List<Problem> problems
    )
    {
        if (condition.Attribute.Length == 0)
        {
            problems.Add(new Problem($"{path}.attribute", "Choose an attribute."));
        }
        else if (
            attributes.FirstOrDefault(known => known.Path == condition.Attribute) is not { } known
        )
        {
            problems.Add(
                new Problem(
                    $"{path}.attribute",
                    $"There is no attribute {condition.Attribute}. Choose another, or define it under Settings › Data › Attributes."
                )
            );
        }
        else if (!AudienceComparisons.For(known).Contains(condition.Comparison))
        {
            problems.Add(
                new Problem(
                    $"{path}.comparison",
                    known.Path == AttributeCatalog.Role
                        ? "A role can only be compared as a whole. Choose another comparison."
                        : $"{known.Path} is {AttributeValues.NameOf(known.Type)}, which cannot be compared so. Choose another comparison."
                )
            );
        }
        else if (ValuesFault(condition, known) is { } fault)
        {
            problems.Add(new Problem($"{path}.values", fault));
        }
    }

    private static string? ValuesFault(AudienceCondition condition, KnownAttribute attribute)
    {
        var takes = AudienceComparisons.Takes(condition.Comparison);
        var count = condition.Values.Count;
        return takes switch
        {
            ComparedWith.Nothing when count > 0 => "This comparison takes no value. Remove it.",
            ComparedWith.Nothing => null,
            _ when count == 0 => takes == ComparedWith.Values
                ? "Add a value to compare with."
                : "Enter what to compare with.",
            ComparedWith.Values when count > MaxValues => $"A list has at most {MaxValues} values.",
            not ComparedWith.Values when count > 1 => "This comparison takes one value.",
            _ => condition
                .Values.Select(value => ValueFault(value, takes, attribute))
                .FirstOrDefault(fault => fault is not null),
        };
    }

    private static string? ValueFault(string value, ComparedWith takes, KnownAttribute attribute) =>
        string.IsNullOrWhiteSpace(value) ? "Enter what to compare with."
        : value.Length > MaxValueLength
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"A value has at most {MaxValueLength:N0} characters."
            )
        : takes == ComparedWith.Day
            ? AudienceDay.TryRead(value, out _) ? null
                : "Enter a day as year, month and day, such as 2026-03-02."
        : takes == ComparedWith.Days
            ? int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var days)
                && days is >= 1 and <= MaxDays
                    ? null
                : $"Enter a whole number of days from 1 to {MaxDays}."
        : attribute.Type is AttributeType.Number or AttributeType.Decimal
            ? AudienceNumber.Is(value) ? null
                : "Enter a number, such as 12 or 12.5."
        : attribute.Path == AttributeCatalog.Role
        && !Roles.Contains(value, StringComparer.OrdinalIgnoreCase)
            ? "A role is visitor, lead or user."
        : null;
}
