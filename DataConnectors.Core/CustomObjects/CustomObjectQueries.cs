using System.Linq.Expressions;
using System.Text.Json;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.CustomObjects;

/// <summary>Reads custom object types and their objects.</summary>
public sealed class CustomObjectQueries(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    AttributeUsers users
)
{
    /// <summary>The objects of one page.</summary>
    public const int PageSize = 50;

    /// <summary>How many objects of a type <see cref="ListForPersonAsync"/> returns.</summary>
    public const int MostForPerson = 50;

    /// <summary>Every type by name, with where it is used and how many objects there are.</summary>
    public async Task<IReadOnlyList<CustomObjectTypeSummary>> ListTypesAsync(
        CancellationToken cancellationToken
    ) =>
        [
            .. (await ReadTypesAsync(_ => true, cancellationToken)).OrderBy(
                type => type.Details.Name,
                StringComparer.OrdinalIgnoreCase
            ),
        ];

    /// <summary>One type; null when there is none of that key.</summary>
    public async Task<CustomObjectTypeSummary?> FindTypeAsync(
        string typeKey,
        CancellationToken cancellationToken
    ) =>
        await ReadTypesAsync(known => known.Key == typeKey, cancellationToken) is [var type]
            ? type
            : null;

    /// <summary>
    /// The page of a type's objects that begins at <paramref name="cursor"/> (null for the first), those first stored latest first.
    /// </summary>
    /// <param name="typeKey">The type: <c>order</c>. There are no objects of an unknown one.</param>
    /// <param name="search">What their external id or a value holds, the case of ASCII letters aside; null or empty for all.</param>
    /// <param name="cursor">The <see cref="Page{T}.NextCursor"/> of the page before.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<Page<CustomObjectSnapshot>> ListObjectsAsync(
        string typeKey,
        string? search,
        string? cursor,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var typeId = await TypeIdAsync(context, typeKey, cancellationToken);
        if (typeId is null)
        {
            return new Page<CustomObjectSnapshot>([], NextCursor: null);
        }

        var objects = Matching(context, search).Where(stored => stored.TypeId == typeId);
        if (Cursor.Read(cursor) is { } lastSeen)
        {
            objects = objects.Where(stored => stored.Id < lastSeen);
        }

        var rows = await objects
            .AsNoTracking()
            .OrderByDescending(stored => stored.Id)
            .Take(PageSize + 1)
            .ToListAsync(cancellationToken);
        var page = Cursor.PageOf(rows, PageSize, stored => stored.Id);
        return new Page<CustomObjectSnapshot>(
            await SnapshotsAsync(context, typeKey, page.Items, cancellationToken),
            page.NextCursor
        );
    }

    /// <summary>One object of a type; null when there is none of that id.</summary>
    public async Task<CustomObjectSnapshot?> FindObjectAsync(
        string typeKey,
        long objectId,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var typeId = await TypeIdAsync(context, typeKey, cancellationToken);
        var found = await context
            .Set<CustomObject>()
            .AsNoTracking()
            .Where(stored => stored.TypeId == typeId && stored.Id == objectId)
            .ToListAsync(cancellationToken);
        var snapshots = await SnapshotsAsync(context, typeKey, found, cancellationToken);
        return snapshots.Count == 0 ? null : snapshots[0];
    }

    /// <summary>
    /// The objects that refer to a person, by type in the order of names; of each type those first stored latest first, at most
    /// <see cref="MostForPerson"/>. Types without such an object are absent.
    /// </summary>
    public async Task<IReadOnlyList<PersonObjects>> ListForPersonAsync(
        long personId,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var theirs = context
            .Set<CustomObject>()
            .AsNoTracking()
            .Where(stored =>
                context
                    .Set<CustomObjectReference>()
                    .Any(link => link.PersonId == personId && link.ObjectId == stored.Id)
            );
        var counts = await theirs
            .GroupBy(stored => stored.TypeId)
            .Select(group => new { TypeId = group.Key, Count = group.Count() })
            .ToDictionaryAsync(row => row.TypeId, row => row.Count, cancellationToken);
        var typeIds = counts.Keys.ToList();
        var types = await context
            .Set<CustomObjectType>()
            .AsNoTracking()
            .Where(type => typeIds.Contains(type.Id))
            .ToListAsync(cancellationToken);
        var result = new List<PersonObjects>();
        foreach (var type in types.OrderBy(type => type.Name, StringComparer.OrdinalIgnoreCase))
        {
            var objects = await theirs
                .Where(stored => stored.TypeId == type.Id)
                .OrderByDescending(stored => stored.Id)
                .Take(MostForPerson)
                .ToListAsync(cancellationToken);
            result.Add(
                new PersonObjects(
                    ObjectSchemas.TypeOf(type),
                    type.PluralName ?? type.Name,
                    await SnapshotsAsync(context, type.Key, objects, cancellationToken),
                    counts[type.Id]
                )
            );
        }

        return result;
    }

    private async Task<IReadOnlyList<CustomObjectTypeSummary>> ReadTypesAsync(
        Expression<Func<CustomObjectType, bool>> which,
        CancellationToken cancellationToken
    )
    {
        var usage = await users.ReadAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var types = await context
            .Set<CustomObjectType>()
            .AsNoTracking()
            .Where(which)
            .Select(type => new
            {
                Type = type,
                Count = context.Set<CustomObject>().Count(stored => stored.TypeId == type.Id),
            })
            .ToListAsync(cancellationToken);
        return types.ConvertAll(row => CustomObjectTypeSummary.From(row.Type, row.Count, usage));
    }

    private static async Task<long?> TypeIdAsync(
        DataConnectorsDbContext context,
        string typeKey,
        CancellationToken cancellationToken
    ) =>
        await context
            .Set<CustomObjectType>()
            .Where(type => type.Key == typeKey)
            .Select(type => (long?)type.Id)
            .FirstOrDefaultAsync(cancellationToken);

    private static IQueryable<CustomObject> Matching(
        DataConnectorsDbContext context,
        string? search
    )
    {
        var sought = search?.Trim();
        return string.IsNullOrEmpty(sought)
            ? context.Set<CustomObject>()
            : context
                .Set<CustomObject>()
                .FromSql(
                    $"""
                    SELECT * FROM CustomObjects WHERE instr(lower(ExternalId), lower({sought})) > 0
                    OR EXISTS (
                        SELECT 1 FROM json_tree(iif(json_valid(AttributesJson), AttributesJson, 'null')) AS leaf
                        WHERE instr(lower(leaf.atom), lower({sought})) > 0
                    )
                    """
                );
    }

    private static async Task<IReadOnlyList<CustomObjectSnapshot>> SnapshotsAsync(
        DataConnectorsDbContext context,
        string typeKey,
        IReadOnlyList<CustomObject> objects,
        CancellationToken cancellationToken
    )
    {
        // The first of each object, so that one with very many leaves the others theirs, and only so many are read of it.
        var ids = JsonSerializer.Serialize(objects.Select(stored => stored.Id));
        var links = await context
            .Set<CustomObjectReference>()
            .FromSql(
                $"""
                SELECT link.* FROM json_each({ids}) AS shown
                JOIN CustomObjectReferences AS link ON link.rowid IN (
                    SELECT rowid FROM CustomObjectReferences WHERE ObjectId = shown.value
                    ORDER BY Name, PersonId LIMIT {CustomObjectSnapshot.MostReferences}
                )
                """
            )
            .Join(
                context.Set<Person>(),
                link => link.PersonId,
                person => person.Id,
                (link, person) =>
                    new
                    {
                        link.ObjectId,
                        Reference = link.Name,
                        link.PersonId,
                        person.Name,
                        person.Email,
                        person.Role,
                    }
            )
            .OrderBy(row => row.Reference)
            .ThenBy(row => row.PersonId)
            .ToListAsync(cancellationToken);
        var byObject = links.ToLookup(
            row => row.ObjectId,
            row => new ReferencedPerson(
                row.Reference,
                row.PersonId,
                PersonSnapshot.DisplayNameOf(row.Name, row.Email, row.Role)
            )
        );
        return
        [
            .. objects.Select(stored =>
                CustomObjectSnapshot.From(stored, typeKey, [.. byObject[stored.Id]])
            ),
        ];
    }
}
