using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Connectors;

/// <summary>Makes a data connector in draft state.</summary>
public sealed class CreateConnector(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    IdGenerator ids,
    TimeProvider clock
)
{
    /// <summary>The new connector's id. A draft may be incomplete: rules are checked when it goes live.</summary>
    public async Task<Outcome<long, Fault>> RunAsync(
        Actor actor,
        ConnectorDefinition definition,
        CancellationToken cancellationToken
    )
    {
        if (!actor.CanAccessDeveloperHub)
        {
            return Fault.Forbidden();
        }

        var now = clock.GetUtcNow();
        var connector = new Connector
        {
            Id = ids.Next(),
            Name = definition.Name,
            State = ConnectorState.Draft,
            DraftJson = ConnectorJson.Serialize(definition),
            DraftRevision = 1,
            DraftSavedBy = actor.Name,
            CreatedById = actor.TeammateId,
            DraftSavedById = actor.TeammateId,
            CreatedAt = now,
            UpdatedAt = now,
        };
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Add(connector);
        await context.SaveChangesAsync(cancellationToken);
        return connector.Id;
    }
}

/// <summary>Saves the draft that an editor holds. The live version goes on unchanged.</summary>
public sealed class SaveDraft(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    TimeProvider clock
)
{
    /// <summary>
    /// The new revision; a conflict when the draft has changed since <paramref name="basedOnRevision"/>, so that nothing another
    /// editor saved is overwritten silently.
    /// </summary>
    public async Task<Outcome<long, Fault>> RunAsync(
        Actor actor,
        long connectorId,
        ConnectorDefinition definition,
        long basedOnRevision,
        CancellationToken cancellationToken
    )
    {
        if (!actor.CanAccessDeveloperHub)
        {
            return Fault.Forbidden();
        }

        var json = ConnectorJson.Serialize(definition);
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var connectors = context.Set<Connector>().Where(connector => connector.Id == connectorId);

        // One statement: reading first would leave a gap in which another editor saves.
        var saved = await connectors
            .Where(connector => connector.DraftRevision == basedOnRevision)
            .ExecuteUpdateAsync(
                update =>
                    update
                        .SetProperty(connector => connector.Name, definition.Name)
                        .SetProperty(connector => connector.DraftJson, json)
                        .SetProperty(connector => connector.DraftRevision, basedOnRevision + 1)
                        .SetProperty(connector => connector.DraftSavedBy, actor.Name)
                        .SetProperty(connector => connector.DraftSavedById, actor.TeammateId)
                        .SetProperty(connector => connector.UpdatedAt, now),
                cancellationToken
            );
        if (saved == 1)
        {
            return basedOnRevision + 1;
        }

        var savedBy = await connectors
            .Select(connector => connector.DraftSavedBy)
            .FirstOrDefaultAsync(cancellationToken);
        return savedBy is null
            ? Fault.NotFound("data connector")
            : Fault.Conflict(
                $"{savedBy} saved this draft after you opened it. Load their draft, or keep yours and replace it."
            );
    }
}

/// <summary>Makes a copy of a connector's draft as a new draft.</summary>
public sealed class DuplicateConnector(ConnectorQueries connectors, CreateConnector createConnector)
{
    private const string Suffix = " (copy)";

    /// <summary>The id of the copy.</summary>
    public async Task<Outcome<long, Fault>> RunAsync(
        Actor actor,
        long connectorId,
        CancellationToken cancellationToken
    )
    {
        if (!actor.CanAccessDeveloperHub)
        {
            return Fault.Forbidden();
        }

        var draft = await connectors.FindDraftAsync(connectorId, cancellationToken);
        if (draft is null)
        {
            return Fault.NotFound("data connector");
        }

        var copy = draft.Definition with { Name = NameOfCopy(draft.Definition.Name) };
        return await createConnector.RunAsync(actor, copy, cancellationToken);
    }

    private static string NameOfCopy(string name)
    {
        var room = Math.Min(name.Length, ConnectorDefinition.MaxNameLength - Suffix.Length);
        if (room > 0 && char.IsHighSurrogate(name[room - 1]))
        {
            room--;
        }

        return name[..room] + Suffix;
    }
}

/// <summary>Deletes a connector that is in draft state.</summary>
public sealed class DeleteConnector(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    ConnectorUsers users
)
{
    /// <summary>Done; a conflict while the connector is live, and a fault that says so while something uses it.</summary>
    /// <param name="actor">Who deletes it.</param>
    /// <param name="connectorId">The connector.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="basedOnRevision">A draft of another revision is not deleted, which is a conflict; null for any.</param>
    public async Task<Outcome<Done, Fault>> RunAsync(
        Actor actor,
        long connectorId,
        CancellationToken cancellationToken,
        long? basedOnRevision = null
    )
    {
        if (!actor.CanAccessDeveloperHub)
        {
            return Fault.Forbidden();
        }

        if (await users.FindObstacleAsync(connectorId, cancellationToken) is { } inUse)
        {
            return inUse;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var connectors = context.Set<Connector>().Where(connector => connector.Id == connectorId);
        var deleted = await connectors
            .Where(connector =>
                connector.State == ConnectorState.Draft
                && (basedOnRevision == null || connector.DraftRevision == basedOnRevision)
            )
            .ExecuteDeleteAsync(cancellationToken);
        if (deleted == 1)
        {
            return Done.Instance;
        }

        var state = await connectors
            .Select(connector => (ConnectorState?)connector.State)
            .FirstOrDefaultAsync(cancellationToken);
        return state switch
        {
            null => Fault.NotFound("data connector"),
            ConnectorState.Live => Fault.Conflict(
                "A live data connector cannot be deleted. Set it to draft first."
            ),
            _ => Fault.Conflict("The draft changed meanwhile. Look at it, then delete it."),
        };
    }
}
