using DataConnectors.Web.PublicApi.Errors;
using DataConnectors.Web.PublicApi.Requests;
using Microsoft.AspNetCore.Mvc;

namespace DataConnectors.Web.PublicApi.DataConnectors;

/// <summary>Reads one connector.</summary>
internal static class RetrieveDataConnector
{
    /// <param name="id">The unique identifier of the data connector.</param>
    /// <param name="stateVersion"><c>live</c> (the default) for what serves customers, or the draft where nothing does; <c>draft</c> for the draft.</param>
    public static async Task<IResult> HandleAsync(
        string id,
        [FromQuery(Name = "state_version")] string? stateVersion,
        HttpContext context,
        ConnectorDetails details
    )
    {
        if (stateVersion is not (null or "" or "live" or "draft"))
        {
            return ApiErrors.Of(
                StatusCodes.Status400BadRequest,
                ErrorCodes.ParameterInvalid,
                "Invalid state_version. Must be one of: live, draft"
            );
        }

        if (
            await details.FindAsync(
                WireId.Read(id),
                stateVersion != "draft",
                context.RequestAborted
            )
            is not { } detail
        )
        {
            return NotFound.DataConnector();
        }

        context.Response.Headers.ETag = detail.Tag;
        return context.Request.HasCurrent(detail.Tag)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Bytes(detail.Json, "application/json; charset=utf-8");
    }
}
