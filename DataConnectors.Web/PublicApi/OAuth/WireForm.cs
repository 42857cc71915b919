using DataConnectors.Core.DeveloperApps;
using Microsoft.AspNetCore;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace DataConnectors.Web.PublicApi.OAuth;

/// <summary>Gives access tokens the form that callers know, and takes it off again where they hand one back.</summary>
internal sealed class WireForm
    : IOpenIddictServerHandler<ApplyTokenResponseContext>,
        IOpenIddictServerHandler<ExtractIntrospectionRequestContext>,
        IOpenIddictServerHandler<ExtractRevocationRequestContext>
{
    /// <summary>Before the answer is written.</summary>
    public const int ResponseOrder = int.MinValue + 50_000;

    /// <summary>After the request is read.</summary>
    public const int RequestOrder = int.MaxValue - 50_000;

    public ValueTask HandleAsync(ApplyTokenResponseContext context)
    {
        if (context.Response.AccessToken is { } reference)
        {
            var token = AccessTokenText.Wrap(reference).Open();
            context.Response.AccessToken = token;
            if (context.Transaction.GetHttpRequest()?.Path == OAuthPaths.EagleToken)
            {
                context.Response.SetParameter("token", token);
            }
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask HandleAsync(ExtractIntrospectionRequestContext context)
    {
        TakeOff(context.Request);
        return ValueTask.CompletedTask;
    }

    public ValueTask HandleAsync(ExtractRevocationRequestContext context)
    {
        TakeOff(context.Request);
        return ValueTask.CompletedTask;
    }

    // Refresh tokens have no such form and stay as they are.
    private static void TakeOff(OpenIddict.Abstractions.OpenIddictRequest? request)
    {
        if (request?.Token is { } token && AccessTokenText.Unwrap(token) is { } reference)
        {
            request.Token = reference;
        }
    }
}
