using DataConnectors.Client.Names;

namespace DataConnectors.Client.Models;

/// <summary>A data connector as lists show it.</summary>
public record DataConnector : TypedObject
{
    /// <summary>The id.</summary>
    public string Id { get; init; } = "";

    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>What Fin reads to choose it.</summary>
    public string? Description { get; init; }

    /// <summary>Whether it runs.</summary>
    public ConnectorState State { get; init; }

    /// <summary>The method of the call.</summary>
    public HttpMethodName? HttpMethod { get; init; }

    /// <summary>Whether Fin triggers it by itself.</summary>
    public bool DirectFinUsage { get; init; }

    /// <summary>The teammate who created it.</summary>
    public string? CreatedByAdminId { get; init; }

    /// <summary>The teammate who changed it last.</summary>
    public string? UpdatedByAdminId { get; init; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was changed last.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The path of its execution results.</summary>
    public string? ExecutionResultsUrl { get; init; }
}
