using DataConnectors.Client.Models;
using DataConnectors.Client.Names;
using Refit;

namespace DataConnectors.Client.Wire;

/// <summary>Data connectors: reads need the scope for reading, everything else <c>read_write_data_connectors</c>.</summary>
public interface IDataConnectorsApi
{
    /// <summary>One page of the connectors, the one changed last first.</summary>
    /// <param name="perPage">1–50; 20 when null.</param>
    /// <param name="startingAfter">The cursor of the page; the first one when null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    [Get("/data_connectors")]
    Task<Page<DataConnector>> ListPageAsync(
        [AliasAs("per_page")] int? perPage = null,
        [AliasAs("starting_after")] string? startingAfter = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Every connector, the one changed last first. Pages are fetched as they are needed.</summary>
    /// <param name="perPage">How many are fetched at once, 1–50; 20 when null.</param>
    PagedEnumerable<Page<DataConnector>, DataConnector> ListAsync(int? perPage = null) =>
        Paging.Of((cursor, ct) => ListPageAsync(perPage, cursor, ct));

    /// <summary>Creates a draft.</summary>
    async Task<DataConnectorDetail> CreateAsync(
        NewDataConnector connector,
        CancellationToken cancellationToken = default
    ) => (await CreateResponseAsync(connector, cancellationToken)).Tagged();

    /// <summary>One connector.</summary>
    /// <param name="id">The connector.</param>
    /// <param name="stateVersion">Which definition; the live one when null, and the draft where nothing is live.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    async Task<DataConnectorDetail> GetAsync(
        string id,
        StateVersion? stateVersion = null,
        CancellationToken cancellationToken = default
    ) => (await GetResponseAsync(id, stateVersion, cancellationToken)).Tagged();

    /// <summary>Changes what is set and leaves the rest.</summary>
    /// <param name="id">The connector.</param>
    /// <param name="changes">What changes.</param>
    /// <param name="ifMatch">
    /// The <see cref="DataConnectorDetail.ETag"/> of what was read: the change is refused when the connector is no longer that. Null to
    /// change it whatever it is.
    /// </param>
    /// <param name="cancellationToken">Ends the wait.</param>
    async Task<DataConnectorDetail> UpdateAsync(
        string id,
        DataConnectorChanges changes,
        string? ifMatch = null,
        CancellationToken cancellationToken = default
    ) => (await UpdateResponseAsync(id, changes, ifMatch, cancellationToken)).Tagged();

    /// <summary>Deletes a draft that nothing uses.</summary>
    [Delete("/data_connectors/{id}")]
    Task<Deleted> DeleteAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>How a connector did: success rate, times and sizes, over a range of time.</summary>
    /// <param name="id">The connector.</param>
    /// <param name="range">Which time, and how finely; the last 7 days when null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    [Get("/data_connectors/{id}/health")]
    Task<ConnectorHealth> GetHealthAsync(
        string id,
        [Query] HealthRange? range = null,
        CancellationToken cancellationToken = default
    );

    /// <summary><see cref="CreateAsync"/> with status and headers; it does not throw where the API refuses.</summary>
    [Post("/data_connectors")]
    Task<ApiResponse<DataConnectorDetail>> CreateResponseAsync(
        [Body] NewDataConnector connector,
        CancellationToken cancellationToken = default
    );

    /// <summary><see cref="GetAsync"/> with status and headers; it does not throw where the API refuses.</summary>
    [Get("/data_connectors/{id}")]
    Task<ApiResponse<DataConnectorDetail>> GetResponseAsync(
        string id,
        [AliasAs("state_version")] StateVersion? stateVersion = null,
        CancellationToken cancellationToken = default
    );

    /// <summary><see cref="UpdateAsync"/> with status and headers; it does not throw where the API refuses.</summary>
    [Patch("/data_connectors/{id}")]
    Task<ApiResponse<DataConnectorDetail>> UpdateResponseAsync(
        string id,
        [Body] DataConnectorChanges changes,
        [Header("If-Match")] string? ifMatch = null,
        CancellationToken cancellationToken = default
    );
}
