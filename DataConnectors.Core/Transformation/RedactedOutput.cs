using DataConnectors.Core.Transformation.Steps;

namespace DataConnectors.Core.Transformation;

/// <summary>
/// Where redacted values stand in what a selection makes, under the names they have there: renamed at any level, inside a list or object
/// that another field exposes whole, or computed from it.
/// </summary>
public static class RedactedOutput
{
    /// <summary>The paths to mask in the output. Lists on the way may be looked through.</summary>
    /// <param name="fields">
    /// All fields of the connector. The output of an expression is masked as soon as any field is redacted, since it sees the whole answer.
    /// </param>
    public static IReadOnlyList<FieldPath> PathsOf(IReadOnlyList<ResponseField> fields)
    {
        var redacted = fields
            .Where(field => field.IsRedacted)
            .Select(field => KeysOf(field.Path))
            .ToList();
        if (redacted.Count == 0)
        {
            return [];
        }

        var root = SelectionTree.Of(fields);
        return
        [
            .. fields
                .Select((field, index) => (Field: field, Index: index))
                .Where(one => one.Field.IsExposed && IsMasked(one.Field, redacted))
                .Select(one => OutputPath(root, one.Field, one.Index)),
        ];
    }

    private static bool IsMasked(ResponseField field, List<string[]?> redacted)
    {
        var takesWhole = FieldSteps.IntakeOf(field) != FieldIntake.Scalars;
        var keys = KeysOf(field.Path);
        return field.Transformations.Any(step => step.Kind == FieldTransformation.Expression)
            || redacted.Exists(other =>
                other is null
                || keys is null
                || keys.AsSpan().StartsWith(other)
                || (takesWhole && other.AsSpan().StartsWith(keys))
            );
    }

    private static FieldPath OutputPath(SelectionNode root, ResponseField field, int index)
    {
        if (!FieldPath.Parse(field.Path).TryGet(out var path, out _))
        {
            return FieldPath.Root;
        }

        var node = root;
        var output = FieldPath.Root;
        foreach (var step in path.Steps.Where(step => step.Key is not null))
        {
            // Lists have no name of their own; their elements' fields are below either.
            var children = node.Children.Concat(Below(node)).Where(child => child.Key == step.Key);
            node =
                children.FirstOrDefault(child => child.IsOwn && child.FieldIndex == index)
                ?? children.First(child => !child.IsOwn);
            output = output.Then(new FieldStep(node.Name));
        }

        return output;
    }

    private static IEnumerable<SelectionNode> Below(SelectionNode node) =>
        node.Elements is null ? [] : node.Elements.Children.Concat(Below(node.Elements));

    /// <summary>The keys on the way, lists left out; null when the path is not understood, which then stands for everything.</summary>
    private static string[]? KeysOf(string text) =>
        FieldPath.Parse(text).TryGet(out var path, out _)
            ? [.. path.Steps.Select(step => step.Key).OfType<string>()]
            : null;
}
