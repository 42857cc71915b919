using DataConnectors.Client.Names;

namespace DataConnectors.Client.Models;

/// <summary>A state of a connector's configuration that is kept.</summary>
public sealed record DataConnectorVersion : TypedObject
{
    /// <summary>The id.</summary>
    public string Id { get; init; } = "";

    /// <summary>What it is now.</summary>
    public VersionStatus Status { get; init; }

    /// <summary>What was written about it when it was published, or later.</summary>
    public string? Note { get; init; }

    /// <summary>Who made it.</summary>
    public Author? Author { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The number that counts the connector's versions.</summary>
    public string? EntityVersionId { get; init; }
}

/// <summary>A teammate who did something.</summary>
public sealed record Author : TypedObject
{
    /// <summary>The id.</summary>
    public string? Id { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The email address.</summary>
    public string? Email { get; init; }
}

/// <summary>A change of a version. Nothing else of one can change.</summary>
/// <param name="Note">What is written about it.</param>
public sealed record VersionChanges(string Note);
