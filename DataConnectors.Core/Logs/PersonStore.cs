using DataConnectors.Core.Connectors;
using DataConnectors.Core.Execution;
using DataConnectors.Core.People;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Logs;

/// <summary>Stores <c>person.…</c> attributes on the person that the execution ran for.</summary>
internal sealed class PersonStore : IObjectStore
{
    public bool Stores(string objectType) => objectType == ObjectMapping.Person;

    public async Task<IReadOnlyList<ObjectChange>> ApplyAsync(
        DataConnectorsDbContext context,
        ExecutionResult result,
        IReadOnlyList<ObjectChange> changes,
        CancellationToken cancellationToken
    )
    {
        var person = context.Set<Person>().Where(candidate => candidate.Id == result.PersonId);
        var stored = await person
            .Select(candidate => candidate.AttributesJson)
            .FirstOrDefaultAsync(cancellationToken);
        if (stored is null)
        {
            return [];
        }

        var merged = AttributesJson.Merge(stored, changes);
        await person.ExecuteUpdateAsync(
            update => update.SetProperty(candidate => candidate.AttributesJson, merged),
            cancellationToken
        );
        return changes;
    }
}
