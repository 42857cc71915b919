using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Transformation;

namespace DataConnectors.Core.Connectors.Mapping;

/// <summary>An object of an answer.</summary>
/// <param name="Value">It; never null.</param>
/// <param name="Index">Its position in the list it stands in, from 0; null for one outside a list.</param>
/// <param name="Misfit">Why there is no object where one was looked for: <c>stands in a list</c>; null when there is one.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FoundObject(JsonElement Value, int? Index, string? Misfit);

/// <summary>Where the objects of a mapping stand: <see cref="ObjectMapping.ResponseObjectPath"/>, parsed.</summary>
internal sealed class ObjectPath
{
    private readonly FieldPath path;
    private readonly FieldPath list;
    private readonly FieldPath rest;

    private ObjectPath(FieldPath path, int elements, bool isSingle)
    {
        this.path = path;
        IsSingle = isSingle;
        IsList = elements >= 0;
        list = IsList ? FieldPath.Of(path.Steps[..elements]) : path;
        rest = IsList ? FieldPath.Of(path.Steps[(elements + 1)..]) : FieldPath.Root;
    }

    /// <summary>Whether it leads through a list.</summary>
    public bool IsList { get; }

    /// <summary>Whether one object is wanted: a list that turns up in its place is then not taken for several.</summary>
    public bool IsSingle { get; }

    /// <summary>The path for objects of a type, or what is wrong with it: its syntax, or a list in a list.</summary>
    public static Outcome<ObjectPath, string> Parse(string text, string objectType)
    {
        if (!FieldPath.Parse(text).TryGet(out var path, out var fault))
        {
            return fault;
        }

        var elements = path.Steps.IndexOf(FieldStep.Elements);
        return elements >= 0 && path.Steps.LastIndexOf(FieldStep.Elements) > elements
            ? $"{text} leads through a list in a list. Objects can stand in one list only; choose the outer one."
            : new ObjectPath(
                path,
                elements,
                isSingle: objectType is ObjectMapping.Person or ObjectMapping.Conversation
            );
    }

    /// <summary>
    /// The objects in their order; nulls and what is absent are passed over. A single object where a list was expected counts as a list
    /// of one, and, where several can be taken, a list where a single object was expected as several, since APIs (XML always) send both.
    /// </summary>
    public IEnumerable<FoundObject> Find(JsonElement root)
    {
        var found = ValuePath.Locate(root, list);
        if (
            !found.HasValue
            || found.Value.ValueKind != JsonValueKind.Array
            || (IsSingle && !IsList)
        )
        {
            if (Inside(found, index: null) is { } single)
            {
                yield return single;
            }

            yield break;
        }

        var index = 0;
        foreach (var element in found.Value.EnumerateArray())
        {
            if (Inside(new FoundValue(element, Misfit: null), index) is { } value)
            {
                yield return value;
            }

            index++;
        }
    }

    /// <summary>Whether the place of the objects is there and holds none.</summary>
    public bool IsEmptyIn(JsonElement root)
    {
        var found = ValuePath.Locate(root, list);
        return found.Misfit is null
            && found.Value.ValueKind switch
            {
                JsonValueKind.Null => true,
                JsonValueKind.Array => found.Value.GetArrayLength() == 0,
                _ => false,
            };
    }

    /// <summary>Where a value of an object stands in the answer: <c>orders[3].total</c>.</summary>
    public string PositionOf(int? index, FieldPath value)
    {
        if (index is not { } position)
        {
            return FieldPath
                .Of(path.Steps.Where(step => step.Key is not null).Concat(value.Steps))
                .ToString();
        }

        var inside = FieldPath.Of(rest.Steps.Concat(value.Steps));
        var end =
            inside.Steps.IsEmpty ? ""
            : inside.ToString() is ['[', ..] quoted ? quoted
            : $".{inside}";
        return string.Create(CultureInfo.InvariantCulture, $"{list}[{position}]{end}");
    }

    /// <summary>The path of a value of the objects from the root: <c>orders[].total</c>.</summary>
    public FieldPath Then(FieldPath value) => FieldPath.Of(path.Steps.Concat(value.Steps));

    /// <inheritdoc/>
    public override string ToString() => path.ToString();

    private FoundObject? Inside(FoundValue outer, int? index)
    {
        var found = outer.HasValue ? ValuePath.Locate(outer.Value, rest) : outer;
        return found.HasValue || found.Misfit is not null
            ? new FoundObject(found.Value, index, found.Misfit)
            : null;
    }
}
