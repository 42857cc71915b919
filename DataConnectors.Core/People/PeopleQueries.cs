using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.People;

/// <summary>Reads people and the attributes that can be read of them.</summary>
public sealed class PeopleQueries(IDbContextFactory<DataConnectorsDbContext> contexts)
{
    /// <summary>The people of one page.</summary>
    public const int PageSize = 50;

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

    /// <summary>
    /// The page of people that begins at <paramref name="cursor"/> (null for the first), those seen first latest first.
    /// </summary>
    /// <param name="filter">Which.</param>
    /// <param name="cursor">The <see cref="Page{T}.NextCursor"/> of the page before.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<Page<PersonListing>> ListAsync(
        PeopleFilter filter,
        string? cursor,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var people = Matching(context.Set<Person>().AsNoTracking(), filter);
        if (Cursor.Read(cursor) is { } lastSeen)
        {
            people = people.Where(person => person.Id < lastSeen);
        }

        var rows = await people
            .OrderByDescending(person => person.Id)
            .Take(PageSize + 1)
            .ToListAsync(cancellationToken);
        var page = Cursor.PageOf(rows, PageSize, person => person.Id);
        return new Page<PersonListing>([.. page.Items.Select(PersonListing.From)], page.NextCursor);
    }

    /// <summary>One person with what the console shows beside, or null.</summary>
    public async Task<PersonListing?> FindListingAsync(
        long personId,
        CancellationToken cancellationToken
    ) =>
        await ReadAsync(personId, cancellationToken) is { } person
            ? PersonListing.From(person)
            : null;

    /// <summary>One person, or null.</summary>
    public async Task<PersonSnapshot?> FindAsync(
        long personId,
        CancellationToken cancellationToken
    ) =>
        await ReadAsync(personId, cancellationToken) is { } person
            ? PersonSnapshot.From(person)
            : null;

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
                AttributeSummary.PathOf(attribute),
                attribute.Type,
                IsBuiltIn: false
            )),
        ];
    }

    private async Task<Person?> ReadAsync(long personId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
            .Set<Person>()
            .AsNoTracking()
            .FirstOrDefaultAsync(person => person.Id == personId, cancellationToken);
    }

    private static IQueryable<Person> Matching(IQueryable<Person> people, PeopleFilter filter)
    {
        if (filter.Role is { } role)
        {
            people = people.Where(person => person.Role == role);
        }

        if (string.IsNullOrWhiteSpace(filter.Search))
        {
            return people;
        }

        var pattern = LikePattern.Holding(filter.Search);
        return people.Where(person =>
            EF.Functions.Like(person.Name!, pattern, LikePattern.Escape)
            || EF.Functions.Like(person.Email!, pattern, LikePattern.Escape)
            || EF.Functions.Like(person.ExternalId!, pattern, LikePattern.Escape)
        );
    }
}
