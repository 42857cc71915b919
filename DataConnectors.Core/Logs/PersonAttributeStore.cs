using DataConnectors.Core.Execution;
using DataConnectors.Core.People;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Logs;

/// <summary>Stores <c>person.…</c> attributes on the person that the execution ran for.</summary>
internal sealed class PersonAttributeStore : IAttributeStore
{
    public string Prefix => "person.";

    public async Task ApplyAsync(
        DataConnectorsDbContext context,
        ExecutionResult result,
        IReadOnlyList<AttributeChange> changes,
        CancellationToken cancellationToken
    )
    {
        var person = context.Set<Person>().Where(candidate => candidate.Id == result.PersonId);
        var stored = await person
            .Select(candidate => candidate.AttributesJson)
            .FirstOrDefaultAsync(cancellationToken);
        if (stored is null)
        {
            return;
        }

        var merged = AttributesJson.Merge(stored, Prefix, changes);
        await person.ExecuteUpdateAsync(
            update => update.SetProperty(candidate => candidate.AttributesJson, merged),
            cancellationToken
        );
    }
}
