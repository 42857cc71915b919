using DataConnectors.Web.PublicApi.Errors;

namespace DataConnectors.Web.PublicApi.Requests;

/// <summary>Why a request was not carried out, before any command was asked.</summary>
/// <param name="StatusCode">The status to answer with.</param>
/// <param name="Errors">Every fault at once.</param>
internal sealed record RequestRefusal(int StatusCode, IReadOnlyList<ApiError> Errors)
{
    /// <summary>A request that cannot be understood at all.</summary>
    public static RequestRefusal Unreadable(int statusCode, string message) =>
        new(statusCode, [new ApiError(ErrorCodes.ClientError, message)]);

    /// <summary>Members with values they cannot have.</summary>
    public static RequestRefusal Invalid(IReadOnlyList<ApiError> errors) =>
        new(StatusCodes.Status422UnprocessableEntity, errors);

    /// <summary>The answer.</summary>
    public IResult ToResult() => ApiErrors.Of(StatusCode, Errors);
}
