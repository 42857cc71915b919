using System.Text.Json.Serialization;

namespace DataConnectors.Client.Names;

/// <summary>What transformation code is written in.</summary>
/// <param name="Name">The name as it stands on the wire.</param>
[JsonConverter(typeof(OpenNameConverter<TransformationLanguage>))]
public readonly record struct TransformationLanguage(string Name)
    : IOpenName<TransformationLanguage>
{
    /// <summary>Python.</summary>
    public static TransformationLanguage Python => new("python");

    /// <summary>JavaScript.</summary>
    public static TransformationLanguage Javascript => new("javascript");

    /// <summary>The member with this name, known or not.</summary>
    public static TransformationLanguage Of(string name) => new(name);

    /// <summary>The name as it stands on the wire.</summary>
    public override string ToString() => Name ?? "";
}
