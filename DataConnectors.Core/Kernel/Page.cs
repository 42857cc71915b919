namespace DataConnectors.Core.Kernel;

/// <summary>One page of a list, newest first, and where the next one begins.</summary>
/// <param name="Items">The rows of this page.</param>
/// <param name="NextCursor">Pass it back for the next page; null on the last one.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor);
