using System.Globalization;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Benchmarks;

/// <summary>
/// Runs a connector while an app is subscribed to its executions, and says <c>ack execution id number .</c> for each once it is recorded.
/// It runs until it is killed; a test kills it, and looks whether the subscriber is told of each all the same.
/// </summary>
internal static class WebhookCrashDriver
{
    /// <param name="dataDirectory">Where the database is.</param>
    /// <param name="url">The subscriber.</param>
    /// <param name="aheadSeconds">How far its clock is ahead of the system's.</param>
    /// <param name="isDraining">Whether it only hands on what others left.</param>
    public static async Task<int> RunAsync(
        string dataDirectory,
        string url,
        string aheadSeconds,
        bool isDraining
    )
    {
        var ahead = TimeSpan.FromSeconds(int.Parse(aheadSeconds, CultureInfo.InvariantCulture));
        using var server = await LoopbackServer.StartAsync();
        using var host = await Composition.StartAsync(dataDirectory, new ShiftedClock(ahead));
        var services = host.Services;
        await WebhookSubscriber.SubscribeAsync(services, url);
        if (isDraining)
        {
            await Task.Delay(Timeout.Infinite);
        }

        var executor = services.GetRequiredService<ConnectorExecutor>();
        var request = new ExecutionRequest
        {
            ConnectorId = 1,
            VersionNumber = 1,
            Definition = new ConnectorDefinition
            {
                Name = "Get order",
                Url = server.Address + "/orders/1",
            },
            Profile = services.GetRequiredService<ExecutionProfiles>().Live,
            Source = ExecutionSource.Answer,
        };
        while (true)
        {
            var finished = await executor.ExecuteAsync(request, CancellationToken.None);
            await finished.Recording;
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"ack execution {finished.Result.Id} 1 ."
                )
            );
            await Task.Delay(1);
        }
    }
}
