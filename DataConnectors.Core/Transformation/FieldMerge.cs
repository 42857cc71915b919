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
    private FieldMerge? elements;
    private FieldType scalar = FieldType.Unknown;
    private bool isObject;
    private string? example;

    public void Add(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                isObject = true;
                foreach (var member in value.EnumerateObject())
                {
                    Field(member.Name)?.Add(member.Value);
                }

                break;
            case JsonValueKind.Array:
                elements ??= new(budget);
                foreach (var element in value.EnumerateArray())
                {
                    elements.Add(element);
                }

                break;
            case JsonValueKind.Null or JsonValueKind.Undefined:
                break;
            default:
                scalar = Merge(scalar, TypeOf(value));
                example ??= Shortened(
                    value.ValueKind == JsonValueKind.String
                        ? value.GetString()!
                        : value.GetRawText()
                );
                break;
        }
    }

    public FieldNode ToNode(FieldPath path, string name)
    {
        var children = fields
            .Select(field => field.Value.ToNode(path.Then(new(field.Key)), field.Key))
            .ToList();
        if (elements is not null)
        {
            var element = elements.ToNode(path.Then(FieldStep.Elements), "[]");
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
            isObject ? FieldType.Object
            : elements is not null ? FieldType.List
            : scalar;
        return new(path.ToString(), name, type, children.Count == 0 ? example : null, children);
    }

    private static FieldType TypeOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.True or JsonValueKind.False => FieldType.Boolean,
            JsonValueKind.Number => value.GetRawText().AsSpan().ContainsAny(".eE")
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
