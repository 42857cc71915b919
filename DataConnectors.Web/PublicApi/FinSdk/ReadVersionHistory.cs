using System.Text.Json;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Versioning;
using DataConnectors.Web.PublicApi.Errors;

namespace DataConnectors.Web.PublicApi.FinSdk;

/// <summary>Lists the versions of one connector, its draft first where it was changed since.</summary>
internal static class ReadVersionHistory
{
    private const int MaxVersions = 100;

    /// <param name="id">The unique identifier of the data connector.</param>
    public static async Task<IResult> HandleAsync(
        string id,
        ConnectorQueries queries,
        ListVersions listVersions,
        CancellationToken cancellationToken
    )
    {
        var connectorId = WireId.Read(id);
        if (await queries.FindDraftAsync(connectorId, cancellationToken) is not { } draft)
        {
            return NotFound.DataConnector();
        }

        var listed = await listVersions.RunAsync(
            connectorId,
            after: null,
            MaxVersions,
            cancellationToken
        );
        if (!listed.TryGet(out var page, out _))
        {
            return NotFound.DataConnector();
        }

        var versions = page.Items.Select(version => new FinSdkVersion(
            JsonNamingPolicy.SnakeCaseLower.ConvertName(version.Status.ToString()),
            version.CreatedAt,
            new FinSdkAuthor(version.CreatedBy),
            version.Note
        ));
        if (draft.HasUnpublishedChanges)
        {
            versions = versions.Prepend(
                new FinSdkVersion("draft", draft.SavedAt, new FinSdkAuthor(draft.SavedBy), "")
            );
        }

        return ApiJson.Result(new FinSdkVersionList([.. versions]));
    }
}
