using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.People;

/// <summary>Reads people and the attributes that can be read of them.</summary>
public sealed class PeopleQueries(IDbContextFactory<DataConnectorsDbContext> contexts)
{
    /// <summary>The people of one page.</summary>
    public const int PageSize = 50;

    private const int MostTags = 100;
    private const string Escape = "\\";

    /// <summary>The people the console offers for tests and for the Messenger, users first.</summary>
    public async Task<IReadOnlyList<PersonSnapshot>> ListTestPeopleAsync(
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var people = await WithCompany(
                context,
                context
                    .Set<Person>()
                    .Where(person => person.IsTestPerson)
                    .OrderByDescending(person => person.Role)
                    .ThenBy(person => person.Id)
            )
            .ToListAsync(cancellationToken);
        return [.. people.Select(row => PersonSnapshot.From(row.Person, row.Company))];
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

        var rows = await WithCompany(
                context,
                people.OrderByDescending(person => person.Id).Take(PageSize + 1)
            )
            .ToListAsync(cancellationToken);
        var page = Cursor.PageOf(rows, PageSize, row => row.Person.Id);
        return new Page<PersonListing>([.. page.Items.Select(PersonListing.From)], page.NextCursor);
    }

    /// <summary>One person with what the console shows beside, or null.</summary>
    public async Task<PersonListing?> FindListingAsync(
        long personId,
        CancellationToken cancellationToken
    ) => await ReadAsync(personId, cancellationToken) is { } row ? PersonListing.From(row) : null;

    /// <summary>One person, or null.</summary>
    public async Task<PersonSnapshot?> FindAsync(
        long personId,
        CancellationToken cancellationToken
    ) =>
        await ReadAsync(personId, cancellationToken) is { } row
            ? PersonSnapshot.From(row.Person, row.Company)
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
        return AttributeCatalog.With([
            .. defined.Select(attribute => new KnownAttribute(
                AttributeSummary.PathOf(attribute),
                attribute.Type,
                IsBuiltIn: false
            )),
        ]);
    }

    /// <summary>
    /// The next people in the order in which they were first seen, for whoever goes through all of them; empty at the end.
    /// </summary>
    /// <param name="afterId">The id of the last one read; 0 to begin.</param>
    /// <param name="count">The most to read at once.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<PersonSnapshot>> ListAfterAsync(
        long afterId,
        int count,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await WithCompany(
                context,
                context
                    .Set<Person>()
                    .Where(person => person.Id > afterId)
                    .OrderBy(person => person.Id)
                    .Take(count)
            )
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => PersonSnapshot.From(row.Person, row.Company))];
    }

    /// <summary>Tags that people have, by name; the first hundred where there are more.</summary>
    public async Task<IReadOnlyList<string>> ListTagsAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
            .Database.SqlQuery<string>(
                $"""
                SELECT DISTINCT tag.value AS Value FROM People
                JOIN json_each(iif(json_valid(AttributesJson), AttributesJson, 'null'), '$.tags') AS tag
                WHERE tag.type = 'text' ORDER BY lower(tag.value) LIMIT {MostTags}
                """
            )
            .ToListAsync(cancellationToken);
    }

    private async Task<PersonRow?> ReadAsync(long personId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await WithCompany(
                context,
                context.Set<Person>().Where(person => person.Id == personId)
            )
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>The people of a query, in its order, each with their company.</summary>
    private static IQueryable<PersonRow> WithCompany(
        DataConnectorsDbContext context,
        IQueryable<Person> people
    ) =>
        people
            .AsNoTracking()
            .Select(person => new PersonRow(
                person,
                context.Set<Company>().FirstOrDefault(company => company.Id == person.CompanyId)
            ));

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

        var pattern = $"%{Escaped(filter.Search.Trim())}%";
        return people.Where(person =>
            EF.Functions.Like(person.Name!, pattern, Escape)
            || EF.Functions.Like(person.Email!, pattern, Escape)
            || EF.Functions.Like(person.ExternalId!, pattern, Escape)
        );
    }

    private static string Escaped(string text) =>
        text.Replace(Escape, Escape + Escape, StringComparison.Ordinal)
            .Replace("%", Escape + "%", StringComparison.Ordinal)
            .Replace("_", Escape + "_", StringComparison.Ordinal);
}
