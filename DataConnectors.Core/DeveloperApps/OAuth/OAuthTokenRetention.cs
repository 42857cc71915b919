using DataConnectors.Core.Kernel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;

namespace DataConnectors.Core.DeveloperApps.OAuth;

/// <summary>Deletes tokens and authorizations that have been good for nothing for two weeks: five minutes after the start, then every six hours.</summary>
internal sealed class OAuthTokenRetention(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<OAuthTokenRetention> logger
) : PeriodicWork(TimeSpan.FromMinutes(5), TimeSpan.FromHours(6), clock, logger)
{
    // Until then a code or refresh token that is used twice is known for what it is.
    private static readonly TimeSpan Age = TimeSpan.FromDays(14);

    /// <summary>Deletes what is too old now.</summary>
    public async Task PruneAsync(CancellationToken cancellationToken)
    {
        var before = Clock.GetUtcNow() - Age;
        await using var scope = scopes.CreateAsyncScope();
        await scope
            .ServiceProvider.GetRequiredService<IOpenIddictTokenManager>()
            .PruneAsync(before, cancellationToken);
        await scope
            .ServiceProvider.GetRequiredService<IOpenIddictAuthorizationManager>()
            .PruneAsync(before, cancellationToken);
    }

    protected override Task WorkAsync(CancellationToken cancellationToken) =>
        PruneAsync(cancellationToken);
}
