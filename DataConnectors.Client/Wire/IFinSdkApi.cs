using DataConnectors.Client.Models;
using Refit;

namespace DataConnectors.Client.Wire;

/// <summary>The workspace in short, as the original's command-line client reads it.</summary>
public interface IFinSdkApi
{
    /// <summary>The workspace and what it has, by name.</summary>
    [Get("/fin-sdk/manifest")]
    Task<FinSdkManifest> GetManifestAsync(CancellationToken cancellationToken = default);

    /// <summary>Creates a connector of which there is only a name yet, to be finished in the console.</summary>
    [Post("/fin-sdk/data-connectors")]
    Task<CreatedFinSdkConnector> CreateConnectorAsync(
        [Body] NewFinSdkConnector connector,
        CancellationToken cancellationToken = default
    );

    /// <summary>A connector in short: what goes in, what is called, what comes out. The live version, or the draft where none is live.</summary>
    [Get("/fin-sdk/data-connectors/{id}/download")]
    Task<FinSdkConnector> GetConnectorAsync(
        string id,
        CancellationToken cancellationToken = default
    );

    /// <summary>The draft and the versions of a connector, the newest first; at most 100.</summary>
    [Get("/fin-sdk/data-connectors/{id}/versions")]
    Task<FinSdkVersions> ListVersionsAsync(
        string id,
        CancellationToken cancellationToken = default
    );

    /// <summary>The audiences of the workspace.</summary>
    [Get("/fin-sdk/audiences")]
    Task<FinSdkAudiences> ListAudiencesAsync(CancellationToken cancellationToken = default);
}
