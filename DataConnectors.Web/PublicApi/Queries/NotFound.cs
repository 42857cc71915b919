using DataConnectors.Web.PublicApi.Errors;

namespace DataConnectors.Web.PublicApi.Queries;

/// <summary>The answers to ids that name nothing, in the contract's words.</summary>
internal static class NotFound
{
    /// <summary>There is no such connector.</summary>
    public static IResult DataConnector() =>
        ApiErrors.Of(
            StatusCodes.Status404NotFound,
            ErrorCodes.DataConnectorNotFound,
            "Data connector not found"
        );

    /// <summary>The connector has no such execution result, or it was deleted by age.</summary>
    public static IResult ExecutionResult() =>
        ApiErrors.Of(
            StatusCodes.Status404NotFound,
            ErrorCodes.ExecutionResultNotFound,
            "Execution result not found"
        );

    /// <summary>The connector has no such version.</summary>
    public static IResult Version() =>
        ApiErrors.Of(
            StatusCodes.Status404NotFound,
            ErrorCodes.VersionNotFound,
            "Data connector version not found"
        );
}
