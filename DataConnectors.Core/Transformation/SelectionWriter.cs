using System.Runtime.InteropServices;
using System.Text.Json;
using DataConnectors.Core.Transformation.Steps;

namespace DataConnectors.Core.Transformation;

/// <summary>Writes what a selection keeps of one answer.</summary>
internal readonly struct SelectionWriter(Utf8JsonWriter writer, ShapingRun run)
{
    /// <summary>So many fields are looked up one by one.</summary>
    private const int FewFields = 3;

    public void Write(SelectionNode root, JsonElement response)
    {
        if (root.IsEmpty || !Write(root, response, isNamed: false, isLenient: true))
        {
            writer.WriteStartObject();
            writer.WriteEndObject();
        }
    }

    /// <summary>Writes one place.</summary>
    /// <param name="node">The place.</param>
    /// <param name="value">What the answer has there.</param>
    /// <param name="isNamed">Whether it is written with its name, as a field of an object.</param>
    /// <param name="isLenient">Whether one and many may still stand for each other.</param>
    /// <returns>False when nothing was written, not even the name, because nothing is there.</returns>
    private bool Write(SelectionNode node, JsonElement value, bool isNamed, bool isLenient)
    {
        if (node.TakesWhole)
        {
            return WriteWhole(node, value, isNamed);
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.Array when node.Elements is not null || isLenient:
                WriteName(node, isNamed);
                WriteElements(node, value);
                return true;
            case JsonValueKind.Object when node.Written.Length > 0:
                WriteName(node, isNamed);
                WriteFields(node, value);
                return true;
            case JsonValueKind.String
            or JsonValueKind.Number
            or JsonValueKind.True
            or JsonValueKind.False when node.IsLeaf:
                if (node.Steps is not null)
                {
                    return WriteChanged(node, FieldValue.Of(value), isNamed);
                }

                WriteName(node, isNamed);
                value.WriteTo(writer);
                return true;
            case not (JsonValueKind.Null or JsonValueKind.Undefined or JsonValueKind.Array)
                when node.Elements is not null && isLenient:
                WriteName(node, isNamed);
                writer.WriteStartArray();
                WriteElement(node.Elements, value);
                writer.WriteEndArray();
                return true;
            case JsonValueKind.Object when node.IsLeaf && value.GetPropertyCount() == 0:
                WriteName(node, isNamed);
                value.WriteTo(writer);
                return true;
            case not (JsonValueKind.Null or JsonValueKind.Undefined):
                run.LeaveOut(node.FieldIndex, PlaceOf(node), Met(value));
                return WriteAbsent(node, isNull: false, isNamed);
            default:
                return WriteAbsent(node, value.ValueKind == JsonValueKind.Null, isNamed);
        }
    }

    private static string PlaceOf(SelectionNode node) =>
        node.Key.Length == 0 ? "The answer" : node.Key;

    private static string Met(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "a list",
            _ => "a single value",
        };

    private bool WriteWhole(SelectionNode node, JsonElement value, bool isNamed)
    {
        var whole = FieldValue.Of(value);
        return whole.Kind switch
        {
            FieldValueKind.Missing or FieldValueKind.Null => WriteAbsent(
                node,
                whole.Kind == FieldValueKind.Null,
                isNamed
            ),
            FieldValueKind.List => WriteChanged(node, whole, isNamed),
            _ => WriteChanged(node, node.IsListOfOne ? FieldValue.List([whole]) : whole, isNamed),
        };
    }

    /// <summary>What was there and came to nothing on its way is null, unless there is a fallback.</summary>
    private bool WriteChanged(SelectionNode node, FieldValue value, bool isNamed)
    {
        var changed = node.Steps!.Apply(value, run);
        if (changed.IsNothing)
        {
            return WriteAbsent(node, isNull: true, isNamed);
        }

        WriteName(node, isNamed);
        changed.WriteTo(writer);
        return true;
    }

    private void WriteElements(SelectionNode node, JsonElement list)
    {
        writer.WriteStartArray();
        var element = node.Elements ?? node;
        foreach (var value in list.EnumerateArray())
        {
            WriteElement(element, value);
        }

        writer.WriteEndArray();
    }

    /// <summary>Elements keep their positions, so that one of which nothing is exposed leaves null.</summary>
    private void WriteElement(SelectionNode node, JsonElement element)
    {
        if (!Write(node, element, isNamed: false, isLenient: false))
        {
            writer.WriteNullValue();
        }
    }

    private void WriteFields(SelectionNode node, JsonElement value)
    {
        writer.WriteStartObject();
        var children = node.Written;
        if (value.ValueKind != JsonValueKind.Object)
        {
            foreach (var child in children)
            {
                Write(child, default, isNamed: true, isLenient: true);
            }
        }
        else if (children.Length < FewFields)
        {
            foreach (var child in children)
            {
                Write(
                    child,
                    value.TryGetProperty(child.Utf8Key, out var found) ? found : default,
                    isNamed: true,
                    isLenient: true
                );
            }
        }
        else
        {
            // One pass over the object instead of one for each field.
            var first = run.Found.Enter(children.Length);
            Find(children, value, first);
            for (var i = 0; i < children.Length; i++)
            {
                Write(children[i], run.Found[first + i], isNamed: true, isLenient: true);
            }

            run.Found.Leave(children.Length);
        }

        writer.WriteEndObject();
    }

    private void Find(SelectionNode[] children, JsonElement value, int first)
    {
        foreach (var member in value.EnumerateObject())
        {
            var name = JsonMarshal.GetRawUtf8PropertyName(member);
            var isEscaped = name.Contains((byte)'\\');
            for (var i = 0; i < children.Length; i++)
            {
                var key = children[i].Utf8Key;
                if (
                    isEscaped
                        ? member.NameEquals(key)
                        : key.Length == name.Length && name.SequenceEqual(key)
                )
                {
                    run.Found[first + i] = member.Value;
                }
            }
        }
    }

    private bool WriteAbsent(SelectionNode node, bool isNull, bool isNamed)
    {
        if (node.Fallback is { } fallback)
        {
            WriteName(node, isNamed);
            fallback.WriteTo(writer);
            return true;
        }

        if (node.HasFallback)
        {
            WriteName(node, isNamed);
            WriteFields(node, default);
            return true;
        }

        if (isNull)
        {
            WriteName(node, isNamed);
            writer.WriteNullValue();
        }

        return isNull;
    }

    private void WriteName(SelectionNode node, bool isNamed)
    {
        if (isNamed)
        {
            writer.WritePropertyName(node.WrittenName);
        }
    }
}
