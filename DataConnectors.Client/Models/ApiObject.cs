using System.Text.Json;
using System.Text.Json.Serialization;

namespace DataConnectors.Client.Models;

/// <summary>A part of what the API answers. Members that this client does not know are kept, so that a newer server loses nothing.</summary>
public abstract record ApiObject
{
    /// <summary>The members that have no property here, by their names on the wire; null when there are none.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? OtherMembers { get; init; }
}

/// <summary>An object that says of what kind it is.</summary>
public abstract record TypedObject : ApiObject
{
    /// <summary>What kind of object it is, such as <c>data_connector</c>; null where the answer does not say.</summary>
    public string? Type { get; init; }
}
