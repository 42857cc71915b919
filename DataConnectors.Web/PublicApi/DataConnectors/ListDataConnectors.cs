using System.Globalization;
using DataConnectors.Core.Connectors;
using DataConnectors.Web.PublicApi.DataConnectors.Contracts;
using DataConnectors.Web.PublicApi.DataConnectors.Mapping;
using DataConnectors.Web.PublicApi.Errors;
using Microsoft.AspNetCore.Mvc;

namespace DataConnectors.Web.PublicApi.DataConnectors;

/// <summary>Lists connectors page by page.</summary>
internal static class ListDataConnectors
{
    private const int DefaultPerPage = 20;
    private const int MaxPerPage = 50;

    /// <param name="perPage">How many a page holds, 1–50; 20 when left out. A number past the bounds is taken for the nearest within.</param>
    /// <param name="startingAfter">The cursor of the page before.</param>
    public static async Task<IResult> HandleAsync(
        [FromQuery(Name = "per_page")] string? perPage,
        [FromQuery(Name = "starting_after")] string? startingAfter,
        ConnectorQueries queries,
        CancellationToken cancellationToken
    )
    {
        if (ReadPerPage(perPage) is not { } size)
        {
            return ApiErrors.Of(
                StatusCodes.Status400BadRequest,
                ErrorCodes.ParameterInvalid,
                "Invalid per_page. Must be a number from 1 to 50",
                "per_page"
            );
        }

        ConnectorPlace? after = null;
        if (!string.IsNullOrEmpty(startingAfter))
        {
            after = ListCursor.Read(startingAfter);
            if (after is null)
            {
                return ApiErrors.Of(
                    StatusCodes.Status400BadRequest,
                    ErrorCodes.ClientError,
                    "Invalid starting_after param. Please try again using a starting_after value from a paginated response"
                );
            }
        }

        var page = await queries.ListPageAsync(after, size, cancellationToken);
        return ApiJson.Result(
            new DataConnectorList(
                [.. page.Items.Select(connector => connector.ToListed())],
                new DataConnectorPages(
                    size,
                    page.Next is { } next ? new DataConnectorNextPage(ListCursor.Write(next)) : null
                )
            )
        );
    }

    private static int? ReadPerPage(string? text) =>
        string.IsNullOrEmpty(text) ? DefaultPerPage
        : decimal.TryParse(
            text,
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? (int)Math.Clamp(number, 1, MaxPerPage)
        : null;
}
