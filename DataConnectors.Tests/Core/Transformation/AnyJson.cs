using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;

namespace DataConnectors.Tests.Core.Transformation;

/// <summary>Random JSON of few keys and many shapes, in which every scalar is unlike every other.</summary>
internal static class AnyJson
{
    public static readonly Gen<string> Key = Gen.Int[0, 5]
        .Select(i => new[] { "a", "b", "c.d", "e[]", "", "'\\é 😀" }[i]);

    private static readonly Gen<JsonNode?> Shape = Gen.Recursive<JsonNode?>(
        (depth, inner) =>
        {
            var scalar = Gen.Int[0, 4]
                .Select(kind => kind == 0 ? null : JsonValue.Create(kind) as JsonNode);
            return depth > 4
                ? scalar
                : Gen.Frequency(
                    (2, scalar),
                    (3, Gen.Select(Key, inner).Array[0, 4].Select(Object)),
                    (
                        2,
                        inner
                            .Array[0, 3]
                            .Select(items =>
                                new JsonArray([.. items.Select(item => item?.DeepClone())])
                                as JsonNode
                            )
                    )
                );
        }
    )!;

    public static readonly Gen<JsonElement> Value = Shape.Select(shape =>
    {
        var next = 0;
        return JsonSerializer.SerializeToElement(Unique(shape, ref next));
    });

    private static JsonNode? Object((string Key, JsonNode? Value)[] members)
    {
        var result = new JsonObject();
        foreach (var (key, value) in members)
        {
            result[key] = value?.DeepClone();
        }

        return result;
    }

    private static JsonNode? Unique(JsonNode? node, ref int next)
    {
        switch (node)
        {
            case JsonObject members:
                var result = new JsonObject();
                foreach (var (key, value) in members)
                {
                    result[key] = Unique(value, ref next);
                }

                return result;
            case JsonArray items:
                var list = new JsonArray();
                foreach (var item in items)
                {
                    list.Add(Unique(item, ref next));
                }

                return list;
            case JsonValue kind:
                next++;
                return kind.GetValue<int>() % 2 == 0
                    ? JsonValue.Create(next)
                    : JsonValue.Create($"v{next}");
            default:
                return null;
        }
    }
}
