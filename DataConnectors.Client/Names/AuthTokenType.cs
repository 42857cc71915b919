using System.Text.Json.Serialization;

namespace DataConnectors.Client.Names;

/// <summary>How a token gets its value.</summary>
/// <param name="Name">The name as it stands on the wire.</param>
[JsonConverter(typeof(OpenNameConverter<AuthTokenType>))]
public readonly record struct AuthTokenType(string Name) : IOpenName<AuthTokenType>
{
    /// <summary>It was typed in.</summary>
    public static AuthTokenType Text => new("text");

    /// <summary>It is fetched with client credentials.</summary>
    public static AuthTokenType Oauth => new("oauth");

    /// <summary>The member with this name, known or not.</summary>
    public static AuthTokenType Of(string name) => new(name);

    /// <summary>The name as it stands on the wire.</summary>
    public override string ToString() => Name ?? "";
}
