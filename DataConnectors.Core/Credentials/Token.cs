namespace DataConnectors.Core.Credentials;

/// <summary>An outbound credential, sent as one header with every call of the connectors that attach it.</summary>
public sealed class Token
{
    /// <summary>The id.</summary>
    public long Id { get; init; }

    /// <summary>The name in lists; unique.</summary>
    public string Name { get; set; } = "";

    /// <summary>What it is for; may be empty.</summary>
    public string Description { get; set; } = "";

    /// <summary>The header that carries it, such as <c>Authorization</c> or <c>X-Api-Key</c>.</summary>
    public string HeaderKey { get; set; } = "";

    /// <summary>What stands before the value in the header, such as <c>Bearer</c>, separated by one space; may be empty.</summary>
    public string Prefix { get; set; } = "";

    /// <summary>The value, encrypted by <see cref="ISecretProtector"/>. It is never shown again.</summary>
    public string ProtectedValue { get; set; } = "";

    /// <summary>The only host (and its subdomains) it may be sent to; null for any.</summary>
    public string? Domain { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last sent; null when never. Written at most once a minute.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }
}

/// <summary>What may be known of a token without opening it.</summary>
public sealed record TokenSummary(
    long Id,
    string Name,
    string Description,
    string HeaderKey,
    string Prefix,
    string? Domain,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastUsedAt
);
