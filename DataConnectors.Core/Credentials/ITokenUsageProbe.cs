namespace DataConnectors.Core.Credentials;

/// <summary>Asks a feature above this one where it uses a token. Each feature that attaches tokens registers one.</summary>
public interface ITokenUsageProbe
{
    /// <summary>The names of what uses the token; empty when nothing does.</summary>
    Task<IReadOnlyList<string>> ListUsersAsync(long tokenId, CancellationToken cancellationToken);
}
