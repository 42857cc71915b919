using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.People;

/// <summary>Reads one person with everything that is stored of them.</summary>
public sealed class ReadPerson(IDbContextFactory<DataConnectorsDbContext> contexts)
{
    /// <summary>The person, or null.</summary>
    public async Task<Person?> RunAsync(long personId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
            .Set<Person>()
            .AsNoTracking()
            .FirstOrDefaultAsync(person => person.Id == personId, cancellationToken);
    }
}
