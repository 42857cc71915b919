using System.Text.Json.Serialization;

namespace DataConnectors.Client.Names;

/// <summary>Which of a connector's two definitions is meant.</summary>
/// <param name="Name">The name as it stands on the wire.</param>
[JsonConverter(typeof(OpenNameConverter<StateVersion>))]
public readonly record struct StateVersion(string Name) : IOpenName<StateVersion>
{
    /// <summary>What is being edited.</summary>
    public static StateVersion Draft => new("draft");

    /// <summary>What runs.</summary>
    public static StateVersion Live => new("live");

    /// <summary>The member with this name, known or not.</summary>
    public static StateVersion Of(string name) => new(name);

    /// <summary>The name as it stands on the wire.</summary>
    public override string ToString() => Name ?? "";
}
