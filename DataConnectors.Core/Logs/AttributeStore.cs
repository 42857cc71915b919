using DataConnectors.Core.Execution;
using DataConnectors.Core.People;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Logs;

/// <summary>Stores attributes on whom or what the execution was about.</summary>
/// <param name="objectType">The object type of mappings that leads here.</param>
/// <param name="ownerOf">The id of the one whose attributes change; null when the execution was about none.</param>
internal sealed class AttributeStore<TOwner>(
    string objectType,
    Func<ExecutionResult, long?> ownerOf
) : IObjectStore
    where TOwner : class, IAttributed
{
    public bool Stores(string type) => type == objectType;

    public async Task<IReadOnlyList<ObjectChange>> ApplyAsync(
        DataConnectorsDbContext context,
        ExecutionResult result,
        IReadOnlyList<ObjectChange> changes,
        CancellationToken cancellationToken
    )
    {
        var id = ownerOf(result);
        var owner = context.Set<TOwner>().Where(candidate => candidate.Id == id);
        var stored = await owner
            .Select(candidate => candidate.AttributesJson)
            .FirstOrDefaultAsync(cancellationToken);
        if (stored is null)
        {
            return [];
        }

        var merged = AttributesJson.Merge(stored, changes);
        await owner.ExecuteUpdateAsync(
            update => update.SetProperty(candidate => candidate.AttributesJson, merged),
            cancellationToken
        );
        return changes;
    }
}
