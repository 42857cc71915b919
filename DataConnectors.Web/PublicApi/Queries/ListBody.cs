using System.Text.Json.Serialization;

namespace DataConnectors.Web.PublicApi.Queries;

/// <summary>Makes pages of lists.</summary>
internal static class ListBody
{
    /// <summary>The page.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="perPage">How many a page has at most.</param>
    /// <param name="nextCursor">The cursor of the next page as our own pages have it, the id of the last row; null on the last page.</param>
    public static ListBody<T> Of<T>(IReadOnlyList<T> data, int perPage, string? nextCursor) =>
        new(
            data,
            new PagesBody(
                perPage,
                nextCursor is null
                    ? null
                    : new NextPageBody(IdCursor.After(WireText.IdOf(nextCursor)))
            )
        );
}

/// <summary>One page of a list.</summary>
/// <param name="Data">The rows.</param>
/// <param name="Pages">Where the next page begins.</param>
internal sealed record ListBody<T>(IReadOnlyList<T> Data, PagesBody Pages)
{
    /// <summary>Always <c>list</c>.</summary>
    [JsonPropertyOrder(-1)]
    public string Type => "list";
}

/// <summary>What a page says of the pages.</summary>
/// <param name="PerPage">How many rows a page has at most.</param>
/// <param name="Next">Null on the last page.</param>
internal sealed record PagesBody(int PerPage, NextPageBody? Next)
{
    /// <summary>Always <c>pages</c>.</summary>
    [JsonPropertyOrder(-1)]
    public string Type => "pages";
}

/// <summary>Where the next page begins.</summary>
/// <param name="StartingAfter">Pass it back.</param>
internal sealed record NextPageBody(string StartingAfter);
