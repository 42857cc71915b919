using DataConnectors.Core.People;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.CustomObjects;

/// <summary>The links from custom objects to a person.</summary>
internal sealed class ObjectHistory : IPersonHistory
{
    public async Task MoveAsync(
        DataConnectorsDbContext context,
        long fromPersonId,
        long toPersonId,
        CancellationToken cancellationToken
    )
    {
        var references = context.Set<CustomObjectReference>();

        // An object may be linked to both already.
        await references
            .Where(reference =>
                reference.PersonId == fromPersonId
                && references.Any(other =>
                    other.PersonId == toPersonId
                    && other.ObjectId == reference.ObjectId
                    && other.Name == reference.Name
                )
            )
            .ExecuteDeleteAsync(cancellationToken);
        await references
            .Where(reference => reference.PersonId == fromPersonId)
            .ExecuteUpdateAsync(
                update => update.SetProperty(reference => reference.PersonId, toPersonId),
                cancellationToken
            );
    }
}
