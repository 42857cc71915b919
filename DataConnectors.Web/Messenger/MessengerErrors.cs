using System.Text.Json;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Messaging;

namespace DataConnectors.Web.Messenger;

/// <summary>What the Messenger's endpoints answer when they do not do what was asked.</summary>
/// <param name="Code">A name that stays fixed.</param>
/// <param name="Message">A sentence that says what to do.</param>
internal sealed record MessengerError(string Code, string Message);

/// <summary>The error as the body of an answer.</summary>
internal sealed record MessengerErrorBody(MessengerError Error);

/// <summary>Makes the answers for errors.</summary>
internal static class MessengerErrors
{
    public static IResult Of(int status, string code, string message) =>
        Results.Json(
            new MessengerErrorBody(new MessengerError(code, message)),
            MessengerJson.Options,
            statusCode: status
        );

    public static IResult Of(Fault fault) =>
        fault.Kind switch
        {
            FaultKind.Invalid => Of(
                StatusCodes.Status422UnprocessableEntity,
                "invalid",
                fault.Message
            ),
            FaultKind.NotFound => Of(StatusCodes.Status404NotFound, "not_found", fault.Message),
            FaultKind.Unavailable => Of(
                StatusCodes.Status503ServiceUnavailable,
                "unavailable",
                fault.Message
            ),
            _ => Of(StatusCodes.Status409Conflict, "conflict", fault.Message),
        };

    public static IResult Of(UserTokenRefusal refusal) =>
        Of(
            StatusCodes.Status401Unauthorized,
            JsonNamingPolicy.SnakeCaseLower.ConvertName(refusal.Reason.ToString()),
            refusal.Message
        );

    public static IResult NoSession() =>
        Of(
            StatusCodes.Status401Unauthorized,
            "session_over",
            "There is no such session, or it is over. Open another."
        );

    public static IResult TooMany(string message) =>
        Of(StatusCodes.Status429TooManyRequests, "rate_limited", message);

    public static Task WriteAsync(HttpContext context, int status, string code, string message) =>
        Of(status, code, message).ExecuteAsync(context);
}
