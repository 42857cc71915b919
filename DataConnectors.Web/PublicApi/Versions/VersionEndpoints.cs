using System.ComponentModel;
using System.Text.Json;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Versioning;
using DataConnectors.Web.PublicApi.Access;
using DataConnectors.Web.PublicApi.Errors;
using DataConnectors.Web.PublicApi.ExecutionResults;
using DataConnectors.Web.PublicApi.Queries;
using Microsoft.AspNetCore.Mvc;

namespace DataConnectors.Web.PublicApi.Versions;

/// <summary>The versions of a connector: what was published when, by whom, and the note beside it.</summary>
internal static class VersionEndpoints
{
    private const int OrdinaryPage = 20;
    private const int LargestPage = 50;

    // Answers may be sent back as they came; only the note is looked at.
    private static readonly string[] Names =
    [
        "type",
        "id",
        "status",
        "note",
        "author",
        "created_at",
        "entity_version_id",
    ];

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
            .Produces<ListBody<VersionBody>>()
            .Produces<ErrorList>(StatusCodes.Status400BadRequest)
            .Produces<ErrorList>(StatusCodes.Status401Unauthorized)
            .Produces<ErrorList>(StatusCodes.Status403Forbidden)
            .Produces<ErrorList>(StatusCodes.Status404NotFound);
        versions
            .MapGet("/{version_id}", GetAsync)
            .RequireAuthorization(ApiAccess.ReadVersions)
            .WithName("showDataConnectorVersion")
            .WithSummary("Retrieve a version of a data connector")
            .Produces<VersionBody>()
            .Produces<ErrorList>(StatusCodes.Status401Unauthorized)
            .Produces<ErrorList>(StatusCodes.Status403Forbidden)
            .Produces<ErrorList>(StatusCodes.Status404NotFound);
        versions
            .MapPatch("/{version_id}", ChangeAsync)
            .RequireAuthorization(ApiAccess.WriteVersions)
            .WithName("updateDataConnectorVersion")
            .WithSummary("Change the note of a version")
            .WithDescription("Changes the note. Nothing else of a version ever changes.")
            .Accepts<NoteBody>("application/json")
            .Produces<VersionBody>()
            .Produces<ErrorList>(StatusCodes.Status400BadRequest)
            .Produces<ErrorList>(StatusCodes.Status401Unauthorized)
            .Produces<ErrorList>(StatusCodes.Status403Forbidden)
            .Produces<ErrorList>(StatusCodes.Status404NotFound)
            .Produces<ErrorList>(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> ListAsync(
        [FromRoute(Name = "data_connector_id")] string connectorId,
        [FromQuery(Name = "per_page")]
        [Description("The number of versions per page (1-50, default 20).")]
            string? perPage,
        [FromQuery(Name = "starting_after")]
        [Description("The value of `pages.next.starting_after` of the page before.")]
            string? startingAfter,
        ListVersions list,
        CancellationToken cancellationToken
    )
    {
        var values = new QueryValues();
        var size = values.PerPage(perPage, OrdinaryPage, LargestPage);
        var after = values.StartingAfter(startingAfter);
        if (values.Refusal is { } refusal)
        {
            return refusal;
        }

        var outcome = await list.RunAsync(
            WireText.IdOf(connectorId),
            after,
            size,
            cancellationToken
        );
        return outcome.TryGet(out var page, out _)
            ? ApiJson.Result(
                ListBody.Of([.. page.Items.Select(VersionBody.Of)], size, page.NextCursor)
            )
            : NotFound.DataConnector();
    }

    private static async Task<IResult> GetAsync(
        [FromRoute(Name = "data_connector_id")] string connectorId,
        [FromRoute(Name = "version_id")] string versionId,
        GetVersion get,
        ConnectorQueries connectors,
        CancellationToken cancellationToken
    )
    {
        var connector = WireText.IdOf(connectorId);
        return await AnswerAsync(
            await get.RunAsync(connector, WireText.IdOf(versionId), cancellationToken),
            connector,
            connectors,
            cancellationToken
        );
    }

    private static async Task<IResult> ChangeAsync(
        [FromRoute(Name = "data_connector_id")] string connectorId,
        [FromRoute(Name = "version_id")] string versionId,
        HttpContext context,
        ChangeVersionNote change,
        ConnectorQueries connectors
    )
    {
        var (json, refusal) = await RunBody.ReadAsync(context, Names);
        if (refusal is not null)
        {
            return refusal;
        }

        if (!json.TryGetProperty("note", out var note))
        {
            return Refuse(ErrorCodes.ParameterNotFound, "note is required.");
        }

        if (note.ValueKind is not (JsonValueKind.String or JsonValueKind.Null))
        {
            return Refuse(ErrorCodes.ParameterInvalid, "note must be a string.");
        }

        var connector = WireText.IdOf(connectorId);
        return await AnswerAsync(
            await change.RunAsync(
                context.Grant().Actor,
                connector,
                WireText.IdOf(versionId),
                note.GetString() ?? "",
                context.RequestAborted
            ),
            connector,
            connectors,
            context.RequestAborted
        );
    }

    private static IResult Refuse(string code, string message) =>
        ApiErrors.Of(StatusCodes.Status422UnprocessableEntity, code, message, "note");

    private static async Task<IResult> AnswerAsync(
        Outcome<VersionSummary, Fault> outcome,
        long connectorId,
        ConnectorQueries connectors,
        CancellationToken cancellationToken
    )
    {
        if (outcome.TryGet(out var version, out var fault))
        {
            return ApiJson.Result(VersionBody.Of(version));
        }

        return fault.Kind != FaultKind.NotFound ? ApiErrors.Of(fault)
            : await connectors.ExistsAsync(connectorId, cancellationToken) ? NotFound.Version()
            : NotFound.DataConnector();
    }
}

/// <summary>What a version is changed with.</summary>
/// <param name="Note">At most 500 characters; null for none.</param>
internal sealed record NoteBody(string? Note);
