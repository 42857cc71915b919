using System.ComponentModel;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Versioning;
using DataConnectors.Web.PublicApi.Access;
using DataConnectors.Web.PublicApi.Errors;
using DataConnectors.Web.PublicApi.Lists;
using DataConnectors.Web.PublicApi.Reference;
using DataConnectors.Web.PublicApi.Requests;
using Microsoft.AspNetCore.Mvc;

namespace DataConnectors.Web.PublicApi.Versions;

/// <summary>The versions of a connector: what was published when, by whom, and the note beside it.</summary>
internal static class VersionEndpoints
{
    private const int OrdinaryPage = 20;
    private const int LargestPage = 50;

    /// <summary>Maps the list, one, and the change of its note.</summary>
    public static void MapVersions(this IEndpointRouteBuilder endpoints)
    {
        var versions = endpoints
            .MapGroup("/data_connectors/{data_connector_id}/versions")
            .WithTags("Data Connectors");
        versions
            .MapGet("", ListAsync)
            .RequireAuthorization(ApiAccess.ReadVersions)
            .WithName("listDataConnectorVersions")
            .WithSummary("List the versions of a data connector")
            .WithDescription("Returns the versions of a data connector, newest first.")
            .DescribesPages(OrdinaryPage, LargestPage)
            .Produces<ListPage<DataConnectorVersion>>()
            .ProducesErrors(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
        versions
            .MapGet("/{version_id}", GetAsync)
            .RequireAuthorization(ApiAccess.ReadVersions)
            .WithName("showDataConnectorVersion")
            .WithSummary("Retrieve a version of a data connector")
            .WithDescription("Returns one version, published at some time.")
            .Produces<DataConnectorVersion>()
            .ProducesErrors(StatusCodes.Status404NotFound);
        versions
            .MapPatch("/{version_id}", ChangeAsync)
            .RequireAuthorization(ApiAccess.WriteVersions)
            .WithName("updateDataConnectorVersion")
            .WithSummary("Change the note of a version")
            .WithDescription("Changes the note. Nothing else of a version ever changes.")
            .AcceptsJson<UpdateVersionNoteRequest>()
            .Produces<DataConnectorVersion>()
            .ProducesErrors(
                StatusCodes.Status400BadRequest,
                StatusCodes.Status404NotFound,
                StatusCodes.Status413PayloadTooLarge,
                StatusCodes.Status415UnsupportedMediaType,
                StatusCodes.Status422UnprocessableEntity
            );
    }

    private static async Task<IResult> ListAsync(
        [FromRoute(Name = "data_connector_id")]
        [Description("The unique identifier for the data connector.")]
            string connectorId,
        [FromQuery(Name = "per_page")] string? perPage,
        [FromQuery(Name = "starting_after")] string? startingAfter,
        ListVersions list,
        CancellationToken cancellationToken
    )
    {
        var values = new QueryValues();
        var size = values.PerPage(perPage, OrdinaryPage, LargestPage);
        var after = values.AfterId(startingAfter);
        if (values.Refusal is { } refusal)
        {
            return refusal;
        }

        var outcome = await list.RunAsync(WireId.Read(connectorId), after, size, cancellationToken);
        return outcome.TryGet(out var page, out _)
            ? ApiJson.Result(ListPage.Of(page, size, DataConnectorVersion.Of))
            : NotFound.DataConnector();
    }

    private static async Task<IResult> GetAsync(
        [FromRoute(Name = "data_connector_id")]
        [Description("The unique identifier for the data connector.")]
            string connectorId,
        [FromRoute(Name = "version_id")]
        [Description("The unique identifier for the version.")]
            string versionId,
        GetVersion get,
        ConnectorQueries connectors,
        CancellationToken cancellationToken
    )
    {
        var connector = WireId.Read(connectorId);
        return await AnswerAsync(
            await get.RunAsync(connector, WireId.Read(versionId), cancellationToken),
            connector,
            connectors,
            cancellationToken
        );
    }

    private static async Task<IResult> ChangeAsync(
        [FromRoute(Name = "data_connector_id")]
        [Description("The unique identifier for the data connector.")]
            string connectorId,
        [FromRoute(Name = "version_id")]
        [Description("The unique identifier for the version.")]
            string versionId,
        HttpContext context,
        ChangeVersionNote change,
        ConnectorQueries connectors
    )
    {
        if (
            !(
                await RequestBody.ReadAsync<UpdateVersionNoteRequest>(
                    context,
                    ReadOnlyMembers<UpdateVersionNoteRequest, DataConnectorVersion>.Names
                )
            ).TryGet(out var sent, out var refusal)
        )
        {
            return refusal.ToResult();
        }

        if (!sent.Given.Contains("note"))
        {
            return ApiErrors.Of(
                StatusCodes.Status422UnprocessableEntity,
                ErrorCodes.ParameterNotFound,
                "note is required.",
                "note"
            );
        }

        var connector = WireId.Read(connectorId);
        return await AnswerAsync(
            await change.RunAsync(
                context.Grant().Actor,
                connector,
                WireId.Read(versionId),
                sent.Value.Note ?? "",
                context.RequestAborted
            ),
            connector,
            connectors,
            context.RequestAborted
        );
    }

    private static async Task<IResult> AnswerAsync(
        Outcome<VersionSummary, Fault> outcome,
        long connectorId,
        ConnectorQueries connectors,
        CancellationToken cancellationToken
    )
    {
        if (outcome.TryGet(out var version, out var fault))
        {
            return ApiJson.Result(DataConnectorVersion.Of(version));
        }

        return fault.Kind != FaultKind.NotFound ? ApiErrors.Of(fault)
            : await connectors.FindStampAsync(connectorId, cancellationToken) is null
                ? NotFound.DataConnector()
            : NotFound.Version();
    }
}

/// <summary>What a version is changed with.</summary>
/// <param name="Note">What to write beside it, at most 500 characters; null for nothing.</param>
[Needed("note")]
internal sealed record UpdateVersionNoteRequest(string? Note);
