using System.Text.Json;

namespace DataConnectors.Core.Transformation;

/// <summary>What an answer turned out to be.</summary>
public enum ResponseFormat
{
    /// <summary>Nothing, or white space.</summary>
    Empty,

    /// <summary>JSON.</summary>
    Json,

    /// <summary>XML, turned into JSON.</summary>
    Xml,

    /// <summary>Text of any other kind, HTML among them: one JSON string.</summary>
    Text,
}

/// <summary>An answer as JSON. Numbers keep their digits as they were sent.</summary>
/// <param name="Root">The value; it owns its memory.</param>
/// <param name="Format">What it was.</param>
public sealed record ParsedResponse(JsonElement Root, ResponseFormat Format)
{
    /// <summary>The answer without a body: JSON null.</summary>
    public static ParsedResponse Empty { get; } =
        new(JsonElement.Parse("null"u8), ResponseFormat.Empty);
}
