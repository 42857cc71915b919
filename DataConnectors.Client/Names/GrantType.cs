using System.Text.Json.Serialization;

namespace DataConnectors.Client.Names;

/// <summary>How a token is asked for.</summary>
/// <param name="Name">The name as it stands on the wire.</param>
[JsonConverter(typeof(OpenNameConverter<GrantType>))]
public readonly record struct GrantType(string Name) : IOpenName<GrantType>
{
    /// <summary>By an app for itself.</summary>
    public static GrantType ClientCredentials => new("client_credentials");

    /// <summary>With the code that a teammate's consent gave.</summary>
    public static GrantType AuthorizationCode => new("authorization_code");

    /// <summary>With the refresh token of an earlier answer.</summary>
    public static GrantType RefreshToken => new("refresh_token");

    /// <summary>The member with this name, known or not.</summary>
    public static GrantType Of(string name) => new(name);

    /// <summary>The name as it stands on the wire.</summary>
    public override string ToString() => Name ?? "";
}
