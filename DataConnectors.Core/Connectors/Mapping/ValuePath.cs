using System.Runtime.InteropServices;
using System.Text.Json;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;
using DataConnectors.Core.Transformation;

namespace DataConnectors.Core.Connectors.Mapping;

/// <summary>What stands at a path of an object.</summary>
/// <param name="Value">The value; undefined when there is none.</param>
/// <param name="Misfit">What was met instead of a value that can be taken: <c>is a list</c>; null when nothing was.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FoundValue(JsonElement Value, string? Misfit)
{
    /// <summary>Nothing, or null: it changes nothing.</summary>
    public static FoundValue None => default;

    public bool HasValue =>
        Misfit is null && Value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);
}

/// <summary>Takes values out of objects, alike for runs and for the rules that foretell them.</summary>
internal static class ValuePath
{
    /// <summary>The path inside an object, or what is wrong with it: its syntax, or a list on the way.</summary>
    /// <remarks>The brackets of a list of scalars, as in <c>tags[]</c>, may stand at the end; they mean the list.</remarks>
    public static Outcome<FieldPath, string> Parse(string text)
    {
        if (!FieldPath.Parse(text).TryGet(out var path, out var fault))
        {
            return fault;
        }

        if (path.Steps is [.., { Key: null }])
        {
            path = FieldPath.Of(path.Steps[..^1]);
        }

        return path.Steps.Contains(FieldStep.Elements)
            ? $"{text} stands for every element of a list, and a single value of each object is taken. Let the object path lead into the list instead."
            : path;
    }

    /// <summary>Follows a path without lists.</summary>
    public static FoundValue Locate(JsonElement root, FieldPath path)
    {
        var value = root;
        foreach (var step in path.Steps)
        {
            switch (value.ValueKind)
            {
                case JsonValueKind.Object when value.TryGetProperty(step.Key!, out var member):
                    value = member;
                    break;
                case JsonValueKind.Object or JsonValueKind.Null or JsonValueKind.Undefined:
                    return FoundValue.None;
                case JsonValueKind.Array:
                    return new FoundValue(default, "stands in a list");
                default:
                    return new FoundValue(default, "stands in a value that is no object");
            }
        }

        return new FoundValue(value, Misfit: null);
    }

    /// <summary>Takes the value of an attribute.</summary>
    public static FoundValue Read(JsonElement root, FieldPath path, AttributeType type)
    {
        var found = Locate(root, path);
        return !found.HasValue ? found
            : AttributeValues.Convert(found.Value, type).TryGet(out var converted, out var misfit)
                ? new FoundValue(converted, Misfit: null)
            : new FoundValue(default, misfit);
    }
}
