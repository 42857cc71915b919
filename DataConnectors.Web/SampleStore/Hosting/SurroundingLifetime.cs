namespace DataConnectors.Web.SampleStore.Hosting;

/// <summary>Leaves signals (Ctrl+C, SIGTERM) to the host around the store, which starts and stops it.</summary>
internal sealed class SurroundingLifetime : IHostLifetime
{
    /// <inheritdoc/>
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
