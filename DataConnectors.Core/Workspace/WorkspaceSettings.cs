namespace DataConnectors.Core.Workspace;

/// <summary>The one workspace of this installation.</summary>
public sealed class WorkspaceSettings
{
    /// <summary>The id; a single row exists.</summary>
    public long Id { get; init; }

    /// <summary>The company's name, shown in the console and in the Messenger.</summary>
    public string Name { get; set; } = "";

    /// <summary>When the workspace was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The short code by which programs know the workspace; never changes.</summary>
    public string IdCode => Workspace.IdCode.Of(Id);
}
