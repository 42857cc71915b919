using System.Globalization;
using DataConnectors.Core.DeveloperApps;
using DataConnectors.Core.Idempotency;
using DataConnectors.Web.PublicApi.Access;
using DataConnectors.Web.PublicApi.Errors;
using DataConnectors.Web.PublicApi.Requests;

namespace DataConnectors.Web.PublicApi.Idempotency;

/// <summary>
/// Carries a POST with an <c>Idempotency-Key</c> out once: the same request with the same key is answered as it was, for 24 hours. It stands
/// after authorization, as a key is its caller's own, and covers every POST of the public API.
/// </summary>
internal sealed class IdempotencyKeys(RequestDelegate next, IdempotentRequests requests)
{
    private const string Header = "Idempotency-Key";
    private const string ReplayedHeader = "Idempotent-Replayed";
    private const int MaxKeyLength = 255;

    // What of an answer's headers belongs to its content.
    private static readonly string[] KeptHeaders = ["Content-Type", "ETag", "Location"];

    public async Task InvokeAsync(HttpContext context)
    {
        if (
            !HttpMethods.IsPost(context.Request.Method)
            || !context.Request.Headers.TryGetValue(Header, out var sent)
            || context.Features.Get<AccessGrant>() is not { } grant
        )
        {
            await next(context);
            return;
        }

        var key = sent.ToString();
        if (sent.Count != 1 || key.Length is 0 or > MaxKeyLength)
        {
            await ApiErrors.WriteAsync(
                context,
                StatusCodes.Status400BadRequest,
                ErrorCodes.ClientError,
                $"An {Header} has 1 to {MaxKeyLength} characters, and is sent once."
            );
            return;
        }

        var body = await RequestBody.ReadBytesAsync(context);
        var claim = await requests.ClaimAsync(
            CallerOf(grant),
            key,
            $"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}",
            body,
            context.RequestAborted
        );
        await (
            claim switch
            {
                IdempotentClaim.First first => CarryOutAsync(context, first.RequestId, body),
                IdempotentClaim.Answered answered => RepeatAsync(context, answered.Answer),
                IdempotentClaim.UnderWay => RefuseUnderWayAsync(context),
                IdempotentClaim.Lost => ApiErrors.WriteAsync(
                    context,
                    StatusCodes.Status409Conflict,
                    ErrorCodes.Conflict,
                    $"The first request with this {Header} was interrupted, and it is not known whether it was carried out. Look, then send it again with another key if it was not."
                ),
                _ => ApiErrors.WriteAsync(
                    context,
                    StatusCodes.Status422UnprocessableEntity,
                    ErrorCodes.IdempotencyKeyReused,
                    $"This {Header} came with another request before. Send a key of its own with each request."
                ),
            }
        );
    }

    private static string CallerOf(AccessGrant grant) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(grant.AppId is { } appId ? $"app:{appId}" : "personal")} teammate:{grant.Actor.TeammateId}"
        );

    private async Task CarryOutAsync(HttpContext context, string requestId, byte[] body)
    {
        // Whoever sends a key will ask again when the connection breaks: the request is carried out all the same, for its answer to be there.
        context.RequestAborted = CancellationToken.None;
        context.Request.Body = new MemoryStream(body);
        var toCaller = context.Response.Body;
        using var written = new MemoryStream();
        context.Response.Body = written;
        try
        {
            await next(context);
            await context.Response.BodyWriter.FlushAsync(CancellationToken.None);
        }
        finally
        {
            // After an exception the claim stays: what was done until then is not known.
            context.Response.Body = toCaller;
        }

        var answer = written.ToArray();

        // What was refused was not done: the same key may ask for it again.
        if (
            context.Response.StatusCode
            is >= 400
                and < 500
                or StatusCodes.Status503ServiceUnavailable
        )
        {
            await requests.ReleaseAsync(requestId);
        }
        else
        {
            await requests.CompleteAsync(
                requestId,
                new IdempotentAnswer(
                    context.Response.StatusCode,
                    KeptHeaders
                        .Where(context.Response.Headers.ContainsKey)
                        .ToDictionary(
                            name => name,
                            name => context.Response.Headers[name].ToString()
                        ),
                    answer
                )
            );
        }

        await toCaller.WriteAsync(answer, context.RequestAborted);
    }

    private static async Task RepeatAsync(HttpContext context, IdempotentAnswer answer)
    {
        context.Response.StatusCode = answer.StatusCode;
        foreach (var (name, value) in answer.Headers)
        {
            context.Response.Headers[name] = value;
        }

        context.Response.Headers[ReplayedHeader] = "true";
        await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
    }

    private static Task RefuseUnderWayAsync(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "1";
        return ApiErrors.WriteAsync(
            context,
            StatusCodes.Status409Conflict,
            ErrorCodes.Conflict,
            $"A request with this {Header} is under way. Send it again in a second to get its answer."
        );
    }
}
