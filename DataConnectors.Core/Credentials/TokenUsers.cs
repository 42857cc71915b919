namespace DataConnectors.Core.Credentials;

/// <summary>Lists where a token is used, as the features above know it.</summary>
public sealed class TokenUsers(IEnumerable<ITokenUsageProbe> probes)
{
    /// <summary>The names of the data connectors that attach the token in their draft or their live version, each once, by name.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(
        long tokenId,
        CancellationToken cancellationToken
    )
    {
        var names = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var probe in probes)
        {
            names.UnionWith(await probe.ListUsersAsync(tokenId, cancellationToken));
        }

        return [.. names];
    }
}
