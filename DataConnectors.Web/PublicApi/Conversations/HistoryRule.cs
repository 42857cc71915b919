using DataConnectors.Web.PublicApi.Requests;

namespace DataConnectors.Web.PublicApi.Conversations;

/// <summary>
/// Tells what is brought in from what happens now: a message written more than a minute ago, or one of which the program says so, is history.
/// Nobody answers history, and nobody is told of it.
/// </summary>
internal static class HistoryRule
{
    private static readonly TimeSpan Now = TimeSpan.FromMinutes(1);

    /// <summary>When it was written, of history; null for what is written now.</summary>
    public static DateTimeOffset? HeldAt(
        long? createdAt,
        bool? skipFin,
        TimeProvider clock,
        SettingFaults faults
    )
    {
        var now = clock.GetUtcNow();
        if (createdAt is { } seconds && !UnixSeconds.IsInstant(seconds))
        {
            faults.Add("created_at", "created_at must be a Unix timestamp in seconds.");
            return null;
        }

        var at = createdAt is { } given ? DateTimeOffset.FromUnixTimeSeconds(given) : now;
        if (at > now + Now)
        {
            faults.Add("created_at", "created_at lies in the future.");
        }

        return skipFin is true || at < now - Now ? at : null;
    }
}
