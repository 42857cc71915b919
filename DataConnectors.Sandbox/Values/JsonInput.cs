using System.Buffers;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Jint;
using Jint.Native;

namespace DataConnectors.Sandbox.Values;

/// <summary>
/// Makes values of one interpreter from JSON. A whole number beyond 2^53 becomes a BigInt, so that no digit is lost; every other number
/// becomes a Number, as with <c>JSON.parse</c>. The last of equal names counts.
/// </summary>
internal sealed class JsonInput(Engine engine)
{
    private const int MaxDepth = 512;
    private const long MaxSafeInteger = (1L << 53) - 1;

    // Seventeen digits are beyond 2^53 for sure, fifteen within.
    private const int MaxSafeDigits = 15;

    /// <summary>Whether a whole number was too large for a Number.</summary>
    public bool HasBigIntegers { get; private set; }

    /// <summary>The value of one JSON document.</summary>
    public JsValue Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth });
        reader.Read();
        return Value(ref reader);
    }

    private JsValue Value(ref Utf8JsonReader reader) =>
        reader.TokenType switch
        {
            JsonTokenType.StartObject => Object(ref reader),
            JsonTokenType.StartArray => Array(ref reader),
            JsonTokenType.String => JsString.Create(reader.GetString()!),
            JsonTokenType.Number => Number(ref reader),
            JsonTokenType.True => JsBoolean.True,
            JsonTokenType.False => JsBoolean.False,
            _ => JsValue.Null,
        };

    private JsObject Object(ref Utf8JsonReader reader)
    {
        var instance = new JsObject(engine);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            instance.FastSetDataProperty(name, Value(ref reader));
        }

        return instance;
    }

    private JsArray Array(ref Utf8JsonReader reader)
    {
        var items = new List<JsValue>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Value(ref reader));
        }

        return new JsArray(engine, items.ToArray());
    }

    private JsValue Number(ref Utf8JsonReader reader)
    {
        if (reader.TryGetInt64(out var integer))
        {
            return integer is >= -MaxSafeInteger and <= MaxSafeInteger
                ? new JsNumber(integer)
                : Big(integer);
        }

        var literal = reader.ValueSpan;
        return literal.Length > MaxSafeDigits && literal.IndexOfAnyExcept(Digits) < 0
            ? Big(
                BigInteger.Parse(
                    Encoding.ASCII.GetString(literal),
                    System.Globalization.CultureInfo.InvariantCulture
                )
            )
            : new JsNumber(reader.GetDouble());
    }

    private JsBigInt Big(BigInteger integer)
    {
        HasBigIntegers = true;
        return new JsBigInt(integer);
    }

    private static readonly SearchValues<byte> Digits = SearchValues.Create("-0123456789"u8);
}
