using System.Text.Json;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace DataConnectors.Web.PublicApi.OAuth;

/// <summary>
/// Understands what programs written for the original post to its token endpoint: client id, client secret and code, as JSON or as a
/// form, without the grant type and the redirect URI.
/// </summary>
internal sealed class EagleToken(RequestDelegate next)
{
    private const long MaxBodyBytes = 64 * 1024;

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Path == OAuthPaths.EagleToken && HttpMethods.IsPost(request.Method))
        {
            if (
                context.Features.Get<IHttpMaxRequestBodySizeFeature>() is
                { IsReadOnly: false } limit
            )
            {
                limit.MaxRequestBodySize = MaxBodyBytes;
            }

            if (await ReadAsync(request) is { } fields)
            {
                fields.TryAdd(
                    Parameters.GrantType,
                    fields.ContainsKey(Parameters.Code)
                        ? GrantTypes.AuthorizationCode
                        : GrantTypes.ClientCredentials
                );
                request.ContentType = "application/x-www-form-urlencoded";
                request.Form = new FormCollection(fields);
            }
        }

        await next(context);
    }

    // Null for what is neither: the token endpoint says what it takes.
    private static async Task<Dictionary<string, StringValues>?> ReadAsync(HttpRequest request)
    {
        if (request.HasFormContentType)
        {
            return new(await request.ReadFormAsync(), StringComparer.Ordinal);
        }

        if (!request.HasJsonContentType())
        {
            return null;
        }

        try
        {
            var members = await request.ReadFromJsonAsync<Dictionary<string, JsonElement>>();
            return members
                ?.Where(member => member.Value.ValueKind == JsonValueKind.String)
                .ToDictionary(
                    member => member.Key,
                    member => new StringValues(member.Value.GetString()),
                    StringComparer.Ordinal
                );
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>
    /// Takes the redirect URI of a code from the code, as OAuth 2.1 does: that the code was not stolen on its way is shown by its
    /// verifier.
    /// </summary>
    internal sealed class RedirectUriOfCode : IOpenIddictServerHandler<ValidateTokenRequestContext>
    {
        /// <summary>Just before the two are compared.</summary>
        public static readonly int Order =
            OpenIddictServerHandlers.Exchange.ValidateRedirectUri.Descriptor.Order - 500;

        public ValueTask HandleAsync(ValidateTokenRequestContext context)
        {
            if (
                context.Request.IsAuthorizationCodeGrantType()
                && context.Transaction.GetHttpRequest()?.Path == OAuthPaths.EagleToken
            )
            {
                context.Request.RedirectUri ??= context.AuthorizationCodePrincipal?.GetClaim(
                    Claims.Private.RedirectUri
                );
            }

            return ValueTask.CompletedTask;
        }
    }
}
