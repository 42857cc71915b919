using System.Text.Json;
using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.CustomObjects;

/// <summary>Reads what tells one custom object from another.</summary>
public static class ObjectIdentity
{
    /// <summary>The longest external id, in characters.</summary>
    public const int MaxLength = 200;

    /// <summary>
    /// The external id: text as it is, a number with the digits it was sent with. Else a phrase that says what stands there instead
    /// (<c>is missing</c>) and never quotes it.
    /// </summary>
    public static Outcome<ExternalId, string> Read(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return Checked(value.GetString()!);
            case JsonValueKind.Number:
                return Checked(value.GetRawText());
            case JsonValueKind.Undefined:
                return "is missing";
            case JsonValueKind.Null:
                return "is null";
            case JsonValueKind.Object:
                return "is an object";
            case JsonValueKind.Array:
                return "is a list";
            default:
                return "is true or false";
        }
    }

    private static Outcome<ExternalId, string> Checked(string id)
    {
        if (string.IsNullOrWhiteSpace(id))
        {
            return "is empty";
        }

        return id.Length > MaxLength
            ? $"is longer than {MaxLength} characters"
            : new ExternalId(id);
    }
}

/// <summary>What an API calls an object.</summary>
/// <param name="Text">1 to <see cref="ObjectIdentity.MaxLength"/> characters.</param>
public readonly record struct ExternalId(string Text);
