using DataConnectors.Core.Credentials;

namespace DataConnectors.Core.Versioning;

/// <summary>Finds the connectors whose live version attaches a token.</summary>
internal sealed class LiveTokenUsage(LiveVersions versions) : ITokenUsageProbe
{
    public async Task<IReadOnlyList<string>> ListUsersAsync(
        long tokenId,
        CancellationToken cancellationToken
    ) =>
        [
            .. (await versions.ListAsync(cancellationToken))
                .Where(version => version.Definition.TokenIds.Contains(tokenId))
                .Select(version => version.Definition.Name),
        ];
}
