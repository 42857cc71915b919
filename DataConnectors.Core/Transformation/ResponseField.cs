namespace DataConnectors.Core.Transformation;

/// <summary>What a connector does with one field of the answer. The order of the fields is their order in what Fin reads.</summary>
/// <param name="Path">Where it stands, in the syntax of <see cref="FieldPath"/>.</param>
/// <param name="RenamedTo">Its key in the output; null or empty keeps the key.</param>
/// <param name="Fallback">
/// What stands there when it is null or missing, after the transformations and not changed by them: JSON for fields that are not text,
/// plain text otherwise.
/// </param>
/// <param name="Type">What it is expected to be.</param>
/// <param name="IsExposed">Whether it is kept at all.</param>
/// <param name="IsRedacted">Whether it is masked in logs.</param>
public sealed record ResponseField(
    string Path,
    string? RenamedTo,
    string? Fallback,
    FieldType Type,
    bool IsExposed,
    bool IsRedacted
)
{
    /// <summary>What is done with the value, in this order; see <see cref="TransformationCatalog"/>.</summary>
    public IReadOnlyList<FieldTransformation> Transformations { get; init; } = [];
}
