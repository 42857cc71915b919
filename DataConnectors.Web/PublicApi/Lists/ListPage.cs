using System.Text.Json.Serialization;
using DataConnectors.Core.Kernel;

namespace DataConnectors.Web.PublicApi.Lists;

/// <summary>Makes pages of lists.</summary>
internal static class ListPage
{
    /// <summary>The page.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="perPage">How many a page has at most.</param>
    /// <param name="startingAfter">The cursor of the next page; null on the last one.</param>
    public static ListPage<T> Of<T>(IReadOnlyList<T> data, int perPage, string? startingAfter) =>
        new(
            data,
            new ListPages(perPage, startingAfter is null ? null : new NextPage(startingAfter))
        );

    /// <summary>A page that was read newest first, by id.</summary>
    public static ListPage<T> Of<TRow, T>(Page<TRow> page, int perPage, Func<TRow, T> toWire)
    {
        var rows = new List<T>(page.Items.Count);
        foreach (var row in page.Items)
        {
            rows.Add(toWire(row));
        }

        return Of(
            rows,
            perPage,
            page.NextCursor is { } last ? ListCursor.Write(WireId.Read(last)) : null
        );
    }
}

/// <summary>One page of a list.</summary>
/// <param name="Data">The rows.</param>
/// <param name="Pages">Where the next page begins.</param>
internal sealed record ListPage<T>(IReadOnlyList<T> Data, ListPages Pages)
{
    /// <summary>Always <c>list</c>.</summary>
    [JsonPropertyOrder(-1)]
    public string Type => "list";
}

/// <summary>What a page says of the pages.</summary>
/// <param name="PerPage">How many rows a page has at most.</param>
/// <param name="Next">Where the next page begins; null on the last one.</param>
internal sealed record ListPages(int PerPage, NextPage? Next)
{
    /// <summary>Always <c>pages</c>.</summary>
    [JsonPropertyOrder(-1)]
    public string Type => "pages";
}

/// <summary>Where the next page begins.</summary>
/// <param name="StartingAfter">Send it as <c>starting_after</c>.</param>
internal sealed record NextPage(string StartingAfter);
