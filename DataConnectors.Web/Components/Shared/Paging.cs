using DataConnectors.Core.Kernel;

namespace DataConnectors.Web.Components.Shared;

/// <summary>A list that is read page by page: what was read so far, and where it goes on.</summary>
/// <param name="first">The first page.</param>
public sealed class Paging<T>(Page<T> first)
{
    private readonly List<T> items = [.. first.Items];

    /// <summary>The rows of every page so far.</summary>
    public IReadOnlyList<T> Items => items;

    /// <summary>Where the next page begins; null after the last one.</summary>
    public string? NextCursor { get; private set; } = first.NextCursor;

    /// <summary>Whether the next page is being read.</summary>
    public bool IsLoadingMore { get; private set; }

    /// <summary>Changes the rows read so far, such as by what is heard of them meanwhile.</summary>
    public void Change(Action<List<T>> change) => change(items);

    /// <summary>Reads the next page; nothing happens while one is being read already.</summary>
    public async Task MoreAsync(Func<string, Task<Page<T>>> read)
    {
        if (NextCursor is not { } cursor || IsLoadingMore)
        {
            return;
        }

        IsLoadingMore = true;
        try
        {
            var page = await read(cursor);
            items.AddRange(page.Items);
            NextCursor = page.NextCursor;
        }
        finally
        {
            IsLoadingMore = false;
        }
    }
}
