namespace DataConnectors.Core.Audiences;

/// <summary>
/// How a condition compares. Texts are compared without regard to case. Where there is no value, the negative ones
/// (<see cref="IsNot"/>, <see cref="DoesNotContain"/>, <see cref="NotInList"/>, <see cref="IsUnknown"/>) hold and all others do not.
/// </summary>
public enum AudienceComparison
{
    /// <summary>It is this.</summary>
    Is,

    /// <summary>It is anything but this, or nothing.</summary>
    IsNot,

    /// <summary>The text has this in it; of a list, one element is this.</summary>
    Contains,

    /// <summary>The opposite of <see cref="Contains"/>.</summary>
    DoesNotContain,

    /// <summary>The text begins with this.</summary>
    StartsWith,

    /// <summary>The text ends with this.</summary>
    EndsWith,

    /// <summary>The number is greater.</summary>
    GreaterThan,

    /// <summary>The number is smaller.</summary>
    LessThan,

    /// <summary>The number is this or greater.</summary>
    AtLeast,

    /// <summary>The number is this or smaller.</summary>
    AtMost,

    /// <summary>There is a value. An empty text and an empty list are none.</summary>
    IsKnown,

    /// <summary>The opposite of <see cref="IsKnown"/>.</summary>
    IsUnknown,

    /// <summary>Before this day begins, in UTC.</summary>
    Before,

    /// <summary>After this day has ended, in UTC.</summary>
    After,

    /// <summary>Within this day, in UTC.</summary>
    On,

    /// <summary>Not in the future, and at most so many days ago. Of a day without a time, whole days count.</summary>
    WithinLastDays,

    /// <summary>Longer than so many days ago.</summary>
    MoreThanDaysAgo,

    /// <summary>It is one of these; of a list, one element is.</summary>
    InList,

    /// <summary>The opposite of <see cref="InList"/>.</summary>
    NotInList,

    /// <summary>It is true.</summary>
    IsTrue,

    /// <summary>It is false; something unknown is not.</summary>
    IsFalse,
}
