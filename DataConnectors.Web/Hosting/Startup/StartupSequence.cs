using DataConnectors.Core.Persistence;

namespace DataConnectors.Web.Hosting.Startup;

/// <summary>
/// Migrates the database and runs every <see cref="IStartupTask"/> while the server already listens, so that a probe sees
/// "not ready" instead of a refused connection. A failure ends the process with exit code 1: a server without its schema serves nobody.
/// </summary>
internal sealed class StartupSequence(
    DatabaseMigrator migrator,
    IEnumerable<IStartupTask> tasks,
    Readiness readiness,
    IHostApplicationLifetime lifetime,
    ILogger<StartupSequence> logger
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await migrator.MigrateAsync(stoppingToken);
            foreach (var task in tasks)
            {
                await task.RunAsync(stoppingToken);
            }

            readiness.MarkReady();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped before it was ready.
        }
        catch (Exception exception)
        {
            logger.LogCritical(
                exception,
                "The database could not be prepared, so the server stops. Check that the data folder can be written and that no newer version of the program has used it."
            );
            Environment.ExitCode = 1;
            lifetime.StopApplication();
        }
    }
}
