using System.Net;
using Microsoft.AspNetCore;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;
using OAuthErrors = OpenIddict.Abstractions.OpenIddictConstants.Errors;

namespace DataConnectors.Web.PublicApi.OAuth;

/// <summary>Refuses client secrets and codes that came over the network in the clear. In Development, and from this machine itself, they may.</summary>
internal sealed class RequireTransportSecurity(IHostEnvironment environment)
    : IOpenIddictServerHandler<ProcessRequestContext>
{
    /// <summary>Stands where OpenIddict's own check, which knows no such exceptions, would.</summary>
    public static readonly int Order = OpenIddictServerAspNetCoreHandlers
        .ValidateTransportSecurityRequirement
        .Descriptor
        .Order;

    public ValueTask HandleAsync(ProcessRequestContext context)
    {
        if (
            context.EndpointType != OpenIddictServerEndpointType.Unknown
            && context.Transaction.GetHttpRequest() is { IsHttps: false } request
            && !environment.IsDevelopment()
            && request.HttpContext.Connection.RemoteIpAddress is { } caller
            && !IPAddress.IsLoopback(caller)
        )
        {
            context.Reject(
                OAuthErrors.InvalidRequest,
                "This server accepts this request over HTTPS only."
            );
        }

        return ValueTask.CompletedTask;
    }
}
