namespace DataConnectors.Web.Components.Connectors.Builder.Data;

/// <summary>Asks for a field to be shown; each asks once, also for the same field again.</summary>
public sealed class FieldJump(string path)
{
    /// <summary>Where it stands in the definition: <c>responseFields[2].fallback</c>.</summary>
    public string Path { get; } = path;
}
