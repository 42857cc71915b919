namespace DataConnectors.Core.Transformation;

/// <summary>Every kind of transformation there is.</summary>
public static class TransformationCatalog
{
    /// <summary>All kinds, in the order in which they are offered.</summary>
    public static IReadOnlyList<TransformationDescriptor> All { get; } = [];

    /// <summary>The kind of that name; null when there is none.</summary>
    public static TransformationDescriptor? Find(string kind) =>
        All.FirstOrDefault(descriptor => descriptor.Kind == kind);
}
