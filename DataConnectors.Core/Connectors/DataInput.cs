namespace DataConnectors.Core.Connectors;

/// <summary>A value gathered before a run, and named by placeholders.</summary>
public sealed record DataInput
{
    /// <summary>The name as in <c>{{order_id}}</c>: a letter, then letters, digits or underscores; unique in the connector.</summary>
    public string Name { get; init; } = "";

    /// <summary>What its values are.</summary>
    public DataInputType Type { get; init; } = DataInputType.Text;

    /// <summary>What Fin is told so that it can ask for the value.</summary>
    public string Description { get; init; } = "";

    /// <summary>Whether a run without a value fails before anything is sent.</summary>
    public bool IsRequired { get; init; } = true;

    /// <summary>The value used when the source gives none; null for none.</summary>
    public string? FallbackValue { get; init; }

    /// <summary>The value that previews use; null for none.</summary>
    public string? ExampleValue { get; init; }

    /// <summary>Where the value comes from.</summary>
    public DataInputSource Source { get; init; } = DataInputSource.FinCollects;

    /// <summary>The attribute read when <see cref="Source"/> is <see cref="DataInputSource.Attribute"/>: <c>person.email</c>.</summary>
    public string? AttributePath { get; init; }

    /// <summary>The fixed value when <see cref="Source"/> is <see cref="DataInputSource.CustomValue"/>.</summary>
    public string? CustomValue { get; init; }
}

/// <summary>What the values of a data input are.</summary>
public enum DataInputType
{
    /// <summary>Text (wire: <c>string</c>).</summary>
    Text,

    /// <summary>A whole number (wire: <c>integer</c>).</summary>
    Number,

    /// <summary>A decimal number (wire: <c>decimal</c>).</summary>
    Decimal,

    /// <summary>True or false (wire: <c>boolean</c>).</summary>
    Boolean,
}

/// <summary>Where the value of a data input comes from.</summary>
public enum DataInputSource
{
    /// <summary>Fin gathers it from the conversation.</summary>
    FinCollects,

    /// <summary>An attribute of the person or the conversation.</summary>
    Attribute,

    /// <summary>A fixed value.</summary>
    CustomValue,
}
