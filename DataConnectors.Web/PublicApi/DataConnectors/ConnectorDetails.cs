using System.Text.Json;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Versioning;
using DataConnectors.Web.PublicApi.DataConnectors.Mapping;
using Microsoft.Extensions.Caching.Memory;

namespace DataConnectors.Web.PublicApi.DataConnectors;

/// <summary>A connector as it is answered.</summary>
/// <param name="Tag">Its <c>ETag</c>.</param>
/// <param name="Json">The body in UTF-8.</param>
internal sealed record WrittenDetail(string Tag, byte[] Json);

/// <summary>
/// Connectors as they are answered, each written once for a state: a draft may hold a megabyte of example answer, and is read far more
/// often than it changes. Whether the state is still the same is asked of the database every time.
/// </summary>
internal sealed class ConnectorDetails(ConnectorQueries queries, LiveVersions versions)
    : IDisposable
{
    private const long MaxBytes = 64 * 1024 * 1024;
    private readonly MemoryCache written = new(new MemoryCacheOptions { SizeLimit = MaxBytes });

    /// <summary>The connector; null when there is none.</summary>
    /// <param name="connectorId">The connector.</param>
    /// <param name="isLiveWanted">Whether the live version is shown where there is one, instead of the draft.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<WrittenDetail?> FindAsync(
        long connectorId,
        bool isLiveWanted,
        CancellationToken cancellationToken
    )
    {
        if (await queries.FindStampAsync(connectorId, cancellationToken) is not { } stamp)
        {
            return null;
        }

        if (written.TryGetValue((stamp, isLiveWanted), out WrittenDetail? known))
        {
            return known;
        }

        if (
            await queries.FindDraftAsync(connectorId, cancellationToken) is not { } draft
            || (
                isLiveWanted && draft.LiveVersionId is { } versionId
                    ? await versions.FindDefinitionAsync(versionId, cancellationToken)
                    : draft.Definition
            )
                is not { } definition
        )
        {
            return null;
        }

        var detail = new WrittenDetail(
            ConnectorTag.Of(draft.Stamp),
            JsonSerializer.SerializeToUtf8Bytes(draft.ToDetail(definition), ApiJson.Options)
        );
        written.Set(
            (draft.Stamp, isLiveWanted),
            detail,
            new MemoryCacheEntryOptions { Size = detail.Json.Length }
        );
        return detail;
    }

    public void Dispose() => written.Dispose();
}
