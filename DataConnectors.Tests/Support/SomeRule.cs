using DataConnectors.Core.Audiences;

namespace DataConnectors.Tests.Support;

/// <summary>Rules in few words.</summary>
internal static class SomeRule
{
    /// <summary>A condition.</summary>
    public static AudienceCondition Condition(
        string attribute,
        AudienceComparison comparison,
        params string[] values
    ) =>
        new()
        {
            Attribute = attribute,
            Comparison = comparison,
            Values = values,
        };

    /// <summary>A rule of one condition.</summary>
    public static AudienceRule Of(
        string attribute,
        AudienceComparison comparison,
        params string[] values
    ) => All(Condition(attribute, comparison, values));

    /// <summary>A rule of which all conditions must hold.</summary>
    public static AudienceRule All(params AudienceCondition[] conditions) =>
        new() { Conditions = conditions };

    /// <summary>A rule of which any condition must hold.</summary>
    public static AudienceRule Any(params AudienceCondition[] conditions) =>
        new() { Join = AudienceJoin.Any, Conditions = conditions };
}
