using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataConnectors.Core.Events;
using DataConnectors.Core.Kernel;
using Microsoft.Data.Sqlite;

namespace DataConnectors.Core.Alerts;

/// <summary>
/// Follows the live runs of every connector in the transaction that records them: the fifth failure in a row raises one alert, the next
/// success ends it. A run of a healthy connector costs a look-up once per group and writes nothing.
/// </summary>
internal sealed class AlertWriter(IEventInterest interest, IdGenerator ids)
{
    private readonly Dictionary<long, (FailureStreak Stored, FailureStreak Now)> streaks = [];

    /// <summary>Takes note of a group of runs, in their order.</summary>
    public void Note(
        AlertStatements statements,
        SqliteTransaction transaction,
        OutboxInsert outbox,
        IEnumerable<AlertRun> group
    )
    {
        streaks.Clear();
        foreach (var run in group)
        {
            if (!streaks.TryGetValue(run.ConnectorId, out var streak))
            {
                var stored = statements.Read(transaction, run.ConnectorId);
                streak = (stored, stored);
            }

            var (next, turn) = streak.Now.After(run);
            streaks[run.ConnectorId] = (streak.Stored, next);
            if (turn != AlertTurn.None && interest.Wants(EventTopics.ConnectorAlert))
            {
                var told = turn == AlertTurn.Failing ? next : streak.Now;
                outbox.Run(
                    ids.Next(),
                    EventTopics.ConnectorAlert,
                    Item(run, turn, told),
                    run.EndedAt
                );
            }
        }

        foreach (var (connectorId, (stored, now)) in streaks)
        {
            if (stored != now)
            {
                statements.Write(transaction, connectorId, now);
            }
        }
    }

    private static byte[] Item(AlertRun run, AlertTurn turn, FailureStreak streak) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new JsonObject
            {
                ["type"] = "data_connector.alert",
                ["data_connector_id"] = run.ConnectorId.ToString(CultureInfo.InvariantCulture),
                ["data_connector_name"] = run.ConnectorName,
                ["kind"] = turn == AlertTurn.Failing ? "failing" : "recovered",
                ["error_type"] = run.ErrorType,
                ["count"] = streak.Count,
                ["since"] = EventInstant.Of(streak.Since ?? run.EndedAt),
            }
        );
}
