namespace DataConnectors.Core.Transformation;

/// <summary>One step of what is done with a field's value.</summary>
/// <param name="Kind">Which, as in <see cref="TransformationDescriptor.Kind"/>: <c>truncate</c>.</param>
/// <param name="Settings">
/// Its settings by <see cref="TransformationSetting.Name"/>, as text in the invariant culture; one that is absent has its default.
/// </param>
public sealed record FieldTransformation(string Kind, IReadOnlyDictionary<string, string> Settings)
{
    /// <summary>The kind that evaluates a JavaScript expression, whose one setting is <c>expression</c>.</summary>
    public const string Expression = "expression";
}
