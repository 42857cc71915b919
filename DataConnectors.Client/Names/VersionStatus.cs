using System.Text.Json.Serialization;

namespace DataConnectors.Client.Names;

/// <summary>What a version is now.</summary>
/// <param name="Name">The name as it stands on the wire.</param>
[JsonConverter(typeof(OpenNameConverter<VersionStatus>))]
public readonly record struct VersionStatus(string Name) : IOpenName<VersionStatus>
{
    /// <summary>It runs.</summary>
    public static VersionStatus Live => new("live");

    /// <summary>It ran last, and the connector is paused.</summary>
    public static VersionStatus Paused => new("paused");

    /// <summary>It is being edited.</summary>
    public static VersionStatus Draft => new("draft");

    /// <summary>It ran before.</summary>
    public static VersionStatus PreviouslyLive => new("previously_live");

    /// <summary>The member with this name, known or not.</summary>
    public static VersionStatus Of(string name) => new(name);

    /// <summary>The name as it stands on the wire.</summary>
    public override string ToString() => Name ?? "";
}
