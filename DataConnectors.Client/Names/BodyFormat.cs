using System.Text.Json.Serialization;

namespace DataConnectors.Client.Names;

/// <summary>How values in a body are encoded, and which content type is sent.</summary>
/// <param name="Name">The name as it stands on the wire.</param>
[JsonConverter(typeof(OpenNameConverter<BodyFormat>))]
public readonly record struct BodyFormat(string Name) : IOpenName<BodyFormat>
{
    /// <summary>JSON.</summary>
    public static BodyFormat Json => new("json");

    /// <summary>A form.</summary>
    public static BodyFormat Form => new("form");

    /// <summary>Text as it is.</summary>
    public static BodyFormat Text => new("text");

    /// <summary>The member with this name, known or not.</summary>
    public static BodyFormat Of(string name) => new(name);

    /// <summary>The name as it stands on the wire.</summary>
    public override string ToString() => Name ?? "";
}
