using DataConnectors.Core.People;

namespace DataConnectors.Core.Audiences;

/// <summary>What a comparison takes to compare with.</summary>
public enum ComparedWith
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>One value of the attribute's type.</summary>
    OneValue,

    /// <summary>One value or more of the attribute's type.</summary>
    Values,

    /// <summary>A day: <c>2026-03-02</c>.</summary>
    Day,

    /// <summary>How many days.</summary>
    Days,
}

/// <summary>Which comparison fits which attribute, and what it takes: what the editor offers is what the rules accept.</summary>
public static class AudienceComparisons
{
    private static readonly AudienceComparison[] OfRole =
    [
        AudienceComparison.Is,
        AudienceComparison.IsNot,
        AudienceComparison.InList,
        AudienceComparison.NotInList,
    ];

    private static readonly AudienceComparison[] OfText =
    [
        AudienceComparison.Is,
        AudienceComparison.IsNot,
        AudienceComparison.Contains,
        AudienceComparison.DoesNotContain,
        AudienceComparison.StartsWith,
        AudienceComparison.EndsWith,
        AudienceComparison.InList,
        AudienceComparison.NotInList,
        AudienceComparison.IsKnown,
        AudienceComparison.IsUnknown,
    ];

    private static readonly AudienceComparison[] OfNumber =
    [
        AudienceComparison.Is,
        AudienceComparison.IsNot,
        AudienceComparison.GreaterThan,
        AudienceComparison.AtLeast,
        AudienceComparison.LessThan,
        AudienceComparison.AtMost,
        AudienceComparison.InList,
        AudienceComparison.NotInList,
        AudienceComparison.IsKnown,
        AudienceComparison.IsUnknown,
    ];

    private static readonly AudienceComparison[] OfBoolean =
    [
        AudienceComparison.IsTrue,
        AudienceComparison.IsFalse,
        AudienceComparison.IsKnown,
        AudienceComparison.IsUnknown,
    ];

    private static readonly AudienceComparison[] OfDate =
    [
        AudienceComparison.WithinLastDays,
        AudienceComparison.MoreThanDaysAgo,
        AudienceComparison.Before,
        AudienceComparison.On,
        AudienceComparison.After,
        AudienceComparison.IsKnown,
        AudienceComparison.IsUnknown,
    ];

    private static readonly AudienceComparison[] OfList =
    [
        AudienceComparison.Contains,
        AudienceComparison.DoesNotContain,
        AudienceComparison.InList,
        AudienceComparison.NotInList,
        AudienceComparison.IsKnown,
        AudienceComparison.IsUnknown,
    ];

    /// <summary>The comparisons that fit an attribute, the likeliest first.</summary>
    public static IReadOnlyList<AudienceComparison> For(KnownAttribute attribute) =>
        attribute.Path == AttributeCatalog.Role
            ? OfRole
            : attribute.Type switch
            {
                AttributeType.Text => OfText,
                AttributeType.Number or AttributeType.Decimal => OfNumber,
                AttributeType.Boolean => OfBoolean,
                AttributeType.Date => OfDate,
                AttributeType.List => OfList,
                _ => throw new ArgumentOutOfRangeException(nameof(attribute)),
            };

    /// <summary>What a comparison takes.</summary>
    public static ComparedWith Takes(AudienceComparison comparison) =>
        comparison switch
        {
            AudienceComparison.IsKnown
            or AudienceComparison.IsUnknown
            or AudienceComparison.IsTrue
            or AudienceComparison.IsFalse => ComparedWith.Nothing,
            AudienceComparison.InList or AudienceComparison.NotInList => ComparedWith.Values,
            AudienceComparison.Before or AudienceComparison.On or AudienceComparison.After =>
                ComparedWith.Day,
            AudienceComparison.WithinLastDays or AudienceComparison.MoreThanDaysAgo =>
                ComparedWith.Days,
            _ => ComparedWith.OneValue,
        };

    /// <summary>Whether it says what must not be, and so holds where there is no value.</summary>
    public static bool IsNegative(AudienceComparison comparison) =>
        comparison
            is AudienceComparison.IsNot
                or AudienceComparison.DoesNotContain
                or AudienceComparison.NotInList
                or AudienceComparison.IsUnknown;
}
