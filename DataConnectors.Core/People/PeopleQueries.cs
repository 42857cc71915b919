using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.People;

/// <summary>Reads people and the attributes that can be read of them.</summary>
public sealed class PeopleQueries(IDbContextFactory<DataConnectorsDbContext> contexts)
{
    /// <summary>The people the console offers for tests and for the Messenger, users first.</summary>
    public async Task<IReadOnlyList<PersonSnapshot>> ListTestPeopleAsync(
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var people = await context
            .Set<Person>()
            .AsNoTracking()
            .Where(person => person.IsTestPerson)
            .OrderByDescending(person => person.Role)
            .ThenBy(person => person.Id)
            .ToListAsync(cancellationToken);
        return [.. people.Select(PersonSnapshot.From)];
    }

    /// <summary>One person, or null.</summary>
    public async Task<PersonSnapshot?> FindAsync(long personId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var person = await context
            .Set<Person>()
            .AsNoTracking()
            .FirstOrDefaultAsync(candidate => candidate.Id == personId, cancellationToken);
        return person is null ? null : PersonSnapshot.From(person);
    }

    /// <summary>Every attribute that placeholders may name: built-in first, then this workspace's by name.</summary>
    public async Task<IReadOnlyList<KnownAttribute>> ListAttributesAsync(
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var defined = await context
            .Set<AttributeDefinition>()
            .AsNoTracking()
            .OrderBy(attribute => attribute.Owner)
            .ThenBy(attribute => attribute.Name)
            .ToListAsync(cancellationToken);
        return
        [
            .. AttributeCatalog.BuiltIn,
            .. defined.Select(attribute => new KnownAttribute(
                (attribute.Owner == AttributeOwner.Person ? "person." : "conversation.")
                    + attribute.Name,
                attribute.Type,
                IsBuiltIn: false
            )),
        ];
    }
}
