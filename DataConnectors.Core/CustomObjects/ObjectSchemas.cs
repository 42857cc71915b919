using DataConnectors.Core.People;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.CustomObjects;

/// <summary>
/// What object mappings may write, kept in memory until a command of this process defines attributes or custom objects anew: every
/// run that maps asks for it.
/// </summary>
public sealed class ObjectSchemas(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    PeopleQueries people,
    DefinitionsVersion version
)
{
    private volatile Kept? kept;

    /// <summary>The schema as it is now.</summary>
    public ValueTask<ObjectSchema> ReadAsync(CancellationToken cancellationToken) =>
        kept is { } last && last.Version == version.Current
            ? ValueTask.FromResult(last.Schema)
            : new ValueTask<ObjectSchema>(LoadAsync(cancellationToken));

    internal static ObjectType TypeOf(CustomObjectType type) =>
        new(
            type.Key,
            type.Name,
            IsCustom: true,
            [
                .. type.Attributes.Select(attribute => new ObjectAttribute(
                    attribute.Name,
                    attribute.Type,
                    IsIdentity: false
                )),
            ],
            type.References
        );

    private async Task<ObjectSchema> LoadAsync(CancellationToken cancellationToken)
    {
        // Noted first: a change during the reading makes the next reader read again.
        var current = version.Current;
        var attributes = await people.ListAttributesAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var types = await context
            .Set<CustomObjectType>()
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        var schema = new ObjectSchema([
            Owner("person", "Person", attributes),
            Owner("conversation", "Conversation", attributes),
            .. types.OrderBy(type => type.Name, StringComparer.OrdinalIgnoreCase).Select(TypeOf),
        ]);
        kept = new Kept(current, schema);
        return schema;
    }

    private static ObjectType Owner(
        string key,
        string name,
        IReadOnlyList<KnownAttribute> attributes
    ) =>
        new(
            key,
            name,
            IsCustom: false,
            [
                .. attributes
                    .Where(attribute =>
                        attribute.Path.StartsWith($"{key}.", StringComparison.Ordinal)
                    )
                    .Select(attribute => new ObjectAttribute(
                        attribute.Path[(key.Length + 1)..],
                        attribute.Type,
                        attribute.IsIdentity
                    )),
            ],
            References: []
        );

    private sealed record Kept(long Version, ObjectSchema Schema);
}
