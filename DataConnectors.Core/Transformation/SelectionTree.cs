using DataConnectors.Core.Transformation.Steps;

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
        var steps = FieldSteps.Of(field, index);
        var isOwn = steps is { Intake: not FieldIntake.Scalars };
        var way = path.Steps;
        var takesElements = steps is { Intake: FieldIntake.List } && way is [.., { Key: null }];
        way = takesElements ? way[..^1] : way;

        var node = root;
        SelectionNode? keyed = null;
        for (var i = 0; i < way.Length; i++)
        {
            // From its last key on, a field that takes more than scalars goes its own way.
            var isLastKey = way[i].Key is not null && way[(i + 1)..].All(step => step.Key is null);
            node = isOwn && isLastKey ? node.OwnStep(way[i].Key!, index) : node.Step(way[i], index);
            keyed = way[i].Key is null ? keyed : node;
        }

        node.IsLeaf = true;
        node.Steps = steps;
        node.IsListOfOne = takesElements;
        node.FieldIndex = index;
        if (field.Fallback is not null)
        {
            node.Fallback = FieldFallback.Parse(field.Fallback, steps?.Result ?? field.Type);
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
