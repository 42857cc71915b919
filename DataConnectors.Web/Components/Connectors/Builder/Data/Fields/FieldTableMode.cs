namespace DataConnectors.Web.Components.Connectors.Builder.Data.Fields;

/// <summary>What a field table is for.</summary>
public enum FieldTableMode
{
    /// <summary>Choosing what Fin reads, and how.</summary>
    Choose,

    /// <summary>Only marking what is masked in logs.</summary>
    Redact,
}
