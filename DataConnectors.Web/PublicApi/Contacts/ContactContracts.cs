using System.Text.Json;
using System.Text.Json.Serialization;

namespace DataConnectors.Web.PublicApi.Contacts;

/// <summary>How well a contact is known.</summary>
internal enum ContactRole
{
    Visitor,
    Lead,
    User,
}

/// <summary>What is said of a contact. What is left out stays as it is, or is nothing.</summary>
internal sealed record ContactRequest
{
    /// <summary><c>user</c> or <c>lead</c>; <c>user</c> is meant when it is left out of a new contact.</summary>
    public ContactRole? Role { get; init; }

    /// <summary>Your own id of the contact; unique.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The email address; unique among users.</summary>
    public string? Email { get; init; }

    /// <summary>The phone number.</summary>
    public string? Phone { get; init; }

    /// <summary>The full name.</summary>
    public string? Name { get; init; }

    /// <summary>When they signed up, in Unix seconds.</summary>
    public long? SignedUpAt { get; init; }

    /// <summary>When they were last there, in Unix seconds.</summary>
    public long? LastSeenAt { get; init; }

    /// <summary>Values of attributes of people that are defined in the workspace, by name; null clears one.</summary>
    public IReadOnlyDictionary<string, JsonElement>? CustomAttributes { get; init; }
}

/// <summary>Somebody who writes, or may write, to the workspace.</summary>
internal sealed record Contact
{
    /// <summary>Always <c>contact</c>.</summary>
    [JsonPropertyOrder(-1)]
    public string Type => "contact";

    /// <summary>The unique identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The workspace.</summary>
    public required string? WorkspaceId { get; init; }

    /// <summary>Your own id of the contact; null for none.</summary>
    public required string? ExternalId { get; init; }

    /// <summary>How well they are known.</summary>
    public required ContactRole Role { get; init; }

    /// <summary>The email address; null when unknown.</summary>
    public required string? Email { get; init; }

    /// <summary>The phone number; null when unknown.</summary>
    public required string? Phone { get; init; }

    /// <summary>The full name; null when unknown.</summary>
    public required string? Name { get; init; }

    /// <summary>When they were first known, in Unix seconds.</summary>
    public required long CreatedAt { get; init; }

    /// <summary>When they signed up, in Unix seconds; null when unknown.</summary>
    public required long? SignedUpAt { get; init; }

    /// <summary>When they were last there, in Unix seconds; null when unknown.</summary>
    public required long? LastSeenAt { get; init; }

    /// <summary>Values of attributes, by name.</summary>
    public required JsonElement CustomAttributes { get; init; }
}
