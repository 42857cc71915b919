using System.Collections.Immutable;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Core;

namespace DataConnectors.Core.DeveloperApps.OAuth;

/// <summary>Answers what the OAuth server asks of an app from the app itself.</summary>
internal sealed class OAuthClients(
    IOpenIddictApplicationCache<OAuthClient> cache,
    ILogger<OpenIddictApplicationManager<OAuthClient>> logger,
    IOptionsMonitor<OpenIddictCoreOptions> options,
    IOpenIddictApplicationStore<OAuthClient> store,
    IDbContextFactory<DataConnectorsDbContext> contexts,
    AppSecrets secrets
) : OpenIddictApplicationManager<OAuthClient>(cache, logger, options, store)
{
    public override async ValueTask<bool> ValidateClientSecretAsync(
        OAuthClient application,
        string secret,
        CancellationToken cancellationToken = default
    ) => await secrets.AcceptAsync(application.Id, secret, cancellationToken);

    public override async ValueTask<ImmutableArray<string>> GetRedirectUrisAsync(
        OAuthClient application,
        CancellationToken cancellationToken = default
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var stored = await context
            .Set<DeveloperApp>()
            .Where(app => app.Id == application.Id)
            .Select(app => app.RedirectUris)
            .FirstOrDefaultAsync(cancellationToken);
        return [.. StoredList.Lines(stored ?? "")];
    }

    /// <summary>Whether it is exactly one of the app's: anything looser has been used to steal codes.</summary>
    public override async ValueTask<bool> ValidateRedirectUriAsync(
        OAuthClient application,
        string uri,
        CancellationToken cancellationToken = default
    ) => (await GetRedirectUrisAsync(application, cancellationToken)).Contains(uri);
}
