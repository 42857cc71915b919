using System.Runtime.InteropServices;
using System.Text.Json;

namespace DataConnectors.Core.Transformation;

/// <summary>How many more fields a tree may get.</summary>
internal sealed class FieldBudget(int nodes)
{
    private int left = nodes;

    /// <summary>Whether a field was refused.</summary>
    public bool IsSpent { get; private set; }

    public bool TryTake()
    {
        IsSpent |= left == 0;
        return left > 0 && left-- > 0;
    }
}

/// <summary>Everything seen at one path, over all elements of the lists on the way.</summary>
internal sealed class FieldMerge(FieldBudget budget)
{
    private const int LongestExample = 200;
    private readonly OrderedDictionary<string, FieldMerge> fields = new(StringComparer.Ordinal);
    private readonly int[] seen = new int[Enum.GetValues<FieldType>().Length];
    private FieldMerge? elements;
    private FieldType scalar = FieldType.Unknown;
    private int nulls;
    private string? example;

    public void Add(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                seen[(int)FieldType.Object]++;
                foreach (var member in value.EnumerateObject())
                {
                    Field(member.Name)?.Add(member.Value);
                }

                break;
            case JsonValueKind.Array:
                seen[(int)FieldType.List]++;
                elements ??= new(budget);
                foreach (var element in value.EnumerateArray())
                {
                    elements.Add(element);
                }

                break;
            case JsonValueKind.Null or JsonValueKind.Undefined:
                nulls++;
                break;
            default:
                var type = TypeOf(value);
                seen[(int)type]++;
                scalar = Merge(scalar, type);
                example ??= Shortened(
                    value.ValueKind == JsonValueKind.String
                        ? value.GetString()!
                        : value.GetRawText()
                );
                break;
        }
    }

    /// <param name="path">Where this is.</param>
    /// <param name="name">Its key.</param>
    /// <param name="places">How many objects or elements could have had it.</param>
    public FieldNode ToNode(FieldPath path, string name, int places)
    {
        var children = new List<FieldNode>(fields.Count);
        foreach (var (key, field) in fields)
        {
            children.Add(field.ToNode(path.Then(new(key)), key, seen[(int)FieldType.Object]));
        }

        if (elements is not null)
        {
            var element = elements.ToNode(
                path.Then(FieldStep.Elements),
                "[]",
                elements.nulls + elements.seen.Sum()
            );
            if (element.Type == FieldType.Object && element.Children.Count > 0)
            {
                children.AddRange(element.Children);
            }
            else
            {
                children.Add(element);
            }
        }

        var type =
            seen[(int)FieldType.Object] > 0 ? FieldType.Object
            : elements is not null ? FieldType.List
            : scalar;
        return new(path.ToString(), name, type, children.Count == 0 ? example : null, children)
        {
            Evidence = new(places, nulls, [.. Counts()]),
        };
    }

    private IEnumerable<KeyValuePair<FieldType, int>> Counts()
    {
        for (var type = 0; type < seen.Length; type++)
        {
            if (seen[type] > 0)
            {
                yield return KeyValuePair.Create((FieldType)type, seen[type]);
            }
        }
    }

    private static FieldType TypeOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.True or JsonValueKind.False => FieldType.Boolean,
            JsonValueKind.Number => JsonMarshal.GetRawUtf8Value(value).ContainsAny(".eE"u8)
                ? FieldType.Decimal
                : FieldType.Integer,
            _ => value.TryGetDateTimeOffset(out _) ? FieldType.DateTime : FieldType.Text,
        };

    private static FieldType Merge(FieldType one, FieldType other) =>
        one == FieldType.Unknown || one == other ? other
        : one is FieldType.Integer or FieldType.Decimal
        && other is FieldType.Integer or FieldType.Decimal
            ? FieldType.Decimal
        : FieldType.Text;

    private static string Shortened(string text) =>
        text.Length <= LongestExample ? text
        : char.IsHighSurrogate(text[LongestExample - 2]) ? $"{text.AsSpan(0, LongestExample - 2)}…"
        : $"{text.AsSpan(0, LongestExample - 1)}…";

    private FieldMerge? Field(string key)
    {
        if (!fields.TryGetValue(key, out var field) && budget.TryTake())
        {
            field = new(budget);
            fields.Add(key, field);
        }

        return field;
    }
}
