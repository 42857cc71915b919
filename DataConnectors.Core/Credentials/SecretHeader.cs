using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Credentials;

/// <summary>A header whose value only a transport may open.</summary>
/// <param name="Name">The header's name.</param>
/// <param name="Value">Prefix and token value together, as sent.</param>
/// <param name="Domain">The only host (and its subdomains) it may be sent to; null for any.</param>
/// <param name="TokenName">The token it came from, for messages.</param>
public sealed record SecretHeader(string Name, SecretText Value, string? Domain, string TokenName)
{
    /// <summary>The token it came from; 0 where a header only stands for one, as in a description.</summary>
    public long TokenId { get; init; }
}
