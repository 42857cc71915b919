using DataConnectors.Core.Connectors;
using Microsoft.AspNetCore.Components;

namespace DataConnectors.Web.Components.Connectors.Builder;

/// <summary>What every panel of the builder gets: the draft, and a way to change it.</summary>
public abstract class BuilderPanel : ComponentBase
{
    /// <summary>The draft as it is now.</summary>
    [Parameter, EditorRequired]
    public ConnectorDefinition Definition { get; set; } = new();

    /// <summary>Applies an edit to the draft as it is then, so that two edits in a row both count.</summary>
    [Parameter, EditorRequired]
    public Action<Func<ConnectorDefinition, ConnectorDefinition>> Edit { get; set; } =
        static _ => { };
}
