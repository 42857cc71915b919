namespace DataConnectors.Client.Models;

/// <summary>Says that something was deleted.</summary>
public sealed record Deleted : ApiObject
{
    /// <summary>The id of what was deleted.</summary>
    public string Id { get; init; } = "";

    /// <summary>What kind of object it was.</summary>
    public string? Object { get; init; }

    /// <summary>Whether it is gone.</summary>
    [System.Text.Json.Serialization.JsonPropertyName("deleted")]
    public bool IsDeleted { get; init; }
}
