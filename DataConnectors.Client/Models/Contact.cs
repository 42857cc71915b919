using System.Text.Json;
using DataConnectors.Client.Names;
using DataConnectors.Client.Serialization;

namespace DataConnectors.Client.Models;

/// <summary>Somebody who writes, or may write, to the workspace.</summary>
public sealed record Contact : TypedObject
{
    /// <summary>The id.</summary>
    public string Id { get; init; } = "";

    /// <summary>Your own id; null for none.</summary>
    public string? ExternalId { get; init; }

    /// <summary>How well they are known.</summary>
    public ContactRole Role { get; init; }

    /// <summary>The email address; null when unknown.</summary>
    public string? Email { get; init; }

    /// <summary>The phone number; null when unknown.</summary>
    public string? Phone { get; init; }

    /// <summary>The full name; null when unknown.</summary>
    public string? Name { get; init; }

    /// <summary>When they were first known.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When they signed up; null when unknown.</summary>
    public DateTimeOffset? SignedUpAt { get; init; }

    /// <summary>When they were last there; null when unknown.</summary>
    public DateTimeOffset? LastSeenAt { get; init; }

    /// <summary>Values of attributes, by name.</summary>
    public IReadOnlyDictionary<string, JsonElement> CustomAttributes { get; init; } =
        new Dictionary<string, JsonElement>();
}

/// <summary>What is said of a contact. What is not set stays as it is; null clears it.</summary>
public sealed record ContactMembers
{
    /// <summary>User or lead.</summary>
    public Optional<ContactRole> Role { get; init; }

    /// <summary>Your own id; unique.</summary>
    public Optional<string?> ExternalId { get; init; }

    /// <summary>The email address; unique among users.</summary>
    public Optional<string?> Email { get; init; }

    /// <summary>The phone number.</summary>
    public Optional<string?> Phone { get; init; }

    /// <summary>The full name.</summary>
    public Optional<string?> Name { get; init; }

    /// <summary>When they signed up, in Unix seconds.</summary>
    public Optional<long?> SignedUpAt { get; init; }

    /// <summary>When they were last there, in Unix seconds.</summary>
    public Optional<long?> LastSeenAt { get; init; }

    /// <summary>Values of attributes that are defined, by name.</summary>
    public IReadOnlyDictionary<string, JsonElement>? CustomAttributes { get; init; }
}
