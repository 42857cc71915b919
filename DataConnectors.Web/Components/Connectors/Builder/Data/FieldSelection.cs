using DataConnectors.Core.Transformation;

namespace DataConnectors.Web.Components.Connectors.Builder.Data;

/// <summary>Edits of the chosen response fields, as functions from list to list.</summary>
internal static class FieldSelection
{
    /// <summary>The place of the field at <paramref name="path"/>, or -1.</summary>
    public static int IndexOf(this IReadOnlyList<ResponseField> fields, string path)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            if (fields[i].Path == path)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Whether all (true), none (false) or some (null) of what stands below <paramref name="node"/> is exposed.</summary>
    public static bool? IsExposed(this IReadOnlyList<ResponseField> fields, FieldNode node)
    {
        var exposed = fields
            .Where(field => field.IsExposed)
            .Select(field => field.Path)
            .ToHashSet(StringComparer.Ordinal);
        var leaves = node.Leaves().ToList();
        var count = leaves.Count(leaf => exposed.Contains(leaf.Path));
        return count == 0 ? false
            : count == leaves.Count ? true
            : null;
    }

    /// <summary>Exposes or hides everything below <paramref name="node"/>. A hidden field keeps its new name and fallback.</summary>
    public static IReadOnlyList<ResponseField> Expose(
        this IReadOnlyList<ResponseField> fields,
        FieldNode node,
        bool isExposed
    )
    {
        var result = fields.ToList();
        foreach (var leaf in node.Leaves())
        {
            var index = result.IndexOf(leaf.Path);
            if (index >= 0)
            {
                result[index] = result[index] with { IsExposed = isExposed, Type = leaf.Type };
            }
            else if (isExposed)
            {
                result.Add(
                    new ResponseField(
                        leaf.Path,
                        RenamedTo: null,
                        Fallback: null,
                        leaf.Type,
                        IsExposed: true,
                        IsRedacted: false
                    )
                );
            }
        }

        return
        [
            .. result.Where(field =>
                field.IsExposed
                || field.RenamedTo is not null
                || field.Fallback is not null
                || field.IsRedacted
            ),
        ];
    }

    /// <summary>Changes the field at <paramref name="path"/>; the same list when there is none.</summary>
    public static IReadOnlyList<ResponseField> Change(
        this IReadOnlyList<ResponseField> fields,
        string path,
        Func<ResponseField, ResponseField> change
    ) => fields.IndexOf(path) is var index and >= 0 ? fields.WithAt(index, change(fields[index])) : fields;

    /// <summary>The fields that the example does not have: chosen from an earlier one, or written by a program.</summary>
    public static IReadOnlyList<ResponseField> NotIn(
        this IReadOnlyList<ResponseField> fields,
        FieldTree tree
    )
    {
        var known = tree.Root.Leaves().Select(leaf => leaf.Path).ToHashSet(StringComparer.Ordinal);
        return [.. fields.Where(field => !known.Contains(field.Path))];
    }
}
