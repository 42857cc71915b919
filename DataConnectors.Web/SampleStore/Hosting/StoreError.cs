using DataConnectors.Web.SampleStore.Shop;
using Microsoft.AspNetCore.WebUtilities;

namespace DataConnectors.Web.SampleStore.Hosting;

/// <summary>The body of every failed call: <c>{"error":{"code":"order_not_found","message":"…"}}</c>.</summary>
internal sealed record StoreError(StoreErrorDetail Error)
{
    /// <summary>An answer with this body.</summary>
    public static IResult Answer(int status, string code, string message) =>
        Results.Json(new StoreError(new StoreErrorDetail(code, message)), statusCode: status);

    /// <summary>The answer for a write that was refused.</summary>
    public static IResult Answer(Refusal refusal) =>
        Answer(refusal.Status, refusal.Code, refusal.Message);

    /// <summary>An answer for an id that names nothing.</summary>
    public static IResult NotFound(string what, string id) => Answer(Refusal.NotFound(what, id));

    /// <summary>The body for a status that routing or binding decided without one.</summary>
    public static Task ForStatus(HttpContext context) =>
        context.Response.WriteAsJsonAsync(
            new StoreError(Detail(context.Response.StatusCode)),
            StoreJson.Options
        );

    private static StoreErrorDetail Detail(int status) =>
        status switch
        {
            StatusCodes.Status400BadRequest => new(
                "bad_request",
                "The body or a parameter cannot be read."
            ),
            StatusCodes.Status404NotFound => new(
                "no_such_endpoint",
                "Nothing is here. GET / lists the endpoints."
            ),
            StatusCodes.Status405MethodNotAllowed => new(
                "method_not_allowed",
                "This path does not take this method."
            ),
            StatusCodes.Status413PayloadTooLarge => new(
                "body_too_large",
                "The body is larger than 1 MiB."
            ),
            StatusCodes.Status415UnsupportedMediaType => new(
                "not_json",
                "Send the body as application/json."
            ),
            _ => new("failed", ReasonPhrases.GetReasonPhrase(status)),
        };
}

/// <summary>What went wrong: a stable code for programs and a sentence for people.</summary>
internal sealed record StoreErrorDetail(string Code, string Message);
