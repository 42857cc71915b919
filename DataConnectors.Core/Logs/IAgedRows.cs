using DataConnectors.Core.Persistence;

namespace DataConnectors.Core.Logs;

/// <summary>A table whose rows are deleted by age.</summary>
internal interface IAgedRows
{
    /// <summary>What the rows are, for the log.</summary>
    string Name { get; }

    /// <summary>Deletes at most <paramref name="most"/> rows from before an instant, the oldest first; how many.</summary>
    Task<int> DeleteAsync(
        DataConnectorsDbContext context,
        DateTimeOffset before,
        int most,
        CancellationToken cancellationToken
    );
}
