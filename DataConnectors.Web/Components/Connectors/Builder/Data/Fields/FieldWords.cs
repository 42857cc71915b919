using DataConnectors.Core.Transformation;

namespace DataConnectors.Web.Components.Connectors.Builder.Data.Fields;

/// <summary>What people read about a field.</summary>
internal static class FieldWords
{
    /// <summary>A type: <c>date</c>.</summary>
    public static string Type(FieldType type) =>
        type switch
        {
            FieldType.DateTime => "date",
            FieldType.Unknown => "no value",
            _ => type.ToString().ToLowerInvariant(),
        };

    /// <summary>What was seen of a field: <c>text · 3 of 4, 1 null</c>.</summary>
    public static string Evidence(FieldNode node)
    {
        var seen = node.Evidence;
        var types = seen.IsMixed
            ? string.Join(
                ", ",
                seen.Types.Select(type => $"{Type(type.Key)} {Number(type.Value)}×")
            )
            : Type(node.Type);
        return seen.Places == 0 || (seen.Places == 1 && seen.Seen == 1)
            ? types
            : $"{types} · {Number(seen.Seen)} of {Number(seen.Places)}"
                + (seen.Nulls > 0 ? $", {Number(seen.Nulls)} null" : "")
                + (seen.Missing > 0 ? $", {Number(seen.Missing)} missing" : "");
    }

    /// <summary>A field's key; the whole answer and the elements of a list have none.</summary>
    public static string Name(FieldNode node) =>
        node.Name switch
        {
            "" => node.Path == FieldPath.Root.ToString() ? "The answer" : "(empty name)",
            "[]" => "each element",
            _ => node.Name,
        };

    /// <summary>The key that a field has in what Fin reads unless it is renamed; null when there is none to rename.</summary>
    public static string? Key(string path) =>
        FieldPath.Parse(path).TryGet(out var parsed, out _)
            ? parsed.Steps.LastOrDefault(step => step.Key is not null).Key
            : null;

    /// <summary>A transformation: <c>Truncate</c>, or its kind when nobody knows it.</summary>
    public static string Title(
        FieldTransformation step,
        IReadOnlyList<TransformationDescriptor> catalog
    ) => Find(catalog, step.Kind)?.Title ?? step.Kind;

    /// <summary>The kind of that name; null when there is none.</summary>
    public static TransformationDescriptor? Find(
        IReadOnlyList<TransformationDescriptor> catalog,
        string kind
    ) => catalog.FirstOrDefault(descriptor => descriptor.Kind == kind);

    /// <summary>A group of transformations.</summary>
    public static string Group(TransformationGroup group) =>
        group switch
        {
            TransformationGroup.Boolean => "True or false",
            TransformationGroup.Any => "Any value",
            _ => group.ToString(),
        };

    private static string Number(int count) =>
        count.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
}
