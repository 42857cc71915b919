using DataConnectors.Web.PublicApi.Access;
using DataConnectors.Web.PublicApi.Reference;

namespace DataConnectors.Web.PublicApi.FinSdk;

/// <summary>What the original's command-line client calls for <c>fin data-connectors</c> and <c>fin audiences</c>.</summary>
internal static class FinSdkEndpoints
{
    /// <summary>Maps manifest, create, download, versions and audiences.</summary>
    public static void MapFinSdk(this IEndpointRouteBuilder endpoints)
    {
        var sdk = endpoints.MapGroup("/fin-sdk").WithTags("Fin SDK");
        sdk.MapGet("/manifest", ReadManifest.HandleAsync)
            .RequireAuthorization(ApiAccess.ReadConnectors)
            .WithName("getFinSdkManifest")
            .WithSummary("Retrieve the manifest")
            .WithDescription("Returns the workspace and what it has, by name.")
            .Produces<FinSdkManifest>()
            .ProducesErrors();
        sdk.MapPost("/data-connectors", CreateNamedConnector.HandleAsync)
            .RequireAuthorization(ApiAccess.WriteConnectors)
            .WithName("createFinSdkDataConnector")
            .WithSummary("Create a data connector by name")
            .WithDescription(
                "Creates a data connector in draft state, to be finished in the console."
            )
            .AcceptsJson<CreateFinSdkConnectorRequest>()
            .Produces<CreatedFinSdkConnector>(StatusCodes.Status201Created)
            .ProducesErrors(
                StatusCodes.Status400BadRequest,
                StatusCodes.Status409Conflict,
                StatusCodes.Status413PayloadTooLarge,
                StatusCodes.Status415UnsupportedMediaType,
                StatusCodes.Status422UnprocessableEntity
            );
        sdk.MapGet("/data-connectors/{id}/download", DownloadConnector.HandleAsync)
            .RequireAuthorization(ApiAccess.ReadConnectors)
            .WithName("downloadFinSdkDataConnector")
            .WithSummary("Download a data connector")
            .WithDescription(
                "Returns a data connector in short: what goes in, what is called, what comes out. It is the live version, or the draft where none is live."
            )
            .Produces<FinSdkConnector>()
            .ProducesErrors(StatusCodes.Status404NotFound);
        sdk.MapGet("/data-connectors/{id}/versions", ReadVersionHistory.HandleAsync)
            .RequireAuthorization(ApiAccess.ReadConnectors)
            .WithName("listFinSdkDataConnectorVersions")
            .WithSummary("List the versions of a data connector")
            .WithDescription("Returns the versions that were published, newest first, at most 100.")
            .Produces<FinSdkVersionList>()
            .ProducesErrors(StatusCodes.Status404NotFound);
        sdk.MapGet("/audiences", ListAudiences.HandleAsync)
            .RequireAuthorization(ApiAccess.ReadConnectors)
            .WithName("listFinSdkAudiences")
            .WithSummary("List audiences")
            .WithDescription("Returns the Fin audiences of the workspace, by name.")
            .Produces<FinSdkAudienceList>()
            .ProducesErrors();
    }
}
