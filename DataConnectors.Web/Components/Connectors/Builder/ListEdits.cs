namespace DataConnectors.Web.Components.Connectors.Builder;

/// <summary>Copies of immutable lists with one thing changed.</summary>
internal static class ListEdits
{
    public static IReadOnlyList<T> WithAt<T>(this IReadOnlyList<T> list, int index, T item) =>
        [.. list.Take(index), item, .. list.Skip(index + 1)];

    public static IReadOnlyList<T> WithoutAt<T>(this IReadOnlyList<T> list, int index) =>
        [.. list.Take(index), .. list.Skip(index + 1)];

    /// <summary>The item at <paramref name="index"/> stands <paramref name="by"/> places later; the same list when that is outside.</summary>
    public static IReadOnlyList<T> WithMoved<T>(this IReadOnlyList<T> list, int index, int by)
    {
        var to = index + by;
        if (to < 0 || to >= list.Count)
        {
            return list;
        }

        var copy = list.ToList();
        copy.RemoveAt(index);
        copy.Insert(to, list[index]);
        return copy;
    }
}
