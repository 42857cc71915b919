namespace DataConnectors.Client.Models;

/// <summary>Who an access token acts for.</summary>
public sealed record Identity : TypedObject
{
    /// <summary>The teammate's id.</summary>
    public string Id { get; init; } = "";

    /// <summary>The teammate's name.</summary>
    public string? Name { get; init; }

    /// <summary>The teammate's email address.</summary>
    public string? Email { get; init; }

    /// <summary>The workspace.</summary>
    public WorkspaceApp? App { get; init; }
}

/// <summary>A workspace.</summary>
public sealed record WorkspaceApp : TypedObject
{
    /// <summary>Its short id.</summary>
    public string? IdCode { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Where its data lies.</summary>
    public string? Region { get; init; }
}
