using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.People;

/// <summary>An attribute as a list shows it.</summary>
/// <param name="Id">The id; null for a built-in one, which can be neither changed nor deleted.</param>
/// <param name="Owner">Whose fact it is.</param>
/// <param name="Name">As in mappings: <c>plan</c>.</param>
/// <param name="Type">What its values are.</param>
/// <param name="Description">What it is for; may be empty.</param>
/// <param name="UsedBy">The data connectors whose draft or live version reads or writes it, by name.</param>
public sealed record AttributeSummary(
    long? Id,
    AttributeOwner Owner,
    string Name,
    AttributeType Type,
    string Description,
    IReadOnlyList<string> UsedBy
)
{
    /// <summary>How placeholders name it: <c>person.plan</c>.</summary>
    public string Path => PathOf(Owner, Name);

    /// <summary>Whether every workspace has it.</summary>
    public bool IsBuiltIn => Id is null;

    internal static string PathOf(AttributeDefinition attribute) =>
        PathOf(attribute.Owner, attribute.Name);

    internal static string PathOf(AttributeOwner owner, string name) =>
        owner switch
        {
            AttributeOwner.Person => $"person.{name}",
            AttributeOwner.Conversation => $"conversation.{name}",
            AttributeOwner.Company => $"company.{name}",
            _ => throw new ArgumentOutOfRangeException(nameof(owner), owner, message: null),
        };

    internal static AttributeSummary From(
        AttributeDefinition attribute,
        IReadOnlyList<string> usedBy
    ) =>
        new(
            attribute.Id,
            attribute.Owner,
            attribute.Name,
            attribute.Type,
            attribute.Description,
            usedBy
        );
}

/// <summary>Reads the attributes of people, conversations and companies, for whoever defines them.</summary>
public sealed class AttributeQueries(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    AttributeUsers users
)
{
    /// <summary>Every attribute with where it is used: people's first, and of each the built-in ones first, then by name.</summary>
    public async Task<IReadOnlyList<AttributeSummary>> ListAsync(
        CancellationToken cancellationToken
    )
    {
        var usage = await users.ReadAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var defined = await context
            .Set<AttributeDefinition>()
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        return
        [
            .. AttributeCatalog
                .BuiltIn.Where(known => !defined.Exists(IsAt(known.Path)))
                .Select(known => BuiltIn(known, usage))
                .Concat(
                    defined
                        .OrderBy(attribute => attribute.Name, StringComparer.OrdinalIgnoreCase)
                        .Select(attribute =>
                            AttributeSummary.From(
                                attribute,
                                usage.Of(AttributeSummary.PathOf(attribute))
                            )
                        )
                )
                .OrderBy(attribute => attribute.Owner),
        ];
    }

    private static Predicate<AttributeDefinition> IsAt(string path) =>
        attribute => AttributeSummary.PathOf(attribute) == path;

    private static AttributeSummary BuiltIn(KnownAttribute known, AttributeUsage usage)
    {
        var dot = known.Path.IndexOf('.', StringComparison.Ordinal);
        return new AttributeSummary(
            Id: null,
            AttributeCatalog.OwnerOf(known.Path)!.Value,
            known.Path[(dot + 1)..],
            known.Type,
            "",
            usage.Of(known.Path)
        );
    }
}
