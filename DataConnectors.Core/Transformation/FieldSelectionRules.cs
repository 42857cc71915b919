using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Transformation;

/// <summary>What must hold for response fields.</summary>
public static class FieldSelectionRules
{
    /// <summary>Every broken rule, with paths such as <c>responseFields[2].renamedTo</c>.</summary>
    public static IReadOnlyList<Problem> Check(IReadOnlyList<ResponseField> fields)
    {
        var problems = new List<Problem>();
        var paths = new HashSet<FieldPath>();
        for (var i = 0; i < fields.Count; i++)
        {
            if (!FieldPath.Parse(fields[i].Path).TryGet(out var path, out var fault))
            {
                problems.Add(At(i, "path", fault));
                continue;
            }

            if (!paths.Add(path))
            {
                problems.Add(At(i, "path", $"The field {path} is listed twice."));
            }

            if (fields[i].IsExposed)
            {
                CheckExposed(fields[i], path, i, problems);
            }
        }

        var root = SelectionTree.Of(fields);
        CheckWholeAnswer(root, fields.Count(field => field.IsExposed), problems);
        CheckNames(root, problems);
        return problems;
    }

    private static Problem At(int index, string property, string message) =>
        new($"responseFields[{index}].{property}", message);

    /// <summary>The root has no key, so that a field which takes it whole has nowhere to stand beside others.</summary>
    private static void CheckWholeAnswer(SelectionNode root, int exposed, List<Problem> problems)
    {
        for (var node = root; node is not null && exposed > 1; node = node.Elements)
        {
            if (node.TakesWhole)
            {
                problems.Add(
                    At(
                        node.FieldIndex,
                        "path",
                        "This field is the whole answer, so that no other field can stand beside it. Hide the others, or transform a field inside it."
                    )
                );
            }
        }
    }

    private static void CheckExposed(
        ResponseField field,
        FieldPath path,
        int index,
        List<Problem> problems
    )
    {
        if (!string.IsNullOrEmpty(field.RenamedTo) && path.Steps.All(step => step.Key is null))
        {
            problems.Add(
                At(index, "renamedTo", $"The field {path} has no key that could be renamed.")
            );
        }

        problems.AddRange(TransformationRules.Check(field, index));

        // What transformations make is of another type than what came.
        if (
            field.Fallback is { } fallback
            && field.Transformations.Count == 0
            && !FieldFallback.Fits(fallback, field.Type)
        )
        {
            problems.Add(
                At(
                    index,
                    "fallback",
                    $"The fallback of {path} must be of its type, {TypeName(field.Type)}."
                )
            );
        }
    }

    private static void CheckNames(SelectionNode node, List<Problem> problems)
    {
        foreach (
            var same in node
                .Children.GroupBy(child => child.Name, StringComparer.Ordinal)
                .Where(group => group.Count() > 1)
        )
        {
            foreach (var child in ToMend([.. same]))
            {
                problems.Add(
                    At(
                        child.FieldIndex,
                        "renamedTo",
                        $"Another field at the same place is already named {child.Name}."
                    )
                );
            }
        }

        foreach (var child in node.Children)
        {
            CheckNames(child, problems);
        }

        if (node.Elements is not null)
        {
            CheckNames(node.Elements, problems);
        }
    }

    /// <summary>Of places with one name, those to rename: what was renamed, else what stands beside the fields inside it, where only some were.</summary>
    private static IEnumerable<SelectionNode> ToMend(IReadOnlyList<SelectionNode> same)
    {
        var renamed = same.Where(child => child.Name != child.Key).ToList();
        var blamed = renamed.Count > 0 ? renamed : [.. same.Where(child => child.IsOwn)];
        return blamed.Count < same.Count ? blamed : blamed.Skip(1);
    }

    private static string TypeName(FieldType type) =>
        type switch
        {
            FieldType.Integer => "a whole number",
            FieldType.Decimal => "a decimal number",
            FieldType.Boolean => "true or false",
            FieldType.Object => "a JSON object",
            FieldType.List => "a JSON list",
            _ => "text",
        };
}
