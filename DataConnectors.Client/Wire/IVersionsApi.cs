using DataConnectors.Client.Models;
using Refit;

namespace DataConnectors.Client.Wire;

/// <summary>Versions of data connectors; scopes <c>read_data_connector_versions</c> and <c>read_write_data_connector_versions</c>.</summary>
public interface IVersionsApi
{
    /// <summary>One page of a connector's versions, the newest first.</summary>
    /// <param name="connectorId">The connector.</param>
    /// <param name="perPage">1–50; 20 when null.</param>
    /// <param name="startingAfter">The cursor of the page; the first one when null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    [Get("/data_connectors/{connectorId}/versions")]
    Task<Page<DataConnectorVersion>> ListPageAsync(
        string connectorId,
        [AliasAs("per_page")] int? perPage = null,
        [AliasAs("starting_after")] string? startingAfter = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Every version of a connector, the newest first. Pages are fetched as they are needed.</summary>
    /// <param name="connectorId">The connector.</param>
    /// <param name="perPage">How many are fetched at once, 1–50; 20 when null.</param>
    PagedEnumerable<Page<DataConnectorVersion>, DataConnectorVersion> ListAsync(
        string connectorId,
        int? perPage = null
    ) => Paging.Of((cursor, ct) => ListPageAsync(connectorId, perPage, cursor, ct));

    /// <summary>One version.</summary>
    [Get("/data_connectors/{connectorId}/versions/{id}")]
    Task<DataConnectorVersion> GetAsync(
        string connectorId,
        string id,
        CancellationToken cancellationToken = default
    );

    /// <summary>Changes the note of a version.</summary>
    [Patch("/data_connectors/{connectorId}/versions/{id}")]
    Task<DataConnectorVersion> UpdateAsync(
        string connectorId,
        string id,
        [Body] VersionChanges changes,
        CancellationToken cancellationToken = default
    );
}
