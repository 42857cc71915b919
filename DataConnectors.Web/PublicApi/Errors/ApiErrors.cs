using DataConnectors.Core.Kernel;

namespace DataConnectors.Web.PublicApi.Errors;

/// <summary>Makes answers that are not a success. Every one of the public API is made here.</summary>
internal static class ApiErrors
{
    // In seconds: whatever is unavailable here is tried again by itself at least as often.
    private const string RetryAfter = "5";

    /// <summary>An answer with one fault.</summary>
    public static IResult Of(int statusCode, string code, string message, string? field = null) =>
        Of(statusCode, [new ApiError(code, message, field)]);

    /// <summary>An answer with these faults.</summary>
    public static IResult Of(int statusCode, IReadOnlyList<ApiError> errors) =>
        new ErrorResult(statusCode, errors);

    /// <summary>
    /// The answer to a command that was not carried out: 422 with every broken rule and the member it stands at, 404, 403, 409, or
    /// 503 with <c>Retry-After</c>.
    /// </summary>
    /// <param name="fault">Why not.</param>
    /// <param name="notFoundCode">The code when there is no such thing.</param>
    /// <param name="conflictCode">The code when the state of the thing does not allow it.</param>
    public static IResult Of(
        Fault fault,
        string notFoundCode = ErrorCodes.NotFound,
        string conflictCode = ErrorCodes.Conflict
    ) =>
        fault.Kind switch
        {
            FaultKind.Invalid => Of(
                StatusCodes.Status422UnprocessableEntity,
                [
                    .. fault
                        .Problems.Where(problem => problem.Severity == ProblemSeverity.Error)
                        .Select(problem => new ApiError(
                            ErrorCodes.ParameterInvalid,
                            problem.Message,
                            FieldOf(problem.Path)
                        )),
                ]
            ),
            FaultKind.NotFound => Of(StatusCodes.Status404NotFound, notFoundCode, fault.Message),
            FaultKind.Forbidden => Of(
                StatusCodes.Status403Forbidden,
                ErrorCodes.Forbidden,
                fault.Message
            ),
            FaultKind.InUse => Of(
                StatusCodes.Status409Conflict,
                ErrorCodes.DataConnectorInUse,
                fault.Message
            ),
            FaultKind.Conflict => Of(StatusCodes.Status409Conflict, conflictCode, fault.Message),
            FaultKind.Unavailable => new ErrorResult(
                StatusCodes.Status503ServiceUnavailable,
                [new ApiError(ErrorCodes.ServiceUnavailable, fault.Message)],
                RetryAfter
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(fault), fault.Kind, message: null),
        };

    /// <summary>Writes the faults as the answer, for those that stand before the endpoints.</summary>
    public static Task WriteAsync(
        HttpContext context,
        int statusCode,
        string code,
        string message
    ) => Of(statusCode, code, message).ExecuteAsync(context);

    /// <summary>The path of a problem as it stands on the wire: <c>data_inputs[0].name</c>.</summary>
    public static string? FieldOf(string path) => path.Length == 0 ? null : WirePath.Of(path);

    private sealed class ErrorResult(
        int statusCode,
        IReadOnlyList<ApiError> errors,
        string? retryAfter = null
    ) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = statusCode;
            if (retryAfter is not null)
            {
                httpContext.Response.Headers.RetryAfter = retryAfter;
            }

            return httpContext.Response.WriteAsJsonAsync(
                new ErrorList(httpContext.TraceIdentifier, errors),
                ApiJson.Options,
                httpContext.RequestAborted
            );
        }
    }
}
