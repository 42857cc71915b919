using DataConnectors.Core.Execution;
using DataConnectors.Core.Persistence;

namespace DataConnectors.Core.Logs;

/// <summary>
/// Writes the changes of live executions to what they are about, inside the transaction that records the execution. The
/// feature that owns the records implements it, so that recording need not know them all.
/// </summary>
public interface IObjectStore
{
    /// <summary>Whether this store writes objects of that type.</summary>
    bool Stores(string objectType);

    /// <summary>
    /// Merges <paramref name="changes"/> into what is stored, a null value clearing its attribute. <paramref name="context"/> has a
    /// transaction open and tracks nothing; the store neither commits nor keeps it.
    /// </summary>
    /// <returns>The changes that were written: all but those to what does not exist any more.</returns>
    Task<IReadOnlyList<ObjectChange>> ApplyAsync(
        DataConnectorsDbContext context,
        ExecutionResult result,
        IReadOnlyList<ObjectChange> changes,
        CancellationToken cancellationToken
    );
}
