using DataConnectors.Core.Connectors;
using DataConnectors.Core.Transformation;

namespace DataConnectors.Web.Components.Connectors.Builder.Data.Fields;

/// <summary>
/// Changes of the response fields. A hidden field keeps its name, fallback and transformations, so that it comes back as it was;
/// one of which nothing is left to say is dropped.
/// </summary>
public static class FieldEdits
{
    /// <summary>
    /// Exposes or hides fields. A field that is newly exposed takes its place after the one that stands before it in
    /// the answer, so that Fin reads the fields in the order of the answer until somebody arranges them.
    /// </summary>
    public static ConnectorDefinition Expose(
        ConnectorDefinition definition,
        FieldOutline outline,
        IEnumerable<FieldEntry> entries,
        bool isExposed
    )
    {
        var wanted = PathsOf(entries.Where(entry => entry.IsLeaf || !isExposed));
        return isExposed
            ? definition with
            {
                ResponseFields = [.. WithExposed(definition.ResponseFields, outline, wanted)],
            }
            : Each(
                definition,
                field => wanted.Contains(field.Path) ? field with { IsExposed = false } : field
            );
    }

    /// <summary>Masks fields in logs, or no longer does.</summary>
    public static ConnectorDefinition Redact(
        ConnectorDefinition definition,
        FieldOutline outline,
        IEnumerable<FieldEntry> entries,
        bool isRedacted
    )
    {
        var known = definition
            .ResponseFields.Select(field => field.Path)
            .ToHashSet(StringComparer.Ordinal);
        var wanted = PathsOf(entries);
        var changed = Each(
            definition,
            field => wanted.Contains(field.Path) ? field with { IsRedacted = isRedacted } : field
        );
        return !isRedacted
            ? changed
            : changed with
            {
                ResponseFields =
                [
                    .. changed.ResponseFields,
                    .. outline
                        .Leaves.Where(leaf =>
                            wanted.Contains(leaf.Node.Path) && !known.Contains(leaf.Node.Path)
                        )
                        .Select(leaf => New(leaf) with { IsRedacted = true }),
                ],
            };
    }

    /// <summary>
    /// Changes what is done with a field's value. A list that has fields of its own is exposed as one value by its first
    /// transformation, and no longer after the last.
    /// </summary>
    public static ConnectorDefinition Transform(
        ConnectorDefinition definition,
        FieldOutline outline,
        FieldEntry entry,
        Func<IReadOnlyList<FieldTransformation>, IReadOnlyList<FieldTransformation>> change
    )
    {
        var path = entry.OwnPath;

        // Taken as one value, a list is no longer read field by field.
        var isFirst = !definition.ResponseFields.Any(field =>
            field.Path == path && field.IsExposed && field.Transformations.Count > 0
        );
        var exposed = entry.IsLeaf
            ? definition
            : definition with
            {
                ResponseFields =
                [
                    .. WithExposed(definition.ResponseFields, outline, [path])
                        .Select(field =>
                            isFirst && IsBelow(field, path)
                                ? field with
                                {
                                    IsExposed = false,
                                }
                                : field
                        )
                        .Where(SaysSomething),
                ],
            };
        return Change(
            exposed,
            path,
            field =>
            {
                var steps = change(field.Transformations);
                return field with
                {
                    Transformations = steps,
                    IsExposed = field.IsExposed && (entry.IsLeaf || steps.Count > 0),
                };
            }
        );
    }

    /// <summary>Changes one field.</summary>
    public static ConnectorDefinition Change(
        ConnectorDefinition definition,
        string path,
        Func<ResponseField, ResponseField> change
    ) => Each(definition, field => field.Path == path ? change(field) : field);

    /// <summary>Drops fields, whatever is said of them.</summary>
    public static ConnectorDefinition Drop(
        ConnectorDefinition definition,
        IReadOnlyList<ResponseField> fields
    )
    {
        var paths = fields.Select(field => field.Path).ToHashSet(StringComparer.Ordinal);
        return definition with
        {
            ResponseFields =
            [
                .. definition.ResponseFields.Where(field => !paths.Contains(field.Path)),
            ],
        };
    }

    private static ConnectorDefinition Each(
        ConnectorDefinition definition,
        Func<ResponseField, ResponseField> change
    ) =>
        definition with
        {
            ResponseFields = [.. definition.ResponseFields.Select(change).Where(SaysSomething)],
        };

    private static bool IsBelow(ResponseField field, string path) =>
        field.Path.Length > path.Length
        && field.Path.StartsWith(path, StringComparison.Ordinal)
        && field.Path[path.Length] is '.' or '[';

    private static bool SaysSomething(ResponseField field) =>
        field.IsExposed
        || field.IsRedacted
        || field.RenamedTo is { Length: > 0 }
        || field.Fallback is not null
        || field.Transformations.Count > 0;

    private static List<ResponseField> WithExposed(
        IReadOnlyList<ResponseField> fields,
        FieldOutline outline,
        HashSet<string> wanted
    )
    {
        var byPath = new Dictionary<string, ResponseField>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            byPath.TryAdd(field.Path, field);
        }

        // Keyed by the exposed field before them; those before every exposed field by nothing.
        var added = new Dictionary<string, List<ResponseField>>(StringComparer.Ordinal);
        var before = "";
        foreach (var entry in outline.Entries.Where(each => outline.Find(each.OwnPath) == each))
        {
            var path = entry.OwnPath;
            var known = byPath.GetValueOrDefault(path);
            if (known is { IsExposed: true })
            {
                before = path;
            }
            else if (wanted.Contains(path))
            {
                if (!added.TryGetValue(before, out var list))
                {
                    added.Add(before, list = []);
                }

                list.Add((known ?? New(entry)) with { IsExposed = true });
            }
        }

        var moved = added
            .Values.SelectMany(list => list)
            .Select(field => field.Path)
            .ToHashSet(StringComparer.Ordinal);
        var result = new List<ResponseField>(added.GetValueOrDefault("") ?? []);
        foreach (var field in fields.Where(field => !moved.Contains(field.Path)))
        {
            result.Add(field);
            if (added.Remove(field.Path, out var followers))
            {
                result.AddRange(followers);
            }
        }

        return result;
    }

    private static HashSet<string> PathsOf(IEnumerable<FieldEntry> entries) =>
        entries
            .SelectMany(entry => new[] { entry.Node.Path, entry.OwnPath })
            .ToHashSet(StringComparer.Ordinal);

    private static ResponseField New(FieldEntry entry) =>
        new(
            entry.OwnPath,
            RenamedTo: null,
            Fallback: null,
            entry.Node.Type,
            IsExposed: false,
            IsRedacted: false
        );
}
