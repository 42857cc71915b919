using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DataConnectors.Core.Scripting.JavaScript.Wire;
using DataConnectors.Sandbox.Running;
using Jint;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime;

namespace DataConnectors.Sandbox.Values;

/// <summary>
/// Writes a value as JSON, by the rules of <c>JSON.stringify</c> with these differences: a BigInt is a number with all its digits, and
/// NaN, infinity, a cycle, too many levels and too many bytes are faults that name the place instead of null or an error. It does not
/// use the script's JSON.stringify, which it could have replaced; what it does run of the script is what JSON.stringify would: toJSON,
/// getters and proxies, all within the run's limits.
/// </summary>
internal sealed class JsonResult : IDisposable
{
    private const double MaxSafeInteger = 9_007_199_254_740_991;
    private const int ChecksEvery = 256;
    private const int MaxPlaceLength = 200;

    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
        MaxDepth = int.MaxValue,
    };

    private readonly Engine engine;
    private readonly WorkerLimits limits;
    private readonly string subject;
    private readonly ArrayBufferWriter<byte> buffer = new();
    private readonly Utf8JsonWriter json;
    private readonly List<ObjectInstance> parents = [];
    private readonly List<(string Name, bool IsItem)> place = [];
    private bool isForPeople;
    private int visited;

    /// <param name="engine">Whose values these are.</param>
    /// <param name="limits">How large and how deep it may be.</param>
    /// <param name="subject">Who gives the value, as the start of a sentence.</param>
    public JsonResult(Engine engine, WorkerLimits limits, string subject)
    {
        this.engine = engine;
        this.limits = limits;
        this.subject = subject;
        json = new Utf8JsonWriter(buffer, WriterOptions);
    }

    /// <summary>The JSON written so far.</summary>
    public ReadOnlyMemory<byte> Written => buffer.WrittenMemory;

    /// <summary>Writes one value.</summary>
    /// <param name="value">Of the engine given.</param>
    /// <param name="isForPeople">Whether what JSON cannot carry is described in words instead of being a fault.</param>
    /// <returns>Why it cannot be written; null when it was. <c>undefined</c> and functions at the root are written as null.</returns>
    public Fault? Write(JsValue value, bool isForPeople = false)
    {
        this.isForPeople = isForPeople;
        var fault = WriteOrNull(Prepare(value, ""));
        json.Flush();
        return fault;
    }

    public void Dispose() => json.Dispose();

    private Fault? WriteOrNull(JsValue value)
    {
        if (IsSkipped(value))
        {
            return isForPeople ? Words(value) : Null();
        }

        if (++visited % ChecksEvery == 0)
        {
            engine.Constraints.Check();
        }

        return (
                value switch
                {
                    JsNull => Null(),
                    JsBoolean truth => Boolean(truth),
                    JsString text => Text(text),
                    JsNumber number => Number(number.AsNumber()),
                    JsBigInt integer => Integer((BigInteger)integer.ToObject()),
                    ObjectInstance instance when instance.GetType().Name == "JsRawJson" => Literal(
                        instance
                    ),
                    ObjectInstance instance => Container(instance),
                    _ => Null(),
                }
            ) ?? (json.BytesCommitted + json.BytesPending > limits.ResultBytes ? TooLarge() : null);
    }

    // JSON.stringify leaves these out of objects.
    private static bool IsSkipped(JsValue value) =>
        value is JsUndefined or JsSymbol || value.IsCallable();

    /// <summary>What the value wants to be written as: the answer of its toJSON, or the primitive in its box.</summary>
    private JsValue Prepare(JsValue value, string key)
    {
        if (value is not ObjectInstance instance)
        {
            return value;
        }

        var toJson = instance.Get("toJSON");
        var prepared = toJson.IsCallable()
            ? engine.Call(toJson, instance, [JsString.Create(key)])
            : value;
        return prepared is ObjectInstance and not JsObject and not JsArray
            ? Unbox((ObjectInstance)prepared)
            : prepared;
    }

    // The interpreter's types for these are internal.
    private static JsValue Unbox(ObjectInstance instance) =>
        instance.GetType().Name switch
        {
            "NumberInstance" => new JsNumber((double)instance.ToObject()!),
            "StringInstance" => JsString.Create((string)instance.ToObject()!),
            "BooleanInstance" => (bool)instance.ToObject()! ? JsBoolean.True : JsBoolean.False,
            "BigIntInstance" => new JsBigInt((BigInteger)instance.ToObject()!),
            _ => instance,
        };

    private Fault? Null()
    {
        json.WriteNullValue();
        return null;
    }

    private Fault? Boolean(JsBoolean truth)
    {
        json.WriteBooleanValue(truth == JsBoolean.True);
        return null;
    }

    private Fault? Text(JsString text)
    {
        // Asked before the text is built: a repeated text is long before it takes any memory.
        if (text.Length > limits.ResultBytes)
        {
            return TooLarge();
        }

        json.WriteStringValue(WellFormed(text.ToString()));
        return null;
    }

    private Fault? Number(double number)
    {
        if (!double.IsFinite(number))
        {
            var name = double.IsNaN(number) ? "NaN" : "infinity";
            return isForPeople
                ? Words(name)
                : NotJson(
                    name,
                    "Check what it is computed from: a missing number, a text, or a division by zero."
                );
        }

        if (Math.Abs(number) <= MaxSafeInteger && Math.Truncate(number) == number)
        {
            json.WriteNumberValue((long)number);
        }
        else
        {
            json.WriteRawValue(TypeConverter.ToString(number), skipInputValidation: true);
        }

        return null;
    }

    private Fault? Integer(BigInteger integer)
    {
        // A digit takes more than three bits.
        if (integer.GetBitLength() / 3 > limits.ResultBytes)
        {
            return TooLarge();
        }

        json.WriteRawValue(
            integer.ToString(CultureInfo.InvariantCulture),
            skipInputValidation: true
        );
        return null;
    }

    // What JSON.rawJSON gives: one literal, checked when it was made and frozen since.
    private Fault? Literal(ObjectInstance instance)
    {
        json.WriteRawValue(instance.Get("rawJSON").ToString()!, skipInputValidation: true);
        return null;
    }

    private Fault? Container(ObjectInstance instance)
    {
        if (parents.Contains(instance))
        {
            return isForPeople
                ? Words("[the same object again]")
                : NotJson(
                    "an object that contains itself",
                    "Return copies of the values you need instead."
                );
        }

        if (parents.Count >= limits.Depth)
        {
            return isForPeople
                ? Words("[…]")
                : NotJson(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"more than {limits.Depth} levels of objects and lists"
                    ),
                    "Return a flatter structure."
                );
        }

        parents.Add(instance);
        var fault = IsArray(instance) ? Items(instance) : Members(instance);
        parents.RemoveAt(parents.Count - 1);
        return fault;
    }

    private bool IsArray(ObjectInstance instance) =>
        instance is JsArray
        || (
            instance is not JsObject
            && engine.Call(engine.Intrinsics.Array.Get("isArray"), JsValue.Undefined, [instance])
                == JsBoolean.True
        );

    private Fault? Items(ObjectInstance instance)
    {
        var length = TypeConverter.ToLength(instance.Get("length"));
        json.WriteStartArray();
        for (ulong index = 0; index < length; index++)
        {
            var key = index.ToString(CultureInfo.InvariantCulture);
            place.Add((key, IsItem: true));
            if (WriteOrNull(Prepare(instance.Get(key), key)) is { } fault)
            {
                return fault;
            }

            place.RemoveAt(place.Count - 1);
        }

        json.WriteEndArray();
        return null;
    }

    private Fault? Members(ObjectInstance instance)
    {
        json.WriteStartObject();
        foreach (var key in instance.GetOwnPropertyKeys(Types.String))
        {
            if (!instance.GetOwnProperty(key).Enumerable)
            {
                continue;
            }

            var name = key.ToString()!;
            var value = Prepare(instance.Get(key), name);
            if (IsSkipped(value) && !isForPeople)
            {
                continue;
            }

            if (name.Length > limits.ResultBytes)
            {
                return TooLarge();
            }

            place.Add((name, IsItem: false));
            json.WritePropertyName(WellFormed(name));
            if (WriteOrNull(value) is { } fault)
            {
                return fault;
            }

            place.RemoveAt(place.Count - 1);
        }

        json.WriteEndObject();
        return null;
    }

    private Fault? Words(JsValue value) =>
        Words(
            value switch
            {
                JsUndefined => "undefined",
                JsSymbol => "[symbol]",
                _ => "[function]",
            }
        );

    private Fault? Words(string words)
    {
        json.WriteRawValue(words, skipInputValidation: true);
        return null;
    }

    private Fault NotJson(string what, string mend) =>
        new(
            WorkerStatus.NotJson,
            $"{subject} {what}{Place()}, which JSON cannot carry. {mend}",
            Summary: ""
        );

    private Fault TooLarge() =>
        new(
            WorkerStatus.TooLarge,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{subject} more than {limits.ResultBytes / 1024} KiB of JSON. Return only the fields that are needed."
            )
        );

    private string Place()
    {
        if (place.Count == 0)
        {
            return "";
        }

        var path = string.Concat(
            place.Select(step => step.IsItem ? $"[{step.Name}]" : "." + step.Name)
        );
        path = path.Length > MaxPlaceLength ? path[..MaxPlaceLength] + "…" : path;
        return $" at result{path}";
    }

    // Half a surrogate pair is no character and has no place in UTF-8.
    private static string WellFormed(string text) =>
        text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0
            ? text
            : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
