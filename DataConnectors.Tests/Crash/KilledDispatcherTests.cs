using System.Globalization;
using DataConnectors.Tests.Core.Webhooks;
using DataConnectors.Tests.Support;
using Microsoft.Data.Sqlite;

namespace DataConnectors.Tests.Crash;

/// <summary>
/// A server is killed at each of the moments at which a notification could get lost or be made up: after the commit, while it is sent,
/// and while it is marked as delivered.
/// </summary>
public sealed class KilledDispatcherTests
{
    private const int Rounds = 6;

    // Longer than a lease, so that the next process finds those of the killed one run out.
    private const int SecondsPerRound = 60;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Every_committed_event_arrives_and_none_is_made_up()
    {
        var folder = Directory.CreateTempSubdirectory("dataconnectors-webhook-crash-");
        CrashDriverProcess? current = null;
        var killAt = int.MaxValue;
        var received = 0;
        var isKilledBeforeAnswer = false;
        await using var receiver = WebhookWorkspace.Receiver(request =>
        {
            if (Interlocked.Increment(ref received) >= Volatile.Read(ref killAt))
            {
                if (isKilledBeforeAnswer)
                {
                    current!.Kill();
                }
                else
                {
                    // Some time after the answer: before, during or after it is written down.
                    var moment = TimeSpan.FromMicroseconds(Random.Shared.Next(6_000));
                    _ = Task.Delay(moment)
                        .ContinueWith(_ => current!.Kill(), TaskScheduler.Default);
                }

                Volatile.Write(ref killAt, int.MaxValue);
            }

            return LoopbackAnswer.Text("thanks");
        });
        try
        {
            var acknowledged = new List<long>();
            for (var round = 0; round < Rounds; round++)
            {
                await using var driver = Start(folder, receiver, round, "run");
                current = driver;
                if (round % 3 == 0)
                {
                    // At the commit: what was just promised has hardly been sent.
                    await UntilAsync(() => driver.Acknowledged.Count >= 20 + round, driver);
                }
                else
                {
                    isKilledBeforeAnswer = round % 3 == 1;
                    Volatile.Write(ref killAt, Volatile.Read(ref received) + 20 + round);
                    await UntilAsync(() => driver.HasExited, process: null);
                }

                await driver.KillAsync();
                acknowledged.AddRange(driver.Acknowledged.Select(ack => ack.Id));
            }

            await using (var last = Start(folder, receiver, Rounds, "drain"))
            {
                await UntilAsync(() => Waiting(folder) == 0, last);
            }

            AssertAllArrived(folder, receiver, acknowledged);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void AssertAllArrived(
        DirectoryInfo folder,
        LoopbackApi receiver,
        List<long> acknowledged
    )
    {
        var arrived = WebhookWorkspace
            .Notifications(receiver)
            .Select(request =>
            {
                var body = Some.Json(request.BodyText);
                var item = body.GetProperty("data").GetProperty("item");
                return (
                    Notification: body.GetProperty("id").GetString(),
                    Execution: long.Parse(
                        item.GetProperty("id").GetString()!,
                        CultureInfo.InvariantCulture
                    )
                );
            })
            .ToList();
        var stored = Read(folder, "SELECT Id FROM Executions");
        Assert.True(acknowledged.Count >= Rounds * 10);
        Assert.Empty(acknowledged.Except(stored));
        Assert.Equal(stored.Order(), arrived.Select(of => of.Execution).Distinct().Order());
        Assert.All(
            arrived.GroupBy(of => of.Execution),
            of => Assert.Single(of.Select(each => each.Notification).Distinct())
        );
    }

    private static CrashDriverProcess Start(
        DirectoryInfo folder,
        LoopbackApi receiver,
        int round,
        string mode
    ) =>
        CrashDriverProcess.Start(
            "webhook-crash-driver",
            folder.FullName,
            receiver.BaseUrl,
            (round * SecondsPerRound).ToString(CultureInfo.InvariantCulture),
            mode
        );

    private static long Waiting(DirectoryInfo folder) =>
        Read(
            folder,
            "SELECT (SELECT COUNT(*) FROM OutboxEvents) + (SELECT COUNT(*) FROM WebhookDeliveries WHERE State <> 1)"
        )[0];

    private static List<long> Read(DirectoryInfo folder, string sql)
    {
        var path = Path.Combine(folder.FullName, "dataconnectors.db");
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        var values = new List<long>();
        while (rows.Read())
        {
            values.Add(rows.GetInt64(0));
        }

        return values;
    }

    private static async Task UntilAsync(Func<bool> isSo, CrashDriverProcess? process)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!isSo())
        {
            Assert.False(process?.HasExited ?? false, process?.Errors);
            await Task.Delay(5, patience.Token);
        }
    }
}
