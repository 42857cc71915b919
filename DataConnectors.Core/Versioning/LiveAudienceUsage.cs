using DataConnectors.Core.Audiences;

namespace DataConnectors.Core.Versioning;

/// <summary>Finds the reusable audiences that live versions have.</summary>
internal sealed class LiveAudienceUsage(LiveVersions versions) : IAudienceUsageProbe
{
    public async Task<IReadOnlyList<AudienceUse>> ListAsync(CancellationToken cancellationToken) =>
        [
            .. (await versions.ListAsync(cancellationToken)).SelectMany(version =>
                version.Definition.AudienceIds.Select(id => new AudienceUse(
                    id,
                    version.Definition.Name
                ))
            ),
        ];
}
