using System.Text.Json.Serialization;
using DataConnectors.Web.PublicApi.Requests;

namespace DataConnectors.Web.PublicApi.AuthTokens;

/// <summary>How a token comes by its value.</summary>
internal enum AuthTokenTypeName
{
    Text,
}

/// <summary>A token to be made.</summary>
[Needed("name")]
[Needed("token_value")]
[Needed("request_header_key")]
internal sealed record CreateAuthTokenRequest
{
    /// <summary>The name; needed, unique.</summary>
    public string? Name { get; init; }

    /// <summary>How it comes by its value: <c>text</c>, which is meant when it is left out.</summary>
    [Refusal("Invalid token_type. Must be: text")]
    public AuthTokenTypeName? TokenType { get; init; }

    /// <summary>The value; needed, never shown again.</summary>
    public string? TokenValue { get; init; }

    /// <summary>The header that carries it, such as <c>Authorization</c>; needed.</summary>
    public string? RequestHeaderKey { get; init; }

    /// <summary>What stands before the value, such as <c>Bearer</c>.</summary>
    public string? TokenPrefix { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>The only host, with its subdomains, that it may be sent to; null for any.</summary>
    public string? Domain { get; init; }
}

/// <summary>A token without its value.</summary>
internal sealed record AuthToken
{
    /// <summary>Always <c>auth_token</c>.</summary>
    [JsonPropertyOrder(-1)]
    public string Type => "auth_token";

    /// <summary>The unique identifier, for <c>token_ids</c> of data connectors.</summary>
    public required string Id { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>How it comes by its value.</summary>
    public AuthTokenTypeName TokenType { get; } = AuthTokenTypeName.Text;

    /// <summary>The header that carries it.</summary>
    public required string RequestHeaderKey { get; init; }

    /// <summary>What stands before the value.</summary>
    public required string TokenPrefix { get; init; }

    /// <summary>What it is for.</summary>
    public required string Description { get; init; }

    /// <summary>The only host that it may be sent to; null for any.</summary>
    public required string? Domain { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last sent; null when never.</summary>
    public required DateTimeOffset? LastUsedAt { get; init; }
}

/// <summary>Every token, by name.</summary>
/// <param name="Data">The tokens.</param>
internal sealed record AuthTokenList(IReadOnlyList<AuthToken> Data)
{
    /// <summary>Always <c>list</c>.</summary>
    [JsonPropertyOrder(-1)]
    public string Type => "list";
}

/// <summary>A token that is gone.</summary>
/// <param name="Id">What it was known by.</param>
internal sealed record DeletedAuthTokenObject(string Id)
{
    /// <summary>Always <c>auth_token</c>.</summary>
    public string Object { get; } = "auth_token";

    /// <summary>Always true.</summary>
    public bool Deleted { get; } = true;
}
