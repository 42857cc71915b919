using System.Text.Json;
using DataConnectors.Client.Names;

namespace DataConnectors.Client.Models;

/// <summary>A field of the answer.</summary>
public sealed record ResponseField : ApiObject
{
    /// <summary>Its path in the answer, such as <c>order.status</c>.</summary>
    public required string Path { get; init; }

    /// <summary>What its values are.</summary>
    public ResponseFieldType? Type { get; init; }

    /// <summary>A value from the example.</summary>
    public JsonElement? ExampleValue { get; init; }

    /// <summary>Whether it is masked in logs.</summary>
    public bool Redacted { get; init; }

    /// <summary>Whether Fin reads it under <see cref="TransformationType.RedactedAccess"/>.</summary>
    public bool Exposed { get; init; } = true;

    /// <summary>Its key in what Fin reads; null keeps the key.</summary>
    public string? RenamedTo { get; init; }

    /// <summary>What stands there when it is null or missing: JSON, or text for fields of text.</summary>
    public string? Fallback { get; init; }

    /// <summary>What is done with the value, in this order.</summary>
    public IReadOnlyList<FieldTransformation>? Transformations { get; init; }
}

/// <summary>One step of what is done with a field's value.</summary>
/// <param name="Kind">Which, such as <c>truncate</c>.</param>
/// <param name="Settings">Its settings by name; null for none.</param>
public sealed record FieldTransformation(
    string Kind,
    IReadOnlyDictionary<string, string>? Settings = null
);
