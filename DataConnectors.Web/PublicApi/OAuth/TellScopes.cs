using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace DataConnectors.Web.PublicApi.OAuth;

/// <summary>Tells an app that introspects a token of its own what the token is good for; OpenIddict tells it to audiences only.</summary>
internal sealed class TellScopes : IOpenIddictServerHandler<HandleIntrospectionRequestContext>
{
    public ValueTask HandleAsync(HandleIntrospectionRequestContext context)
    {
        context.Scopes.UnionWith(context.GenericTokenPrincipal?.GetScopes() ?? []);
        return ValueTask.CompletedTask;
    }
}
