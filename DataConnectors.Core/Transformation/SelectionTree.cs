namespace DataConnectors.Core.Transformation;

/// <summary>The exposed fields, arranged as they stand in the answer.</summary>
internal static class SelectionTree
{
    /// <summary>Arranges the exposed fields; those whose path is not understood expose nothing.</summary>
    public static SelectionNode Of(IReadOnlyList<ResponseField> fields)
    {
        var root = new SelectionNode("", -1);
        for (var i = 0; i < fields.Count; i++)
        {
            if (fields[i].IsExposed && FieldPath.Parse(fields[i].Path).TryGet(out var path, out _))
            {
                Add(root, fields[i], path, i);
            }
        }

        root.Complete();
        return root;
    }

    private static void Add(SelectionNode root, ResponseField field, FieldPath path, int index)
    {
        var node = root;
        SelectionNode? keyed = null;
        foreach (var step in path.Steps)
        {
            node = node.Step(step, index);
            keyed = step.Key is null ? keyed : node;
        }

        node.IsLeaf = true;
        node.FieldIndex = index;
        if (field.Fallback is not null)
        {
            node.Fallback = FieldFallback.Parse(field.Fallback, field.Type);
        }

        // The elements of a list have no key of their own: renaming tags[] renames the list.
        if (
            keyed is not null
            && field.RenamedTo is { Length: > 0 } name
            && FieldPathParser.IsWhole(name)
        )
        {
            keyed.Name = name;
            keyed.FieldIndex = index;
        }
    }
}
