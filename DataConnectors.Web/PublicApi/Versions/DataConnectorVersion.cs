using System.Text.Json.Serialization;
using DataConnectors.Core.Versioning;

namespace DataConnectors.Web.PublicApi.Versions;

/// <summary>A version of a data connector.</summary>
/// <param name="Id">The unique identifier of the version.</param>
/// <param name="Status"><c>live</c>, <c>paused</c>, or <c>previously_live</c>; a draft has no version until it goes live.</param>
/// <param name="Note">What was written about the change; may be empty.</param>
/// <param name="Author">Who published it.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="EntityVersionId">The number of the version within its connector, as the console shows it.</param>
internal sealed record DataConnectorVersion(
    string Id,
    string Status,
    string Note,
    VersionAuthor Author,
    DateTimeOffset CreatedAt,
    string EntityVersionId
)
{
    /// <summary>Always <c>data_connector_version</c>.</summary>
    [JsonPropertyOrder(-1)]
    public string Type => "data_connector_version";

    /// <summary>The version as it stands on the wire.</summary>
    public static DataConnectorVersion Of(VersionSummary version) =>
        new(
            WireId.Of(version.Id),
            version.Status switch
            {
                VersionStatus.Live => "live",
                VersionStatus.Paused => "paused",
                VersionStatus.PreviouslyLive => "previously_live",
                _ => throw new InvalidOperationException($"No name for {version.Status}"),
            },
            version.Note,
            new VersionAuthor(WireId.Of(version.CreatedById), version.CreatedBy),
            version.CreatedAt,
            WireId.Of(version.Number)
        );
}

/// <summary>Who published a version.</summary>
/// <param name="Id">The admin's id; null for versions older than the keeping of ids.</param>
/// <param name="Name">The admin's name then.</param>
internal sealed record VersionAuthor(string? Id, string Name)
{
    /// <summary>Always <c>admin</c>.</summary>
    [JsonPropertyOrder(-1)]
    public string Type => "admin";
}
