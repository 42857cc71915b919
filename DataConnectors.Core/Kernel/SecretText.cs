using System.Diagnostics;
using System.Text.Json.Serialization;

namespace DataConnectors.Core.Kernel;

/// <summary>
/// A secret in memory. It cannot be printed, logged or serialized by accident: <see cref="ToString"/> is redacted and the
/// text comes out only through <see cref="Open"/>, which only a transport calls (an architecture test holds the list).
/// </summary>
[DebuggerDisplay("****")]
[JsonConverter(typeof(SecretTextConverter))]
public sealed class SecretText
{
    private readonly string text;

    /// <summary>Takes the secret in.</summary>
    public SecretText(string text) => this.text = text;

    /// <summary>How many characters the secret has; safe to show.</summary>
    public int Length => text.Length;

    /// <summary>The secret itself, for the moment it is written to the wire or encrypted.</summary>
    public string Open() => text;

    /// <inheritdoc/>
    public override string ToString() => "****";
}

/// <summary>Refuses both directions, so that a secret in a serialized type is found at the first test.</summary>
internal sealed class SecretTextConverter : JsonConverter<SecretText>
{
    public override SecretText Read(
        ref System.Text.Json.Utf8JsonReader reader,
        Type typeToConvert,
        System.Text.Json.JsonSerializerOptions options
    ) => throw new NotSupportedException("A secret is never read from JSON.");

    public override void Write(
        System.Text.Json.Utf8JsonWriter writer,
        SecretText value,
        System.Text.Json.JsonSerializerOptions options
    ) => throw new NotSupportedException("A secret is never written to JSON.");
}
