using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;
using DataConnectors.Core.Transformation.Steps;

namespace DataConnectors.Core.Transformation;

/// <summary>
/// Objects in which a key stands twice: the last value counts, as in JavaScript and Python. They are rewritten when an answer is read,
/// so that the tree, the selection, mappings, redaction and code all see the same.
/// </summary>
internal static class DuplicateKeys
{
    /// <summary>Up to so many keys are compared in pairs, which is faster than a set.</summary>
    private const int FewKeys = 32;

    /// <summary>Whether any object has a key twice. The parser could refuse them too, at three times the cost of this.</summary>
    public static bool Exist(JsonElement value)
    {
        Span<ulong> prints = stackalloc ulong[FewKeys];
        return Exist(value, prints);
    }

    private static bool Exist(JsonElement value, Span<ulong> prints)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var element in value.EnumerateArray())
            {
                if (
                    element.ValueKind is JsonValueKind.Object or JsonValueKind.Array
                    && Exist(element, prints)
                )
                {
                    return true;
                }
            }
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            if (HasDuplicate(value, prints))
            {
                return true;
            }

            foreach (var member in value.EnumerateObject())
            {
                if (
                    member.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array
                    && Exist(member.Value, prints)
                )
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Prints that agree, or keys written with escapes, are only a suspicion, which a set settles.</summary>
    private static bool HasDuplicate(JsonElement value, Span<ulong> prints)
    {
        var count = 0;
        foreach (var member in value.EnumerateObject())
        {
            var name = JsonMarshal.GetRawUtf8PropertyName(member);
            if (count == FewKeys || name.Contains((byte)'\\'))
            {
                return HasDuplicateName(value);
            }

            var print = PrintOf(name);
            if (prints[..count].Contains(print))
            {
                return HasDuplicateName(value);
            }

            prints[count++] = print;
        }

        return false;
    }

    /// <summary>The length and up to fifteen bytes from both ends, mixed; keys that differ only between are rare.</summary>
    private static ulong PrintOf(ReadOnlySpan<byte> name)
    {
        if (name.Length >= sizeof(ulong))
        {
            return (BinaryPrimitives.ReadUInt64LittleEndian(name) * 0x9E3779B97F4A7C15)
                ^ BinaryPrimitives.ReadUInt64LittleEndian(name[^sizeof(ulong)..])
                ^ ((ulong)name.Length << 56);
        }

        var print = 0UL;
        foreach (var one in name)
        {
            print = (print << 8) | one;
        }

        return print | ((ulong)name.Length << 56);
    }

    private static bool HasDuplicateName(JsonElement value)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            if (!names.Add(member.Name))
            {
                return true;
            }
        }

        return false;
    }

    public static JsonElement LastWins(JsonElement value) =>
        JsonValues.Written(writer => Write(writer, value));

    private static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new OrderedDictionary<string, JsonElement>(StringComparer.Ordinal);
                foreach (var member in value.EnumerateObject())
                {
                    members[member.Name] = member.Value;
                }

                writer.WriteStartObject();
                foreach (var (name, last) in members)
                {
                    writer.WritePropertyName(name);
                    Write(writer, last);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var element in value.EnumerateArray())
                {
                    Write(writer, element);
                }

                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
