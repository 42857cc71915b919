using DataConnectors.Core.Transformation;

namespace DataConnectors.Core.Connectors.Mapping;

/// <summary>An object mapping with its paths parsed; a path that is not understood is null, and the rules say why.</summary>
internal sealed class CompiledMapping
{
    private CompiledMapping(ObjectMapping mapping, IReadOnlyList<FieldPath> redacted)
    {
        Mapping = mapping;
        Objects = ObjectPath
            .Parse(mapping.ResponseObjectPath, mapping.ObjectType)
            .TryGet(out var objects, out _)
            ? objects
            : null;
        Identity = ParseValue(mapping.IdentityPath ?? "");
        Attributes = [.. mapping.Attributes.Select(row => ParseValue(row.ResponsePath))];
        IsIdentityRedacted =
            Objects is not null
            && Identity is not null
            && redacted.Any(path => Covers(path, Objects.Then(Identity)));
    }

    public ObjectMapping Mapping { get; }

    public ObjectPath? Objects { get; }

    public FieldPath? Identity { get; }

    /// <summary>The paths of the attribute rows, in their order.</summary>
    public IReadOnlyList<FieldPath?> Attributes { get; }

    /// <summary>Whether the identity is a field whose values no log may show.</summary>
    public bool IsIdentityRedacted { get; }

    /// <param name="mappings">The mappings of a connector.</param>
    /// <param name="redacted">The paths of its redacted fields.</param>
    public static IReadOnlyList<CompiledMapping> Of(
        IReadOnlyList<ObjectMapping> mappings,
        IReadOnlyList<FieldPath> redacted
    ) => [.. mappings.Select(mapping => new CompiledMapping(mapping, redacted))];

    private static FieldPath? ParseValue(string text) =>
        ValuePath.Parse(text).TryGet(out var path, out _) ? path : null;

    /// <summary>Lists are looked through, as redaction does.</summary>
    private static bool Covers(FieldPath redacted, FieldPath path)
    {
        var outer = redacted.Steps.Where(step => step.Key is not null);
        var inner = path.Steps.Where(step => step.Key is not null).ToList();
        return inner.Take(outer.Count()).SequenceEqual(outer);
    }
}
