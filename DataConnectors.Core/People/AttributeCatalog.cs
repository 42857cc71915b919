using System.Text.Json;

namespace DataConnectors.Core.People;

/// <summary>
/// Names every attribute that can be read, and reads it: the built-in ones and those this workspace defined. One place, so that
/// what the builder offers is what an execution resolves.
/// </summary>
public static class AttributeCatalog
{
    /// <summary>The attributes every workspace has.</summary>
    public static IReadOnlyList<KnownAttribute> BuiltIn { get; } =
    [
        new("person.id", AttributeType.Text, IsBuiltIn: true),
        new("person.user_id", AttributeType.Text, IsBuiltIn: true),
        new("person.name", AttributeType.Text, IsBuiltIn: true),
        new("person.first_name", AttributeType.Text, IsBuiltIn: true),
        new("person.email", AttributeType.Text, IsBuiltIn: true),
        new("person.phone", AttributeType.Text, IsBuiltIn: true),
        new("person.role", AttributeType.Text, IsBuiltIn: true),
        new("conversation.id", AttributeType.Text, IsBuiltIn: true),
        new("conversation.subject", AttributeType.Text, IsBuiltIn: true),
    ];

    /// <summary>
    /// The value at <paramref name="path"/> as text, a list with commas between its elements; null when the person or conversation has
    /// none.
    /// </summary>
    public static string? Read(
        string path,
        PersonSnapshot? person,
        ConversationSnapshot? conversation
    ) =>
        path switch
        {
            "person.id" => person is null ? null : Text(person.Id),
            "person.user_id" => person?.ExternalId,
            "person.name" => person?.Name,
            "person.first_name" => person?.Name?.Split(' ', 2)[0],
            "person.email" => person?.Email,
            "person.phone" => person?.Phone,
            "person.role" => person?.Role.ToString().ToLowerInvariant(),
            "conversation.id" => conversation is null ? null : Text(conversation.Id),
            "conversation.subject" => conversation?.Subject,
            _ when path.StartsWith("person.", StringComparison.Ordinal) => Scalar(
                person?.Attributes,
                path[7..]
            ),
            _ when path.StartsWith("conversation.", StringComparison.Ordinal) => Scalar(
                conversation?.Attributes,
                path[13..]
            ),
            _ => null,
        };

    private static string Text(long id) =>
        id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string? Scalar(
        IReadOnlyDictionary<string, JsonElement>? attributes,
        string name
    ) =>
        attributes is not null && attributes.TryGetValue(name, out var value)
            ? value.ValueKind == JsonValueKind.Array
                ? string.Join(", ", value.EnumerateArray().Select(Scalar).OfType<string>())
                : Scalar(value)
            : null;

    private static string? Scalar(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            _ => null,
        };
}
