namespace DataConnectors.Core.Workspace;

/// <summary>What the operator says of the workspace. Section <c>Workspace</c> of the configuration.</summary>
public sealed class WorkspaceOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string Section = "Workspace";

    /// <summary>Whether it is a test workspace, in which Fin answers nobody by itself; false by default.</summary>
    public bool IsTest { get; init; }
}
