using DataConnectors.Core.Connectors;
using DataConnectors.Web.PublicApi.DataConnectors.Mapping;
using DataConnectors.Web.PublicApi.Lists;
using DataConnectors.Web.PublicApi.Requests;
using Microsoft.AspNetCore.Mvc;

namespace DataConnectors.Web.PublicApi.DataConnectors;

/// <summary>Lists connectors page by page.</summary>
internal static class ListDataConnectors
{
    /// <summary>How many a page holds where nobody says.</summary>
    public const int OrdinaryPage = 20;

    /// <summary>How many a page holds at most.</summary>
    public const int LargestPage = 50;

    public static async Task<IResult> HandleAsync(
        [FromQuery(Name = "per_page")] string? perPage,
        [FromQuery(Name = "starting_after")] string? startingAfter,
        ConnectorQueries queries,
        CancellationToken cancellationToken
    )
    {
        var values = new QueryValues();
        var size = values.PerPage(perPage, OrdinaryPage, LargestPage);
        var after = values.AfterPlace(startingAfter);
        if (values.Refusal is { } refusal)
        {
            return refusal;
        }

        var page = await queries.ListPageAsync(after, size, cancellationToken);
        return ApiJson.Result(
            ListPage.Of(
                [.. page.Items.Select(connector => connector.ToListed())],
                size,
                page.Next is { } next ? ListCursor.Write(next) : null
            )
        );
    }
}
