using System.Globalization;
using System.Text.Json;
using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.People;

/// <summary>
/// Turns what an API answers into values of attributes, as strictly as loses nothing:
/// <list type="bullet">
/// <item>text takes text, and numbers and truth values as they are written;</item>
/// <item>a whole number takes <c>19</c>, <c>19.0</c> and the text <c>"19"</c> (XML has no numbers), but not <c>19.5</c>, <c>1e3</c> or <c>"019"</c>;</item>
/// <item>a decimal number takes any number, and text that is one, without an exponent;</item>
/// <item>true or false takes itself and the texts <c>"true"</c> and <c>"false"</c> in any case;</item>
/// <item>a date takes ISO 8601: a day stays a day, an instant becomes UTC, and one without an offset is taken for UTC;</item>
/// <item>a list takes a list of scalars, without its nulls, and a single scalar as a list of one.</item>
/// </list>
/// </summary>
public static class AttributeValues
{
    /// <summary>The longest text, in characters.</summary>
    public const int MaxTextLength = 10_000;

    /// <summary>The longest number, in characters.</summary>
    public const int MaxDigits = 40;

    /// <summary>The most elements of a list.</summary>
    public const int MaxListLength = 100;

    /// <summary>The longest text in a list, in characters.</summary>
    public const int MaxListTextLength = 1_000;

    /// <summary>
    /// The value as it is stored, or a phrase that says what was met instead (<c>is an object</c>) and never quotes it.
    /// </summary>
    /// <param name="value">Any JSON but null.</param>
    /// <param name="type">What is wanted.</param>
    public static Outcome<JsonElement, string> Convert(JsonElement value, AttributeType type) =>
        type switch
        {
            AttributeType.List => List(value),
            _ when value.ValueKind is JsonValueKind.Object => "is an object",
            _ when value.ValueKind is JsonValueKind.Array => "is a list",
            AttributeType.Text => Text(value),
            AttributeType.Number => Number(value),
            AttributeType.Decimal => Decimal(value),
            AttributeType.Boolean => Boolean(value),
            AttributeType.Date => Date(value),
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, message: null),
        };

    /// <summary>What an attribute takes, in a sentence: <c>a whole number</c>.</summary>
    public static string NameOf(AttributeType type) =>
        type switch
        {
            AttributeType.Text => "text",
            AttributeType.Number => "a whole number",
            AttributeType.Decimal => "a number",
            AttributeType.Boolean => "true or false",
            AttributeType.Date => "an ISO 8601 date",
            AttributeType.List => "a list",
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, message: null),
        };

    private static Outcome<JsonElement, string> Text(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return ToJson(value.GetRawText());
        }

        return value.GetString()!.Length > MaxTextLength
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"is longer than {MaxTextLength:N0} characters"
            )
            : value;
    }

    private static Outcome<JsonElement, string> Number(JsonElement value)
    {
        if (NumberText(value) is not { } text)
        {
            return NotA("whole number", value);
        }

        var point = text.IndexOf('.', StringComparison.Ordinal);
        return text.Length > MaxDigits ? $"has more than {MaxDigits} digits"
            : text.AsSpan().ContainsAny('e', 'E') ? "has an exponent"
            : point < 0 ? JsonElement.Parse(text)
            : text.AsSpan(point + 1).IndexOfAnyExcept('0') < 0 ? JsonElement.Parse(text[..point])
            : "has decimals";
    }

    private static Outcome<JsonElement, string> Decimal(JsonElement value)
    {
        if (NumberText(value) is not { } text)
        {
            return NotA("number", value);
        }

        return text.Length > MaxDigits
            ? $"has more than {MaxDigits} digits"
            : JsonElement.Parse(text);
    }

    private static Outcome<JsonElement, string> Boolean(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.True or JsonValueKind.False => value,
            JsonValueKind.String when bool.TryParse(value.GetString(), out var isTrue) => ToJson(
                isTrue
            ),
            JsonValueKind.String => "is text that is neither true nor false",
            _ => "is a number",
        };

    private static Outcome<JsonElement, string> Date(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return value.ValueKind == JsonValueKind.Number ? "is a number" : "is true or false";
        }

        if (!value.TryGetDateTime(out var local) || !value.TryGetDateTimeOffset(out var instant))
        {
            return "is text that is no ISO 8601 date";
        }

        if (!value.GetString()!.Contains('T', StringComparison.OrdinalIgnoreCase))
        {
            return value;
        }

        // Without an offset it would be read in the time zone of this machine.
        var utc = local.Kind == DateTimeKind.Unspecified ? local : instant.UtcDateTime;
        return ToJson(
            utc.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)
        );
    }

    private static Outcome<JsonElement, string> List(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            return "is an object";
        }

        List<JsonElement> items =
            value.ValueKind == JsonValueKind.Array
                ? [.. value.EnumerateArray().Where(item => item.ValueKind != JsonValueKind.Null)]
                : [value];
        if (items.Count > MaxListLength)
        {
            return $"has more than {MaxListLength} elements";
        }

        foreach (var item in items)
        {
            if (item.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            {
                return item.ValueKind == JsonValueKind.Array ? "holds lists" : "holds objects";
            }

            if (LengthOf(item) > MaxListTextLength)
            {
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"holds text longer than {MaxListTextLength:N0} characters"
                );
            }
        }

        return ToJson(items);
    }

    private static int LengthOf(JsonElement scalar) =>
        scalar.ValueKind == JsonValueKind.String
            ? scalar.GetString()!.Length
            : scalar.GetRawText().Length;

    /// <summary>The number as it is written; null when it is none.</summary>
    private static string? NumberText(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.String when IsPlainNumber(value.GetString()) => value.GetString(),
            _ => null,
        };

    /// <summary>Digits, perhaps with a sign and a point, as JSON writes numbers: a zero in front makes it a code.</summary>
    private static bool IsPlainNumber(ReadOnlySpan<char> text)
    {
        var digits = text.StartsWith("-") ? text[1..] : text;
        var point = digits.IndexOf('.');
        var whole = point < 0 ? digits : digits[..point];
        return IsDigits(whole)
            && (whole.Length == 1 || whole[0] != '0')
            && (point < 0 || IsDigits(digits[(point + 1)..]));
    }

    private static bool IsDigits(ReadOnlySpan<char> text) =>
        !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');

    private static string NotA(string what, JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? $"is text that is no {what}" : "is true or false";

    private static JsonElement ToJson<T>(T value) => JsonSerializer.SerializeToElement(value);
}
