namespace DataConnectors.Core.Transformation;

public enum FieldType
{
    Unknown,
    Text,
    Integer,
    Decimal,
    Boolean,
    DateTime,
    Object,
    List,
}

public sealed record ResponseField(
    string Path,
    string? RenamedTo,
    string? Fallback,
    FieldType Type,
    bool IsExposed,
    bool IsRedacted
);
