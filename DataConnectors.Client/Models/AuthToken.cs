using DataConnectors.Client.Names;

namespace DataConnectors.Client.Models;

/// <summary>A credential that connectors send. Its value is never given.</summary>
public sealed record AuthToken : TypedObject
{
    /// <summary>The id, as in <see cref="DataConnectorMembers.TokenIds"/>.</summary>
    public string Id { get; init; } = "";

    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>How it gets its value.</summary>
    public AuthTokenType? TokenType { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>The header in which it is sent.</summary>
    public string? RequestHeaderKey { get; init; }

    /// <summary>What stands before the value, such as <c>Bearer</c>.</summary>
    public string? TokenPrefix { get; init; }

    /// <summary>The only host to which it is sent; null for every host.</summary>
    public string? Domain { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was sent last; null for never.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }
}

/// <summary>A token to be created.</summary>
public sealed record NewAuthToken
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>How it gets its value.</summary>
    public AuthTokenType TokenType { get; init; } = AuthTokenType.Text;

    /// <summary>The secret.</summary>
    public required string TokenValue { get; init; }

    /// <summary>The header in which it is sent.</summary>
    public required string RequestHeaderKey { get; init; }

    /// <summary>What stands before the value, such as <c>Bearer</c>; null for nothing.</summary>
    public string? TokenPrefix { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>The only host to which it is sent; null for every host.</summary>
    public string? Domain { get; init; }

    /// <summary>Without the secret, so that a log of it harms nobody.</summary>
    public override string ToString() => $"NewAuthToken {{ Name = {Name} }}";
}
