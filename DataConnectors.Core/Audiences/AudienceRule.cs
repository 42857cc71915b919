namespace DataConnectors.Core.Audiences;

/// <summary>Who is meant: a group of conditions and of further groups, of which all or any must hold. Immutable, stored as JSON.</summary>
public sealed record AudienceRule
{
    /// <summary>How deep groups may stand in each other, the outermost counted.</summary>
    public const int MaxDepth = 3;

    /// <summary>The most conditions, those of groups counted.</summary>
    public const int MaxConditions = 50;

    /// <summary>Whether all must hold or any.</summary>
    public AudienceJoin Join { get; init; } = AudienceJoin.All;

    /// <summary>The conditions of this group.</summary>
    public IReadOnlyList<AudienceCondition> Conditions { get; init; } = [];

    /// <summary>The groups within this one, joined with the conditions as they are with each other.</summary>
    public IReadOnlyList<AudienceRule> Groups { get; init; } = [];

    /// <summary>The attributes that the conditions ask for, those of groups too, each once.</summary>
    public IReadOnlyList<string> ListAttributes() =>
        [
            .. Conditions
                .Select(condition => condition.Attribute)
                .Concat(Groups.SelectMany(group => group.ListAttributes()))
                .Distinct(StringComparer.Ordinal),
        ];
}

/// <summary>How the members of a group are joined.</summary>
public enum AudienceJoin
{
    /// <summary>All must hold (AND).</summary>
    All,

    /// <summary>One is enough (OR).</summary>
    Any,
}

/// <summary>One thing that is asked of a person, their company or the conversation.</summary>
public sealed record AudienceCondition
{
    /// <summary>The attribute: <c>person.plan</c>.</summary>
    public string Attribute { get; init; } = "";

    /// <summary>How its value is compared.</summary>
    public AudienceComparison Comparison { get; init; }

    /// <summary>
    /// With what: none, one or several, as <see cref="AudienceComparisons.Takes"/> says. Numbers with a point, days as
    /// <c>2026-03-02</c>.
    /// </summary>
    public IReadOnlyList<string> Values { get; init; } = [];
}
