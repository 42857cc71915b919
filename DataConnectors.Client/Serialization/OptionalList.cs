using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace DataConnectors.Client.Serialization;

/// <summary>
/// A list of a request that may be left out. What is not set stays as it is; an empty list is sent and removes every item. Write it as
/// a collection expression: <c>Headers = [new("Accept", "application/json")]</c>.
/// </summary>
/// <typeparam name="T">What the list holds.</typeparam>
[CollectionBuilder(typeof(OptionalList), nameof(OptionalList.Of))]
[JsonConverter(typeof(OptionalConverterFactory))]
public readonly record struct OptionalList<T> : IReadOnlyList<T>, IOptional
{
    private readonly T[]? items;

    internal OptionalList(T[] items) => this.items = items;

    /// <inheritdoc/>
    public bool IsSet => items is not null;

    /// <inheritdoc/>
    public int Count => items?.Length ?? 0;

    /// <inheritdoc/>
    public T this[int index] => (items ?? [])[index];

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)(items ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => IsSet ? $"[{string.Join(", ", items!)}]" : "(not set)";
}

/// <summary>Makes an <see cref="OptionalList{T}"/> of a collection expression.</summary>
public static class OptionalList
{
    /// <summary>A list that is sent with these items.</summary>
    public static OptionalList<T> Of<T>(ReadOnlySpan<T> items) => new(items.ToArray());
}
