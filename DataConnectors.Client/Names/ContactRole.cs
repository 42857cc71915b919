using System.Text.Json.Serialization;

namespace DataConnectors.Client.Names;

/// <summary>How well a contact is known.</summary>
/// <param name="Name">The name as it stands on the wire.</param>
[JsonConverter(typeof(OpenNameConverter<ContactRole>))]
public readonly record struct ContactRole(string Name) : IOpenName<ContactRole>
{
    /// <summary>Has an account.</summary>
    public static ContactRole User => new("user");

    /// <summary>Left an address, and has no account.</summary>
    public static ContactRole Lead => new("lead");

    /// <summary>Nothing is known.</summary>
    public static ContactRole Visitor => new("visitor");

    /// <summary>The member with this name, known or not.</summary>
    public static ContactRole Of(string name) => new(name);

    /// <summary>The name as it stands on the wire.</summary>
    public override string ToString() => Name ?? "";
}
