using System.Text.Json;
using DataConnectors.Client.Names;
using DataConnectors.Client.Serialization;

namespace DataConnectors.Client.Models;

/// <summary>
/// Who is meant: a single comparison of an attribute, or a group of predicates of which all or one must hold. <see cref="All"/>,
/// <see cref="Any"/> and <see cref="Compare(string, AudienceComparison, string[])"/> make them.
/// </summary>
public sealed record AudiencePredicate : ApiObject
{
    /// <summary>Of a group: <c>AND</c> or <c>OR</c>; null for a single comparison.</summary>
    public string? Operator { get; init; }

    /// <summary>Of a single comparison: the attribute, such as <c>person.plan</c>.</summary>
    public string? Attribute { get; init; }

    /// <summary>Of a single comparison: how the attribute is compared.</summary>
    public AudienceComparison? Comparison { get; init; }

    /// <summary>Of a group: the list of its predicates. Of a single comparison: a string, a list of strings, or null.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>A group of which all must hold.</summary>
    public static AudiencePredicate All(params AudiencePredicate[] predicates) =>
        Group("AND", predicates);

    /// <summary>A group of which one is enough.</summary>
    public static AudiencePredicate Any(params AudiencePredicate[] predicates) =>
        Group("OR", predicates);

    /// <summary>A single comparison.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="comparison">How it is compared.</param>
    /// <param name="values">With what: nothing, one value, or several.</param>
    public static AudiencePredicate Compare(
        string attribute,
        AudienceComparison comparison,
        params string[] values
    ) =>
        new()
        {
            Attribute = attribute,
            Comparison = comparison,
            Value =
                values.Length == 0 ? null
                : values.Length == 1 ? JsonSerializer.SerializeToElement(values[0])
                : JsonSerializer.SerializeToElement(values),
        };

    private static AudiencePredicate Group(string name, AudiencePredicate[] predicates) =>
        new()
        {
            Operator = name,
            Value = JsonSerializer.SerializeToElement(predicates, ClientJson.Options),
        };
}
