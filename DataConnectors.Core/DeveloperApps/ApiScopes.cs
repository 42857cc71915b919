namespace DataConnectors.Core.DeveloperApps;

/// <summary>What an access token may be good for. The names are the original's.</summary>
public static class ApiScopes
{
    /// <summary>Reads connectors and their execution results.</summary>
    public const string ReadExecutionResults = "read_workflow_connector_execution_result";

    /// <summary>Reads and writes connectors and tokens, and runs connectors.</summary>
    public const string ReadWriteConnectors = "read_write_data_connectors";

    /// <summary>Reads versions.</summary>
    public const string ReadVersions = "read_data_connector_versions";

    /// <summary>Reads versions and changes their notes.</summary>
    public const string ReadWriteVersions = "read_write_data_connector_versions";

    /// <summary>All of them, in the order they are offered.</summary>
    public static IReadOnlyList<string> All { get; } =
    [ReadExecutionResults, ReadWriteConnectors, ReadVersions, ReadWriteVersions];
}
