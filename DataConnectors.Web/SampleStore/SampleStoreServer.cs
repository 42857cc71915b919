using DataConnectors.Web.SampleStore.Hosting;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace DataConnectors.Web.SampleStore;

/// <summary>
/// A small web shop behind a real HTTP API, for demos, journeys and tests. It is an application of its own inside this process,
/// with its own listener and routes, so that the console's ports never serve the shop's paths and the shop's port never serves
/// the console's.
/// </summary>
internal sealed class SampleStoreServer(IOptions<SampleStoreOptions> options, TimeProvider clock)
    : IHostedService,
        IAsyncDisposable
{
    private WebApplication? app;

    /// <summary>Where the store answers, with the port that was really bound and no path.</summary>
    /// <exception cref="InvalidOperationException">The store has not been started.</exception>
    public Uri Address =>
        app is { Urls.Count: > 0 }
            ? new Uri(app.Urls.First())
            : throw new InvalidOperationException("The sample store is not running.");

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The address is taken; the message says which setting to change.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        app = SampleStoreApplication.Build(options.Value, clock);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            throw new InvalidOperationException(
                $"The sample store cannot listen on {options.Value.Url}: the port is taken. "
                    + "Give another one in the setting SampleStore:Url, for example http://localhost:5091.",
                exception
            );
        }
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) =>
        app?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app?.DisposeAsync() ?? ValueTask.CompletedTask;
}
