namespace DataConnectors.Core.Transformation;

/// <summary>How often something was seen at a path, so that people can judge what to expect: "text · 3 of 4, 1 null".</summary>
/// <param name="Places">
/// How often it could have been there: the objects that could have had the field, over all elements of the lists on the way, or the
/// elements of the list itself.
/// </param>
/// <param name="Nulls">How often null stood there.</param>
/// <param name="Types">How often each type of value stood there, null aside; types never seen are left out.</param>
public sealed record FieldEvidence(
    int Places,
    int Nulls,
    IReadOnlyList<KeyValuePair<FieldType, int>> Types
)
{
    /// <summary>Nothing is known.</summary>
    public static FieldEvidence None { get; } = new(0, 0, []);

    /// <summary>How often a value stood there that is not null.</summary>
    public int Seen => Types.Sum(type => type.Value);

    /// <summary>How often there was nothing, not even null.</summary>
    public int Missing => Places - Seen - Nulls;

    /// <summary>
    /// Whether values of different kinds stood there. Whole and other numbers are one kind, and so are text and dates in text.
    /// </summary>
    public bool IsMixed => Types.Select(type => KindOf(type.Key)).Distinct().Skip(1).Any();

    private static FieldType KindOf(FieldType type) =>
        type switch
        {
            FieldType.Integer => FieldType.Decimal,
            FieldType.DateTime => FieldType.Text,
            _ => type,
        };
}
