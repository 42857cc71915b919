using System.Text.Json;
using System.Text.Json.Serialization;

namespace DataConnectors.Web.PublicApi.DataConnectors.Contracts;

/// <summary>
/// A group of predicates, <c>{"operator":"AND","value":[…]}</c>, or a single one, <c>{"attribute":"person.plan","comparison":"is","value":"pro"}</c>.
/// </summary>
internal sealed record ConnectorAudience
{
    /// <summary>Of a group: <c>AND</c> where all must hold, <c>OR</c> where one is enough; null for a single predicate.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Operator { get; init; }

    /// <summary>Of a single predicate: the attribute, such as <c>person.plan</c>, <c>company.name</c> or <c>conversation.topic</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Attribute { get; init; }

    /// <summary>Of a single predicate: how the attribute is compared.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AudienceComparisonName? Comparison { get; init; }

    /// <summary>
    /// Of a group: the list of its predicates and groups. Of a single predicate: what the attribute is compared with, a list for
    /// <c>in_list</c> and <c>not_in_list</c>, null where the comparison needs nothing.
    /// </summary>
    public JsonElement? Value { get; init; }
}

/// <summary>How an attribute is compared. Days are written <c>2026-03-02</c>.</summary>
internal enum AudienceComparisonName
{
    Is,
    IsNot,
    Contains,
    DoesNotContain,
    StartsWith,
    EndsWith,
    GreaterThan,
    LessThan,
    AtLeast,
    AtMost,
    IsKnown,
    IsUnknown,
    Before,
    After,
    On,
    WithinLastDays,
    MoreThanDaysAgo,
    InList,
    NotInList,
    IsTrue,
    IsFalse,
}
