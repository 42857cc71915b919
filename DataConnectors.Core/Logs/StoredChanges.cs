using System.Text.Json;
using DataConnectors.Core.Execution;

namespace DataConnectors.Core.Logs;

/// <summary>The objects of one type that a run stored. Values are left out: they may be personal, and the log outlives their change.</summary>
/// <param name="ObjectType"><c>person</c>, <c>conversation</c>, or the key of a custom object type.</param>
/// <param name="Count">How many objects.</param>
/// <param name="ExternalIds">
/// The first of their external ids, at most a hundred; empty for people and conversations and where the id is a redacted field.
/// </param>
/// <param name="Attributes">The attributes that one of them got a value for.</param>
/// <param name="References">The references that one of them got set.</param>
public sealed record StoredChange(
    string ObjectType,
    int Count,
    IReadOnlyList<string> ExternalIds,
    IReadOnlyList<string> Attributes,
    IReadOnlyList<string> References
);

/// <summary>The stored form of what a run stored: a list of lists, one for each type of object.</summary>
internal static class StoredChanges
{
    private const int MostIds = 100;

    public static void Write(Utf8JsonWriter writer, IReadOnlyList<ObjectChange> changes)
    {
        writer.WriteStartArray();
        foreach (var type in changes.GroupBy(change => change.ObjectType, StringComparer.Ordinal))
        {
            writer.WriteStartArray();
            writer.WriteStringValue(type.Key);
            writer.WriteNumberValue(type.Count());
            Write(
                writer,
                type.Where(change => !change.IsIdentityRedacted)
                    .Select(change => change.ExternalId)
                    .OfType<string>()
                    .Take(MostIds)
            );
            Write(
                writer,
                type.SelectMany(change => change.Attributes)
                    .Select(attribute => attribute.Name)
                    .Distinct(StringComparer.Ordinal)
            );
            Write(
                writer,
                type.SelectMany(change => change.References).Distinct(StringComparer.Ordinal)
            );
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    public static IReadOnlyList<StoredChange> Read(JsonElement stored) =>
        [
            .. stored
                .EnumerateArray()
                .Select(type => new StoredChange(
                    type[0].GetString()!,
                    type[1].GetInt32(),
                    Texts(type[2]),
                    Texts(type[3]),
                    Texts(type[4])
                )),
        ];

    private static void Write(Utf8JsonWriter writer, IEnumerable<string> texts)
    {
        writer.WriteStartArray();
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    private static List<string> Texts(JsonElement texts) =>
        [.. texts.EnumerateArray().Select(text => text.GetString()!)];
}
