using Microsoft.Extensions.Options;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace DataConnectors.Web.PublicApi.OAuth;

/// <summary>OAuth 2: how apps come by access tokens. OpenIddict keeps the protocol; what is ours is told to it here.</summary>
internal static class OAuthRegistration
{
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(5);

    /// <summary>Adds the server and the check of its tokens.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">Holds the section <c>OAuth</c>.</param>
    /// <param name="dataDirectory">Where its keys are kept.</param>
    public static IServiceCollection AddOAuth(
        this IServiceCollection services,
        IConfiguration configuration,
        string dataDirectory
    )
    {
        services
            .AddOptions<OAuthOptions>()
            .Bind(configuration.GetSection(OAuthOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<IConfigureOptions<OpenIddictServerOptions>>(
            new OAuthKeys(Path.Combine(dataDirectory, "keys"))
        );
        services
            .AddOptions<OpenIddictServerOptions>()
            .Configure<IOptions<OAuthOptions>>(
                (server, options) =>
                {
                    server.AccessTokenLifetime = TimeSpan.FromMinutes(
                        options.Value.AccessTokenMinutes
                    );
                    server.RefreshTokenLifetime = TimeSpan.FromDays(options.Value.RefreshTokenDays);
                }
            );
        services.AddSingleton<OAuthAccess>();
        services
            .AddOpenIddict()
            .AddServer(ConfigureServer)
            .AddValidation(validation =>
            {
                validation.UseLocalServer();
                validation.EnableTokenEntryValidation();
                validation.Configure(options =>
                    options.TokenValidationParameters.IssuerValidator = AcceptAnyName
                );
            });
        return services;
    }

    /// <summary>Understands what the original's programs post; stands before authentication.</summary>
    public static void UseOAuth(this IApplicationBuilder app) => app.UseMiddleware<EagleToken>();

    private static void ConfigureServer(OpenIddictServerBuilder server)
    {
        server
            .SetTokenEndpointUris(OAuthPaths.Token, OAuthPaths.EagleToken)
            .SetAuthorizationEndpointUris(OAuthPaths.Authorize)
            .SetRevocationEndpointUris(OAuthPaths.Revoke)
            .SetIntrospectionEndpointUris(OAuthPaths.Introspect)
            .AllowClientCredentialsFlow()
            .AllowAuthorizationCodeFlow()
            .AllowRefreshTokenFlow()
            .RequireProofKeyForCodeExchange()
            .UseReferenceAccessTokens()
            .UseReferenceRefreshTokens()
            .SetAuthorizationCodeLifetime(CodeLifetime)
            .RegisterScopes([.. Core.DeveloperApps.ApiScopes.All])
            // Every app may use every endpoint and grant; scopes are RequestedScopes' to judge.
            .DisableScopeValidation()
            .IgnoreEndpointPermissions()
            .IgnoreGrantTypePermissions()
            .IgnoreResponseTypePermissions()
            .IgnoreScopePermissions()
            .Configure(options =>
            {
                options.CodeChallengeMethods.Clear();
                options.CodeChallengeMethods.Add(CodeChallengeMethods.Sha256);
                options.TokenValidationParameters.IssuerValidator = AcceptAnyName;
            });
        server
            .UseAspNetCore()
            .EnableAuthorizationEndpointPassthrough()
            // RequireTransportSecurity says when it may be absent.
            .DisableTransportSecurityRequirement();
        server.AddEventHandler<ProcessRequestContext>(handler =>
            handler
                .UseSingletonHandler<RequireTransportSecurity>()
                .SetOrder(RequireTransportSecurity.Order)
        );
        server.AddEventHandler<ValidateAuthorizationRequestContext>(handler =>
            handler.UseSingletonHandler<RequestedScopes>()
        );
        server.AddEventHandler<ValidateTokenRequestContext>(handler =>
            handler.UseSingletonHandler<RequestedScopes>()
        );
        server.AddEventHandler<ValidateTokenRequestContext>(handler =>
            handler
                .UseSingletonHandler<EagleToken.RedirectUriOfCode>()
                .SetOrder(EagleToken.RedirectUriOfCode.Order)
        );
        server.AddEventHandler<HandleTokenRequestContext>(handler =>
            handler.UseSingletonHandler<GrantTokens>()
        );
        server.AddEventHandler<ApplyTokenResponseContext>(handler =>
            handler.UseSingletonHandler<WireForm>().SetOrder(WireForm.ResponseOrder)
        );
        server.AddEventHandler<HandleIntrospectionRequestContext>(handler =>
            handler.UseSingletonHandler<OwnTokensOnly>().SetOrder(OwnTokensOnly.IntrospectionOrder)
        );
        server.AddEventHandler<HandleRevocationRequestContext>(handler =>
            handler.UseSingletonHandler<OwnTokensOnly>().SetOrder(OwnTokensOnly.RevocationOrder)
        );
        server.AddEventHandler<ExtractIntrospectionRequestContext>(handler =>
            handler.UseSingletonHandler<WireForm>().SetOrder(WireForm.RequestOrder)
        );
        server.AddEventHandler<ExtractRevocationRequestContext>(handler =>
            handler.UseSingletonHandler<WireForm>().SetOrder(WireForm.RequestOrder)
        );
    }

    // The issuer is the name by which a caller reached this server, and it may have several; what binds a token to it are its keys.
    private static string AcceptAnyName(
        string issuer,
        Microsoft.IdentityModel.Tokens.SecurityToken token,
        Microsoft.IdentityModel.Tokens.TokenValidationParameters parameters
    ) => issuer;
}
