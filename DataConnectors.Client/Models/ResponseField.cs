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
}
