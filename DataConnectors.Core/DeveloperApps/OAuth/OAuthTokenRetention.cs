using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;

namespace DataConnectors.Core.DeveloperApps.OAuth;

/// <summary>Deletes tokens and authorizations that have been good for nothing for two weeks: five minutes after the start, then every six hours.</summary>
internal sealed class OAuthTokenRetention(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<OAuthTokenRetention> logger
) : BackgroundService
{
    // Until then a code or refresh token that is used twice is known for what it is.
    private static readonly TimeSpan Age = TimeSpan.FromDays(14);
    private static readonly TimeSpan StartDelay = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Interval = TimeSpan.FromHours(6);

    /// <summary>Deletes what is too old now.</summary>
    public async Task PruneAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - Age;
        await using var scope = scopes.CreateAsyncScope();
        await scope
            .ServiceProvider.GetRequiredService<IOpenIddictTokenManager>()
            .PruneAsync(before, cancellationToken);
        await scope
            .ServiceProvider.GetRequiredService<IOpenIddictAuthorizationManager>()
            .PruneAsync(before, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(StartDelay, clock, stoppingToken);
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                await PruneAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(
                    exception,
                    "Old access tokens could not be deleted; trying again in six hours"
                );
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
