using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.CustomObjects;

/// <summary>Defines a custom object type.</summary>
public sealed class CreateCustomObjectType(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    DefinitionsVersion version,
    IdGenerator ids,
    TimeProvider clock
)
{
    /// <summary>
    /// The new type's id. Invalid at <c>key</c>, <c>name</c>, <c>pluralName</c>, <c>description</c>, <c>attributes[i].name</c>,
    /// <c>references[i].name</c> and the like.
    /// </summary>
    /// <param name="actor">Who does it.</param>
    /// <param name="key">What mappings call it, unique: <c>order</c>. Fixed once it is created.</param>
    /// <param name="details">The rest.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Outcome<long, Fault>> RunAsync(
        Actor actor,
        string key,
        CustomObjectTypeDetails details,
        CancellationToken cancellationToken
    )
    {
        if (!actor.CanAccessDeveloperHub)
        {
            return Fault.Forbidden();
        }

        var entered = details.Trimmed();
        var enteredKey = key.Trim();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        List<Problem> problems = [.. CustomObjectTypeRules.Check(entered, stored: null)];
        var keyFault =
            CustomObjectTypeRules.KeyFault(enteredKey)
            ?? await TakenAsync(context, enteredKey, cancellationToken);
        if (keyFault is not null)
        {
            problems.Insert(0, new Problem("key", keyFault));
        }

        if (problems.Count > 0)
        {
            return Fault.Invalid(problems);
        }

        var now = clock.GetUtcNow();
        var type = new CustomObjectType
        {
            Id = ids.Next(),
            Key = enteredKey,
            Name = entered.Name,
            PluralName = entered.PluralName,
            Description = entered.Description,
            Attributes = entered.Attributes,
            References = entered.References,
            Revision = 1,
            CreatedAt = now,
            UpdatedAt = now,
        };
        context.Add(type);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Two teammates may choose one key at the same moment; the index of keys lets one of them win.
            if (await TakenAsync(context, enteredKey, cancellationToken) is { } taken)
            {
                return Fault.Invalid("key", taken);
            }

            throw;
        }

        version.Advance();
        return type.Id;
    }

    private static async Task<string?> TakenAsync(
        DataConnectorsDbContext context,
        string key,
        CancellationToken cancellationToken
    ) =>
        await context.Set<CustomObjectType>().AnyAsync(type => type.Key == key, cancellationToken)
            ? $"There is a custom object {key} already. Choose another key."
            : null;
}
