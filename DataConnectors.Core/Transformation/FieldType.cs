namespace DataConnectors.Core.Transformation;

/// <summary>What stands at a path of an answer.</summary>
public enum FieldType
{
    /// <summary>Only null, or nothing, was seen.</summary>
    Unknown,

    /// <summary>Text, or scalars of several kinds.</summary>
    Text,

    /// <summary>A number without point and exponent.</summary>
    Integer,

    /// <summary>Any other number.</summary>
    Decimal,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>Text that holds an ISO 8601 date or instant.</summary>
    DateTime,

    /// <summary>Named fields.</summary>
    Object,

    /// <summary>Elements in order.</summary>
    List,
}
