using DataConnectors.Core.Connectors;
using DataConnectors.Core.CustomObjects;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.Logs;
using DataConnectors.Core.Persistence;
using DataConnectors.Core.Versioning;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Tests.Crash;

public sealed class KilledProcessTests
{
    private const int Rounds = 5;
    private const int Seed = 20260302;
    private static readonly string[] Kinds =
    [
        "draft",
        "version",
        "conversation",
        "message",
        "execution",
    ];
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Whatever_was_acknowledged_is_there_after_the_process_was_killed_under_load()
    {
        var folder = Directory.CreateTempSubdirectory("dataconnectors-crash-");
        var random = new Random(Seed);
        var acknowledged = new List<Acknowledgement>();
        try
        {
            for (var round = 0; round < Rounds; round++)
            {
                await using var driver = CrashDriverProcess.Start(folder.FullName, round);
                await UntilEverythingIsUnderWayAsync(driver);
                await Task.Delay(random.Next(50, 600));
                await driver.KillAsync();
                acknowledged.AddRange(driver.Acknowledged);

                await AssertAllStoredAsync(folder.FullName, acknowledged);
            }

            Assert.All(
                Kinds,
                kind => Assert.True(acknowledged.Count(ack => ack.Kind == kind) >= Rounds, kind)
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task UntilEverythingIsUnderWayAsync(CrashDriverProcess driver)
    {
        using var patience = new CancellationTokenSource(StartPatience);
        while (Kinds.Except(driver.Acknowledged.Select(ack => ack.Kind)).Any())
        {
            Assert.False(driver.HasExited, driver.Errors);
            await Task.Delay(10, patience.Token);
        }
    }

    private static async Task AssertAllStoredAsync(
        string folder,
        IReadOnlyList<Acknowledgement> acknowledged
    )
    {
        var connectionString =
            $"Data Source={Path.Combine(folder, "dataconnectors.db")};Pooling=False";
        await using var provider = new ServiceCollection()
            .AddPersistence(connectionString)
            .BuildServiceProvider();
        await using var context = await provider
            .GetRequiredService<IDbContextFactory<DataConnectorsDbContext>>()
            .CreateDbContextAsync();

        Assert.Equal("ok", await IntegrityAsync(context));
        var revisions = await context
            .Set<Connector>()
            .ToDictionaryAsync(connector => connector.Id, connector => connector.DraftRevision);
        Assert.All(
            acknowledged.Where(ack => ack.Kind is "connector" or "draft"),
            ack => Assert.True(revisions.GetValueOrDefault(ack.Id) >= ack.Number, $"{ack}")
        );
        AssertContains(
            acknowledged,
            "version",
            await context.Set<ConnectorVersion>().Select(version => version.Id).ToListAsync()
        );
        AssertContains(
            acknowledged,
            "conversation",
            await context.Set<Conversation>().Select(conversation => conversation.Id).ToListAsync()
        );
        AssertContains(
            acknowledged,
            "message",
            await context.Set<ConversationMessage>().Select(message => message.Id).ToListAsync()
        );
        AssertContains(
            acknowledged,
            "execution",
            await context
                .Set<ExecutionRecord>()
                .Where(record => record.IsSuccess)
                .Select(record => record.Id)
                .ToListAsync()
        );

        // Every run stores the same object in the transaction of its record, so the one never shows a run without the other.
        var order = await context.Set<CustomObject>().SingleAsync();
        Assert.Equal("""{"status":"shipped"}""", order.AttributesJson);
        Assert.True(
            await context
                .Set<ExecutionRecord>()
                .AnyAsync(record => record.Id == order.LastExecutionId)
        );
    }

    private static void AssertContains(
        IReadOnlyList<Acknowledgement> acknowledged,
        string kind,
        List<long> stored
    ) =>
        Assert.Empty(
            acknowledged.Where(ack => ack.Kind == kind).Select(ack => ack.Id).Except(stored)
        );

    private static async Task<string?> IntegrityAsync(DataConnectorsDbContext context)
    {
        await context.Database.OpenConnectionAsync();
        await using var command = (
            (SqliteConnection)context.Database.GetDbConnection()
        ).CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        return (string?)await command.ExecuteScalarAsync();
    }
}
