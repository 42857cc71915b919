using DataConnectors.Core.Connectors;

namespace DataConnectors.Core.Agent;

/// <summary>Why Fin may not choose a live connector.</summary>
public static class SkipReasons
{
    /// <summary>The Fin tab says so.</summary>
    public const string Disabled = "Disabled: manual trigger only";

    /// <summary>The reason, or null when Fin may choose it.</summary>
    public static string? For(ConnectorDefinition definition) =>
        definition.DirectFinUsage ? null : Disabled;
}
