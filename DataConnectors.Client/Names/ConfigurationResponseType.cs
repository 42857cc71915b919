using System.Text.Json.Serialization;

namespace DataConnectors.Client.Names;

/// <summary>Where an example response comes from.</summary>
/// <param name="Name">The name as it stands on the wire.</param>
[JsonConverter(typeof(OpenNameConverter<ConfigurationResponseType>))]
public readonly record struct ConfigurationResponseType(string Name)
    : IOpenName<ConfigurationResponseType>
{
    /// <summary>A real call answered it.</summary>
    public static ConfigurationResponseType TestResponseType => new("test_response_type");

    /// <summary>Somebody wrote it.</summary>
    public static ConfigurationResponseType MockResponseType => new("mock_response_type");

    /// <summary>The member with this name, known or not.</summary>
    public static ConfigurationResponseType Of(string name) => new(name);

    /// <summary>The name as it stands on the wire.</summary>
    public override string ToString() => Name ?? "";
}
