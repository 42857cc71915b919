using DataConnectors.Client.Names;

namespace DataConnectors.Client.Models;

/// <summary>The workspace and what it has, by name.</summary>
public sealed record FinSdkManifest : ApiObject
{
    /// <summary>The workspace.</summary>
    public FinSdkWorkspace? Workspace { get; init; }

    /// <summary>Its connectors, the one changed last first.</summary>
    public IReadOnlyList<FinSdkListed> DataConnectors { get; init; } = [];

    /// <summary>Its procedures.</summary>
    public IReadOnlyList<FinSdkListed> Procedures { get; init; } = [];

    /// <summary>Its tasks.</summary>
    public IReadOnlyList<FinSdkListed> Tasks { get; init; } = [];

    /// <summary>Its guidance.</summary>
    public IReadOnlyList<FinSdkListed> Guidance { get; init; } = [];
}

/// <summary>The workspace.</summary>
public sealed record FinSdkWorkspace : ApiObject
{
    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Its id.</summary>
    public string? AppId { get; init; }

    /// <summary>The short code by which programs know it.</summary>
    public string? AppIdCode { get; init; }
}

/// <summary>Something of the workspace.</summary>
public sealed record FinSdkListed : ApiObject
{
    /// <summary>The id.</summary>
    public string Id { get; init; } = "";

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>Whether it runs; null for what has no such state.</summary>
    public ConnectorState? State { get; init; }
}

/// <summary>The audiences of the workspace.</summary>
public sealed record FinSdkAudiences : ApiObject
{
    /// <summary>The audiences.</summary>
    public IReadOnlyList<FinSdkListed> Audiences { get; init; } = [];
}
