using DataConnectors.Web.SampleStore.Hosting;
using Microsoft.AspNetCore.WebUtilities;

namespace DataConnectors.Web.SampleStore.Faults;

/// <summary>Answers whose fault is the status.</summary>
internal static class StatusFaults
{
    /// <summary>The status asked for, with the error body, or an empty one where the status forbids it.</summary>
    public static IResult Status(HttpResponse response, int code)
    {
        if (code is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
        {
            response.Headers.RetryAfter = "1";
        }

        return
            code
                is StatusCodes.Status204NoContent
                    or StatusCodes.Status205ResetContent
                    or StatusCodes.Status304NotModified
            ? Results.StatusCode(code)
            : StoreError.Answer(
                code,
                "on_request",
                $"{code} {ReasonPhrases.GetReasonPhrase(code)}, as you asked for."
            );
    }

    /// <summary>302 to wherever the caller says.</summary>
    public static IResult Redirect(HttpResponse response, string to = "/orders/1042")
    {
        if (!to.All(char.IsAscii) || to.Any(char.IsControl))
        {
            return StoreError.Answer(
                StatusCodes.Status400BadRequest,
                "to_not_ascii",
                "Give ?to= as a URL in ASCII."
            );
        }

        response.Headers.Location = to;
        return Results.StatusCode(StatusCodes.Status302Found);
    }

    /// <summary>204.</summary>
    public static IResult NoContent() => Results.NoContent();
}
