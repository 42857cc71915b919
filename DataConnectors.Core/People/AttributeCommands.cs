using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.People;

/// <summary>What somebody enters to define an attribute.</summary>
/// <param name="Owner">Whose fact it is.</param>
/// <param name="Name">As in placeholders and mappings; see <see cref="DefinedName"/>. Fixed once it is created.</param>
/// <param name="Type">What its values are. Fixed once it is created.</param>
/// <param name="Description">What it is for; may be empty.</param>
public sealed record NewAttribute(
    AttributeOwner Owner,
    string Name,
    AttributeType Type,
    string Description = ""
);

/// <summary>Defines an attribute of people, conversations or companies.</summary>
public sealed class CreateAttribute(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    DefinitionsVersion version,
    IdGenerator ids
)
{
    /// <summary>The defined attribute. Invalid at <c>name</c>, <c>type</c> or <c>description</c>.</summary>
    public async Task<Outcome<AttributeSummary, Fault>> RunAsync(
        Actor actor,
        NewAttribute attribute,
        CancellationToken cancellationToken
    )
    {
        if (!actor.CanAccessDeveloperHub)
        {
            return Fault.Forbidden();
        }

        var entered = attribute with
        {
            Name = attribute.Name.Trim(),
            Description = attribute.Description.Trim(),
        };
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var taken = await NamesAsync(context, entered.Owner, cancellationToken);
        var problems = AttributeRules.Check(entered, taken);
        if (problems.Count > 0)
        {
            return Fault.Invalid(problems);
        }

        var stored = new AttributeDefinition
        {
            Id = ids.Next(),
            Owner = entered.Owner,
            Name = entered.Name,
            Type = entered.Type,
            Description = entered.Description,
        };
        context.Add(stored);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Two teammates may choose one name at the same moment; the index of names lets one of them win.
            taken = await NamesAsync(context, entered.Owner, cancellationToken);
            problems = AttributeRules.Check(entered, taken);
            if (problems.Count > 0)
            {
                return Fault.Invalid(problems);
            }

            throw;
        }

        version.Advance();
        return AttributeSummary.From(stored, usedBy: []);
    }

    private static Task<List<string>> NamesAsync(
        DataConnectorsDbContext context,
        AttributeOwner owner,
        CancellationToken cancellationToken
    ) =>
        context
            .Set<AttributeDefinition>()
            .Where(other => other.Owner == owner)
            .Select(other => other.Name)
            .ToListAsync(cancellationToken);
}

/// <summary>Changes the description of an attribute; nothing else of it can be changed.</summary>
public sealed class ChangeAttribute(IDbContextFactory<DataConnectorsDbContext> contexts)
{
    /// <summary>Done; invalid at <c>description</c>.</summary>
    public async Task<Outcome<Done, Fault>> RunAsync(
        Actor actor,
        long attributeId,
        string description,
        CancellationToken cancellationToken
    )
    {
        if (!actor.CanAccessDeveloperHub)
        {
            return Fault.Forbidden();
        }

        var entered = description.Trim();
        if (AttributeRules.DescriptionFault(entered) is { } fault)
        {
            return Fault.Invalid("description", fault);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var changed = await context
            .Set<AttributeDefinition>()
            .Where(attribute => attribute.Id == attributeId)
            .ExecuteUpdateAsync(
                update => update.SetProperty(attribute => attribute.Description, entered),
                cancellationToken
            );
        return changed == 0 ? Fault.NotFound("attribute") : Done.Instance;
    }
}

/// <summary>Deletes an attribute that no connector uses, and all its values.</summary>
public sealed class DeleteAttribute(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    AttributeUsers users,
    IEnumerable<IAttributeEraser> erasers,
    DefinitionsVersion version
)
{
    /// <summary>Done; a conflict that names the connectors while a draft or a live version reads or writes it.</summary>
    public async Task<Outcome<Done, Fault>> RunAsync(
        Actor actor,
        long attributeId,
        CancellationToken cancellationToken
    )
    {
        if (!actor.CanAccessDeveloperHub)
        {
            return Fault.Forbidden();
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var attribute = await context
            .Set<AttributeDefinition>()
            .AsNoTracking()
            .FirstOrDefaultAsync(candidate => candidate.Id == attributeId, cancellationToken);
        if (attribute is null)
        {
            return Fault.NotFound("attribute");
        }

        // A connector that names it between this question and the deletion is told by its rules, and its runs report it.
        var usage = await users.ReadAsync(cancellationToken);
        if (usage.Conflict(AttributeSummary.PathOf(attribute), "This attribute") is { } conflict)
        {
            return conflict;
        }

        await using var transaction = await context.Database.BeginTransactionAsync(
            cancellationToken
        );
        await context
            .Set<AttributeDefinition>()
            .Where(candidate => candidate.Id == attributeId)
            .ExecuteDeleteAsync(cancellationToken);
        foreach (var eraser in erasers.Where(eraser => eraser.Owner == attribute.Owner))
        {
            await eraser.EraseAsync(context, attribute.Name, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        version.Advance();
        return Done.Instance;
    }
}
