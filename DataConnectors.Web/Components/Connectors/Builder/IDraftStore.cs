using DataConnectors.Core.Connectors;
using DataConnectors.Core.Kernel;

namespace DataConnectors.Web.Components.Connectors.Builder;

/// <summary>Where one connector's draft is kept, as the editor sees it.</summary>
public interface IDraftStore
{
    /// <summary>The new revision; a conflict when the draft is no longer at <paramref name="basedOnRevision"/>.</summary>
    Task<Outcome<long, Fault>> SaveAsync(
        ConnectorDefinition definition,
        long basedOnRevision,
        CancellationToken cancellationToken
    );

    /// <summary>The draft as it is now; null when the connector is gone.</summary>
    Task<ConnectorDraft?> LoadAsync(CancellationToken cancellationToken);
}

/// <summary>The draft in the database, saved on behalf of one teammate.</summary>
internal sealed class StoredDraft(
    SaveDraft saveDraft,
    ConnectorQueries connectors,
    Func<Task<Actor>> currentActor,
    long connectorId
) : IDraftStore
{
    // The permission is asked for at each save: it may have been taken away while the page was open.
    public async Task<Outcome<long, Fault>> SaveAsync(
        ConnectorDefinition definition,
        long basedOnRevision,
        CancellationToken cancellationToken
    ) =>
        await saveDraft.RunAsync(
            await currentActor(),
            connectorId,
            definition,
            basedOnRevision,
            cancellationToken
        );

    public Task<ConnectorDraft?> LoadAsync(CancellationToken cancellationToken) =>
        connectors.FindDraftAsync(connectorId, cancellationToken);
}
