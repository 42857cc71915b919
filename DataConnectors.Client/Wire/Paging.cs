using DataConnectors.Client.Models;
using Refit;

namespace DataConnectors.Client.Wire;

/// <summary>Follows the cursors of a list.</summary>
internal static class Paging
{
    /// <summary>Every item, page after page; enumerating again begins anew.</summary>
    public static PagedEnumerable<Page<T>, T> Of<T>(
        Func<string?, CancellationToken, Task<Page<T>>> fetch
    ) => PagedEnumerable.FromCursor(fetch, page => page.Data, page => page.NextCursor);
}
