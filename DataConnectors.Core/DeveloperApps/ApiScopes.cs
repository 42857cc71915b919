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

    /// <summary>Reads conversations, and why Fin said what it said.</summary>
    public const string ReadConversations = "read_conversations";

    /// <summary>Talks to Fin for users, whom it vouches for, and reads and writes conversations.</summary>
    public const string WriteConversations = "write_conversations";

    /// <summary>Reads contacts.</summary>
    public const string ReadUsers = "read_users";

    /// <summary>Reads and writes contacts.</summary>
    public const string WriteUsers = "write_users";

    /// <summary>All of them, in the order they are offered.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        ReadExecutionResults,
        ReadWriteConnectors,
        ReadVersions,
        ReadWriteVersions,
        ReadConversations,
        WriteConversations,
        ReadUsers,
        WriteUsers,
    ];
}
