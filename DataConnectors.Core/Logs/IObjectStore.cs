using DataConnectors.Core.Execution;
using DataConnectors.Core.Persistence;

namespace DataConnectors.Core.Logs;

/// <summary>
/// Writes attribute changes of live executions to whoever they are about, inside the transaction that records the execution. The
/// feature that owns the records implements it, so that recording need not know them all.
/// </summary>
public interface IObjectStore
{
    /// <summary>Whether this store writes objects of that type.</summary>
    bool Stores(string objectType);

    /// <summary>
    /// Merges <paramref name="changes"/> into the record, a null value clearing its attribute. <paramref name="context"/> has a
    /// transaction open and tracks nothing; the store neither commits nor keeps it. Without such a record nothing is written.
    /// </summary>
    Task ApplyAsync(
        DataConnectorsDbContext context,
        ExecutionResult result,
        IReadOnlyList<ObjectChange> changes,
        CancellationToken cancellationToken
    );
}
