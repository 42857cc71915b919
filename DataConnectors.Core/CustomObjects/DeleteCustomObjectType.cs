using System.Globalization;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.CustomObjects;

/// <summary>Deletes a custom object type that no connector maps to.</summary>
public sealed class DeleteCustomObjectType(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    AttributeUsers users,
    DefinitionsVersion version
)
{
    /// <summary>
    /// Done; a conflict that names the connectors while a draft or a live version maps to it, and one that counts its objects
    /// unless <paramref name="withObjects"/> says that they are to go as well.
    /// </summary>
    public async Task<Outcome<Done, Fault>> RunAsync(
        Actor actor,
        long typeId,
        bool withObjects,
        CancellationToken cancellationToken
    )
    {
        if (!actor.CanAccessDeveloperHub)
        {
            return Fault.Forbidden();
        }

        var usage = await users.ReadAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(
            cancellationToken
        );
        var types = context.Set<CustomObjectType>().Where(type => type.Id == typeId);
        var key = await types.Select(type => type.Key).FirstOrDefaultAsync(cancellationToken);
        if (key is null)
        {
            return Fault.NotFound("custom object");
        }

        // A connector that maps to it between this question and the deletion is told by its rules, and its runs report it.
        if (usage.Conflict(key, "This custom object") is { } conflict)
        {
            return conflict;
        }

        var objects = await context
            .Set<CustomObject>()
            .CountAsync(stored => stored.TypeId == typeId, cancellationToken);
        if (objects > 0 && !withObjects)
        {
            return Fault.Conflict(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{objects:N0} {(objects == 1 ? "object is" : "objects are")} stored. Say that they are to be deleted as well."
                )
            );
        }

        await types.ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        version.Advance();
        return Done.Instance;
    }
}
