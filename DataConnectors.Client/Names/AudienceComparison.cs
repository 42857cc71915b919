using System.Text.Json.Serialization;

namespace DataConnectors.Client.Names;

/// <summary>How an attribute is compared.</summary>
/// <param name="Name">The name as it stands on the wire.</param>
[JsonConverter(typeof(OpenNameConverter<AudienceComparison>))]
public readonly record struct AudienceComparison(string Name) : IOpenName<AudienceComparison>
{
    /// <summary>It is this.</summary>
    public static AudienceComparison Is => new("is");

    /// <summary>It is anything but this, or unknown.</summary>
    public static AudienceComparison IsNot => new("is_not");

    /// <summary>The text has this in it; of a list, one element is this.</summary>
    public static AudienceComparison Contains => new("contains");

    /// <summary>The opposite of <see cref="Contains"/>.</summary>
    public static AudienceComparison DoesNotContain => new("does_not_contain");

    /// <summary>The text begins with this.</summary>
    public static AudienceComparison StartsWith => new("starts_with");

    /// <summary>The text ends with this.</summary>
    public static AudienceComparison EndsWith => new("ends_with");

    /// <summary>The number is greater.</summary>
    public static AudienceComparison GreaterThan => new("greater_than");

    /// <summary>The number is smaller.</summary>
    public static AudienceComparison LessThan => new("less_than");

    /// <summary>The number is this or greater.</summary>
    public static AudienceComparison AtLeast => new("at_least");

    /// <summary>The number is this or smaller.</summary>
    public static AudienceComparison AtMost => new("at_most");

    /// <summary>There is a value.</summary>
    public static AudienceComparison IsKnown => new("is_known");

    /// <summary>There is none.</summary>
    public static AudienceComparison IsUnknown => new("is_unknown");

    /// <summary>Before this day.</summary>
    public static AudienceComparison Before => new("before");

    /// <summary>After this day.</summary>
    public static AudienceComparison After => new("after");

    /// <summary>Within this day.</summary>
    public static AudienceComparison On => new("on");

    /// <summary>At most so many days ago.</summary>
    public static AudienceComparison WithinLastDays => new("within_last_days");

    /// <summary>Longer than so many days ago.</summary>
    public static AudienceComparison MoreThanDaysAgo => new("more_than_days_ago");

    /// <summary>It is one of these.</summary>
    public static AudienceComparison InList => new("in_list");

    /// <summary>It is none of these.</summary>
    public static AudienceComparison NotInList => new("not_in_list");

    /// <summary>It is true.</summary>
    public static AudienceComparison IsTrue => new("is_true");

    /// <summary>It is false.</summary>
    public static AudienceComparison IsFalse => new("is_false");

    /// <summary>The member with this name, known or not.</summary>
    public static AudienceComparison Of(string name) => new(name);

    /// <summary>The name as it stands on the wire.</summary>
    public override string ToString() => Name ?? "";
}
