using DataConnectors.Core.Transformation.Kinds;
using DataConnectors.Core.Transformation.Kinds.Any;
using DataConnectors.Core.Transformation.Kinds.Booleans;
using DataConnectors.Core.Transformation.Kinds.Dates;
using DataConnectors.Core.Transformation.Kinds.Lists;
using DataConnectors.Core.Transformation.Kinds.Numbers;
using DataConnectors.Core.Transformation.Kinds.Text;

namespace DataConnectors.Core.Transformation;

/// <summary>
/// Every kind of transformation there is. What is null or missing passes by every step and gets the fallback. A kind of the group
/// <see cref="TransformationGroup.List"/> takes a whole list; every other takes single values, of a list each element.
/// </summary>
public static class TransformationCatalog
{
    private static readonly TransformationKind[] Kinds =
    [
        Trim.Kind,
        ChangeCase.Kind,
        Truncate.Kind,
        Replace.Kind,
        RegularExpressionExtract.Kind,
        Mask.Kind,
        AddPrefixSuffix.Kind,
        Split.Kind,
        Round.Kind,
        Scale.Kind,
        FormatNumber.Kind,
        Currency.Kind,
        Percent.Kind,
        ParseDate.Kind,
        FormatDate.Kind,
        ChangeTimeZone.Kind,
        Relative.Kind,
        BooleanToWords.Kind,
        Count.Kind,
        First.Kind,
        Last.Kind,
        Join.Kind,
        Sum.Kind,
        Min.Kind,
        Max.Kind,
        Average.Kind,
        Filter.Kind,
        Sort.Kind,
        Limit.Kind,
        Pick.Kind,
        MapValues.Kind,
        ToText.Kind,
        ToNumber.Kind,
        Expression.Kind,
    ];

    /// <summary>All kinds, in the order in which they are offered.</summary>
    public static IReadOnlyList<TransformationDescriptor> All { get; } =
    [.. Kinds.Select(kind => kind.Descriptor)];

    /// <summary>The kind of that name; null when there is none.</summary>
    internal static TransformationKind? FindKind(string kind) =>
        Array.Find(Kinds, known => known.Descriptor.Kind == kind);
}
