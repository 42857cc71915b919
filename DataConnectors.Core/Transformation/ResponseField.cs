namespace DataConnectors.Core.Transformation;

/// <summary>What becomes of one field of the answer.</summary>
/// <param name="Path">Where it stands, in the syntax of <see cref="FieldPath"/>: <c>customer.email</c>, <c>items[].name</c>.</param>
/// <param name="RenamedTo">The key it has instead of its own, at the same place; null or empty keeps its own.</param>
/// <param name="Fallback">
/// What stands there when the answer has null or nothing: plain text for a text field, a JSON value for others (text when it is
/// no JSON). Null for none: null then stays null, and what is missing stays missing.
/// </param>
/// <param name="Type">What is expected there.</param>
/// <param name="IsExposed">Whether Fin may see it.</param>
/// <param name="IsRedacted">Whether it is masked in logs.</param>
public sealed record ResponseField(
    string Path,
    string? RenamedTo,
    string? Fallback,
    FieldType Type,
    bool IsExposed,
    bool IsRedacted
);
