using System.Text.Json.Serialization;

namespace DataConnectors.Client.Names;

/// <summary>Whom a connector is for.</summary>
/// <param name="Name">The name as it stands on the wire.</param>
[JsonConverter(typeof(OpenNameConverter<AudienceRole>))]
public readonly record struct AudienceRole(string Name) : IOpenName<AudienceRole>
{
    /// <summary>People who left a way to be reached.</summary>
    public static AudienceRole Leads => new("leads");

    /// <summary>People who are signed in.</summary>
    public static AudienceRole Users => new("users");

    /// <summary>People of whom nothing is known.</summary>
    public static AudienceRole Visitors => new("visitors");

    /// <summary>The member with this name, known or not.</summary>
    public static AudienceRole Of(string name) => new(name);

    /// <summary>The name as it stands on the wire.</summary>
    public override string ToString() => Name ?? "";
}
