using System.Text.Json.Serialization;

namespace DataConnectors.Client.Names;

/// <summary>Whether a connector runs.</summary>
/// <param name="Name">The name as it stands on the wire.</param>
[JsonConverter(typeof(OpenNameConverter<ConnectorState>))]
public readonly record struct ConnectorState(string Name) : IOpenName<ConnectorState>
{
    /// <summary>It is being built and does not run.</summary>
    public static ConnectorState Draft => new("draft");

    /// <summary>It runs.</summary>
    public static ConnectorState Live => new("live");

    /// <summary>The member with this name, known or not.</summary>
    public static ConnectorState Of(string name) => new(name);

    /// <summary>The name as it stands on the wire.</summary>
    public override string ToString() => Name ?? "";
}
