using Microsoft.Data.Sqlite;

namespace DataConnectors.Core.Logs;

/// <summary>Tells what the database refuses for what it is from what passes.</summary>
internal static class DatabaseRefusal
{
    private const int SqliteTooBig = 18;
    private const int SqliteConstraint = 19;
    private const int SqliteMismatch = 20;

    /// <summary>
    /// Whether trying again would fail again: a broken constraint, or a defect of ours. A full disk, a lock or an unreadable file
    /// passes.
    /// </summary>
    public static bool IsForGood(Exception exception) =>
        exception
            is not SqliteException
                {
                    SqliteErrorCode: not (SqliteTooBig or SqliteConstraint or SqliteMismatch)
                }
                and not IOException;
}
