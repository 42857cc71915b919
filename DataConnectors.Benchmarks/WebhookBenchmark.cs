using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Execution;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DataConnectors.Benchmarks;

/// <summary>
/// What subscribers cost: executions recorded without one, with one that is suspended (events are written and kept) and with one that is
/// told at once; how fast a backlog goes out to a receiver that answers at once; and how long after the commit a notification arrives.
/// </summary>
internal static class WebhookBenchmark
{
    private const int Backlog = 10_000;
    private const int Arrivals = 300;

    public static async Task<int> RunAsync(string[] arguments)
    {
        var seconds = Comparison.Option(arguments, "--seconds", 3);
        var rounds = Comparison.Option(arguments, "--rounds", 3);
        var data = Directory.CreateTempSubdirectory("dataconnectors-benchmark-");
        try
        {
            using var server = await LoopbackServer.StartAsync();
            using var host = await Composition.StartAsync(data.FullName);
            var services = host.Services;
            var run = Execution(services, server.Address);
            await CompareRecordingAsync(services, run, server.Address, seconds, rounds);
            await SendBacklogAsync(services, run, server.Address);
            await MeasureArrivalAsync(services, run);
            await host.StopAsync();
            return 0;
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static Func<Task<FinishedExecution>> Execution(
        IServiceProvider services,
        string address
    )
    {
        var executor = services.GetRequiredService<ConnectorExecutor>();
        var request = new ExecutionRequest
        {
            ConnectorId = 1,
            VersionNumber = 1,
            Profile = services.GetRequiredService<ExecutionProfiles>().Live,
            Source = ExecutionSource.Fin,
            Definition = new ConnectorDefinition
            {
                Name = "Get order status",
                Url = address + "/orders/1001",
            },
        };
        return () => executor.ExecuteAsync(request, CancellationToken.None);
    }

    private static async Task CompareRecordingAsync(
        IServiceProvider services,
        Func<Task<FinishedExecution>> run,
        string address,
        int seconds,
        int rounds
    )
    {
        async Task<Task> RunOnceAsync() => (await run()).Recording;
        Task<Measurement> TakeAsync(TimeSpan duration) =>
            Measurement.TakeAsync(RunOnceAsync, inFlight: 64, duration);
        async Task<Measurement> TakeSubscribedAsync(TimeSpan duration, bool isSuspended)
        {
            await WebhookSubscriber.SubscribeAsync(services, address);
            if (isSuspended)
            {
                await WebhookSubscriber.SuspendAsync(services);
            }

            var measured = await TakeAsync(duration);
            await WebhookSubscriber.UnsubscribeAsync(services);
            return measured;
        }

        Console.WriteLine(Measurement.Header);
        await Comparison.PrintAsync(
            [
                new("nobody subscribed", 64, TakeAsync),
                new("subscriber suspended", 64, of => TakeSubscribedAsync(of, isSuspended: true)),
                new("subscriber told", 64, of => TakeSubscribedAsync(of, isSuspended: false)),
            ],
            "nobody subscribed",
            seconds,
            rounds
        );
    }

    private static async Task SendBacklogAsync(
        IServiceProvider services,
        Func<Task<FinishedExecution>> run,
        string address
    )
    {
        await WebhookSubscriber.SubscribeAsync(services, address);
        await WebhookSubscriber.SuspendAsync(services);
        for (var made = 0; made < Backlog; made += 500)
        {
            var batch = await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => run()));
            await Task.WhenAll(batch.Select(finished => finished.Recording));
        }

        var begin = Stopwatch.GetTimestamp();
        await WebhookSubscriber.ResumeAsync(services);
        while (await WebhookSubscriber.WaitingAsync(services) > 0)
        {
            await Task.Delay(20);
        }

        var elapsed = Stopwatch.GetElapsedTime(begin);
        await WebhookSubscriber.UnsubscribeAsync(services);
        Say($"backlog of {Backlog}: {Backlog / elapsed.TotalSeconds:N0} notifications/s");
    }

    private static async Task MeasureArrivalAsync(
        IServiceProvider services,
        Func<Task<FinishedExecution>> run
    )
    {
        var arrived = new ConcurrentDictionary<string, TaskCompletionSource<long>>(
            StringComparer.Ordinal
        );
        await using var receiver = await ReceiveAsync(arrived);
        await WebhookSubscriber.SubscribeAsync(services, receiver.Urls.First());
        var times = new List<double>();
        for (var index = 0; index < Arrivals; index++)
        {
            var finished = await run();
            await finished.Recording;
            var committed = Stopwatch.GetTimestamp();
            var id = finished.Result.Id.ToString(CultureInfo.InvariantCulture);
            var at = await arrived.GetOrAdd(id, _ => new()).Task;

            // The notification may be faster than the thread that waits for the commit.
            times.Add(Math.Max(0, Stopwatch.GetElapsedTime(committed, at).TotalMilliseconds));
        }

        times.Sort();
        Say(
            $"from commit to arrival: p50 {times[Arrivals / 2]:0.0} ms, p99 {times[Arrivals * 99 / 100]:0.0} ms"
        );
        await WebhookSubscriber.UnsubscribeAsync(services);
    }

    private static async Task<WebApplication> ReceiveAsync(
        ConcurrentDictionary<string, TaskCompletionSource<long>> arrived
    )
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = builder.Build();
        receiver.Run(async context =>
        {
            var now = Stopwatch.GetTimestamp();
            if (HttpMethods.IsPost(context.Request.Method))
            {
                using var body = await JsonDocument.ParseAsync(context.Request.Body);
                var item = body.RootElement.GetProperty("data").GetProperty("item");
                arrived.GetOrAdd(item.GetProperty("id").GetString()!, _ => new()).TrySetResult(now);
            }
        });
        await receiver.StartAsync();
        return receiver;
    }

    private static void Say(FormattableString text) =>
        Console.WriteLine(FormattableString.Invariant(text));
}
