using System.Globalization;

namespace DataConnectors.Core.Kernel;

/// <summary>Where pages begin in a list that is read newest first: a cursor is the id of the last row of the page before.</summary>
internal static class Cursor
{
    /// <summary>The id that those of the page are less than; null, for the first page, also when no page gave the cursor.</summary>
    public static long? Read(string? cursor) =>
        long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var lastSeen)
            ? lastSeen
            : null;

    /// <summary>The page of rows of which one more was read than it holds, to know whether another page follows.</summary>
    public static Page<T> PageOf<T>(IReadOnlyList<T> rows, int size, Func<T, long> idOf) =>
        rows.Count <= size
            ? new(rows, NextCursor: null)
            : new(
                [.. rows.Take(size)],
                idOf(rows[size - 1]).ToString(CultureInfo.InvariantCulture)
            );
}
