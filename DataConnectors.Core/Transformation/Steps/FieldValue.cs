using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace DataConnectors.Core.Transformation.Steps;

/// <summary>What a value on its way through transformations is.</summary>
internal enum FieldValueKind
{
    /// <summary>Nothing stands there.</summary>
    Missing,
    Null,
    Text,
    Number,
    Boolean,
    List,
    Object,

    /// <summary>A step could not take what it got; see <see cref="FieldValue.Refusal"/>.</summary>
    Refused,
}

/// <summary>A value between two transformations. What comes from the answer is read only when a step asks for it.</summary>
internal readonly struct FieldValue
{
    /// <summary>A string (text, or the digits of a number), a boxed decimal or bool, elements, members, or a refusal.</summary>
    private readonly object? held;
    private readonly JsonElement element;

    private FieldValue(FieldValueKind kind, object? held)
    {
        Kind = kind;
        this.held = held;
    }

    private FieldValue(FieldValueKind kind, JsonElement element)
    {
        Kind = kind;
        this.element = element;
    }

    public static FieldValue Missing => default;

    public static FieldValue Null { get; } = new(FieldValueKind.Null, held: null);

    public FieldValueKind Kind { get; }

    /// <summary>Whether there is nothing for a step to take.</summary>
    public bool IsNothing => Kind is FieldValueKind.Missing or FieldValueKind.Null;

    public bool IsScalar =>
        Kind is FieldValueKind.Text or FieldValueKind.Number or FieldValueKind.Boolean;

    /// <summary>How long a text made by a step is; 0 for anything else, and for what came with the answer.</summary>
    public int TextLength => (held as string)?.Length ?? 0;

    /// <summary>Why a step refused; null when none did.</summary>
    public Refusal? Refusal => held as Refusal;

    public static implicit operator FieldValue(string text) => new(FieldValueKind.Text, text);

    public static implicit operator FieldValue(decimal number) =>
        new(FieldValueKind.Number, number);

    public static implicit operator FieldValue(bool truth) => new(FieldValueKind.Boolean, truth);

    public static implicit operator FieldValue(Refusal refusal) =>
        new(FieldValueKind.Refused, refusal);

    public static FieldValue List(IReadOnlyList<FieldValue> elements) =>
        new(FieldValueKind.List, elements);

    public static FieldValue Object(IReadOnlyList<KeyValuePair<string, FieldValue>> members) =>
        new(FieldValueKind.Object, members);

    public static FieldValue Of(JsonElement element) =>
        new(
            element.ValueKind switch
            {
                JsonValueKind.Undefined => FieldValueKind.Missing,
                JsonValueKind.Null => FieldValueKind.Null,
                JsonValueKind.String => FieldValueKind.Text,
                JsonValueKind.Number => FieldValueKind.Number,
                JsonValueKind.Array => FieldValueKind.List,
                JsonValueKind.Object => FieldValueKind.Object,
                _ => FieldValueKind.Boolean,
            },
            element
        );

    /// <summary>A scalar as text: digits as they were sent, <c>true</c> and <c>false</c>.</summary>
    public bool TryText(out string text)
    {
        text = Kind switch
        {
            FieldValueKind.Text => held as string ?? element.GetString()!,
            FieldValueKind.Number => held is null
                ? element.GetRawText()
                : ((decimal)held).ToString(CultureInfo.InvariantCulture),
            FieldValueKind.Boolean => IsTrue ? "true" : "false",
            _ => "",
        };
        return IsScalar;
    }

    /// <summary>A number, or text that is one, when it can be counted with exactly.</summary>
    public bool TryNumber(out decimal number)
    {
        number = 0;
        return Kind switch
        {
            FieldValueKind.Number when held is decimal known => (number = known) == known,
            FieldValueKind.Number => ExactDecimal.TryParse(
                JsonMarshal.GetRawUtf8Value(element),
                out number
            ),
            FieldValueKind.Text => TryText(out var text) && ExactDecimal.TryParse(text, out number),
            _ => false,
        };
    }

    public bool IsTrue => held as bool? ?? element.ValueKind == JsonValueKind.True;

    /// <summary>The elements of a list; none for anything else.</summary>
    public IReadOnlyList<FieldValue> Elements() =>
        Kind != FieldValueKind.List ? []
        : held is IReadOnlyList<FieldValue> known ? known
        : [.. element.EnumerateArray().Select(Of)];

    /// <summary>The field of an object; missing for anything else.</summary>
    public FieldValue Field(string key)
    {
        if (Kind != FieldValueKind.Object)
        {
            return Missing;
        }

        if (held is IReadOnlyList<KeyValuePair<string, FieldValue>> members)
        {
            return members.FirstOrDefault(member => member.Key == key).Value;
        }

        return element.TryGetProperty(key, out var found) ? Of(found) : Missing;
    }

    /// <summary>Writes the value; nothing is written as null.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        switch (held)
        {
            case null when element.ValueKind != JsonValueKind.Undefined:
                element.WriteTo(writer);
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case IReadOnlyList<FieldValue> elements:
                writer.WriteStartArray();
                foreach (var item in elements)
                {
                    item.WriteTo(writer);
                }

                writer.WriteEndArray();
                break;
            case IReadOnlyList<KeyValuePair<string, FieldValue>> members:
                writer.WriteStartObject();
                foreach (var (key, value) in members)
                {
                    writer.WritePropertyName(key);
                    value.WriteTo(writer);
                }

                writer.WriteEndObject();
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    /// <summary>What it is, for people: never the value itself.</summary>
    public string Describe() =>
        Kind switch
        {
            FieldValueKind.Text => "text",
            FieldValueKind.Number => "a number",
            FieldValueKind.Boolean => "true or false",
            FieldValueKind.List => "a list",
            FieldValueKind.Object => "an object",
            _ => "nothing",
        };
}
