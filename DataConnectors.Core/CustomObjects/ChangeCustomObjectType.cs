using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.CustomObjects;

/// <summary>Changes a custom object type. What is left out of it is deleted, with its stored values.</summary>
public sealed class ChangeCustomObjectType(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    AttributeUsers users,
    DefinitionsVersion version,
    TimeProvider clock
)
{
    /// <summary>
    /// The new revision. Invalid with paths as in <see cref="CreateCustomObjectType"/>; a conflict when the type has changed since
    /// <paramref name="basedOnRevision"/>, or while a data connector maps to an attribute or a reference that is left out.
    /// </summary>
    public async Task<Outcome<long, Fault>> RunAsync(
        Actor actor,
        long typeId,
        CustomObjectTypeDetails details,
        long basedOnRevision,
        CancellationToken cancellationToken
    )
    {
        if (!actor.CanAccessDeveloperHub)
        {
            return Fault.Forbidden();
        }

        var entered = details.Trimmed();
        var usage = await users.ReadAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(
            cancellationToken
        );
        var type = await context
            .Set<CustomObjectType>()
            .FirstOrDefaultAsync(candidate => candidate.Id == typeId, cancellationToken);
        if (type is null)
        {
            return Fault.NotFound("custom object");
        }

        if (type.Revision != basedOnRevision)
        {
            return ChangedMeanwhile(type.Name);
        }

        var problems = CustomObjectTypeRules.Check(entered, type);
        if (problems.Count > 0)
        {
            return Fault.Invalid(problems);
        }

        var removed = LeftOut(type, entered);
        if (Conflict(type.Key, removed, usage) is { } conflict)
        {
            return conflict;
        }

        type.Name = entered.Name;
        type.PluralName = entered.PluralName;
        type.Description = entered.Description;
        type.Attributes = entered.Attributes;
        type.References = entered.References;
        type.Revision++;
        type.UpdatedAt = clock.GetUtcNow();
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return ChangedMeanwhile(type.Name);
        }

        await EraseAsync(context, typeId, removed, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        version.Advance();
        return type.Revision;
    }

    private static Fault ChangedMeanwhile(string name) =>
        Fault.Conflict(
            $"Somebody else changed {name} after you opened it. Load it again, then make your change."
        );

    private static List<string> LeftOut(CustomObjectType type, CustomObjectTypeDetails entered) =>
        [
            .. type
                .Attributes.Select(attribute => attribute.Name)
                .Except(entered.Attributes.Select(attribute => attribute.Name)),
            .. type
                .References.Select(reference => reference.Name)
                .Except(entered.References.Select(reference => reference.Name)),
        ];

    private static Fault? Conflict(string key, List<string> removed, AttributeUsage usage) =>
        removed
            .Select(name => usage.Conflict($"{key}.{name}", $"{key}.{name}"))
            .FirstOrDefault(conflict => conflict is not null);

    /// <summary>Names are unique among attributes and references, and a name that moved from one to the other left both.</summary>
    private static async Task EraseAsync(
        DataConnectorsDbContext context,
        long typeId,
        List<string> removed,
        CancellationToken cancellationToken
    )
    {
        foreach (var name in removed)
        {
            // Names are letters, digits and underscores, so the path needs no escaping.
            var path = $"$.{name}";
            await context.Database.ExecuteSqlAsync(
                $"UPDATE CustomObjects SET AttributesJson = json_remove(AttributesJson, {path}) WHERE TypeId = {typeId} AND CASE WHEN json_valid(AttributesJson) THEN json_type(AttributesJson, {path}) END IS NOT NULL",
                cancellationToken
            );
            await context
                .Set<CustomObjectReference>()
                .Where(link => link.Name == name)
                .Where(link =>
                    context
                        .Set<CustomObject>()
                        .Any(stored => stored.Id == link.ObjectId && stored.TypeId == typeId)
                )
                .ExecuteDeleteAsync(cancellationToken);
        }
    }
}
