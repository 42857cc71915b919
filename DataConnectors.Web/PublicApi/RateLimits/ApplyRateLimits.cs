using System.Globalization;
using DataConnectors.Core.DeveloperApps;
using DataConnectors.Web.PublicApi.Access;
using DataConnectors.Web.PublicApi.Errors;
using Microsoft.AspNetCore.Authentication;

namespace DataConnectors.Web.PublicApi.RateLimits;

/// <summary>Counts every request of the public API whose access token is accepted, tells the caller what is left, and refuses those past it.</summary>
internal sealed class ApplyRateLimits(RequestDelegate next, RateCount count, TimeProvider clock)
{
    public async Task InvokeAsync(HttpContext context)
    {
        // The policies of the endpoints ask again and get the same answer without another look.
        await context.AuthenticateAsync(AccessTokenScheme.Name);
        if (context.Features.Get<AccessGrant>() is not { } grant)
        {
            await next(context);
            return;
        }

        var standing = count.Take(grant.CallerId);
        var headers = context.Response.Headers;
        headers["X-RateLimit-Limit"] = Text(standing.Limit);
        headers["X-RateLimit-Remaining"] = Text(standing.Remaining);
        headers["X-RateLimit-Reset"] = Text(standing.ResetsAt);
        if (!standing.IsExceeded)
        {
            await next(context);
            return;
        }

        var wait = Math.Max(1, standing.ResetsAt - clock.GetUtcNow().ToUnixTimeSeconds());
        headers.RetryAfter = Text(wait);
        await ApiErrors.WriteAsync(
            context,
            StatusCodes.Status429TooManyRequests,
            ErrorCodes.RateLimitExceeded,
            $"Too many requests: {standing.Limit} are allowed in {RateCount.WindowSeconds} seconds. Try again in {wait} s."
        );
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
