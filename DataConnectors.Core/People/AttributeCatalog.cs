using System.Globalization;

namespace DataConnectors.Core.People;

/// <summary>
/// Names every attribute that can be read, and reads it: the built-in ones and those this workspace defined. One place, so that
/// what the builder offers is what an execution resolves and an audience asks.
/// </summary>
public static class AttributeCatalog
{
    /// <summary>The tags of a person, a list. A workspace that defined an attribute of that name has this one.</summary>
    public const string Tags = "person.tags";

    /// <summary>Visitor, lead or user, in lower case.</summary>
    public const string Role = "person.role";

    private const string Person = "person.";
    private const string Company = "company.";
    private const string Conversation = "conversation.";

    /// <summary>The attributes every workspace has.</summary>
    public static IReadOnlyList<KnownAttribute> BuiltIn { get; } =
    [
        new("person.id", AttributeType.Text, IsBuiltIn: true),
        new("person.user_id", AttributeType.Text, IsBuiltIn: true),
        new("person.name", AttributeType.Text, IsBuiltIn: true),
        new("person.first_name", AttributeType.Text, IsBuiltIn: true),
        new("person.email", AttributeType.Text, IsBuiltIn: true),
        new("person.phone", AttributeType.Text, IsBuiltIn: true),
        new(Role, AttributeType.Text, IsBuiltIn: true),
        new(Tags, AttributeType.List, IsBuiltIn: true),
        new("company.id", AttributeType.Text, IsBuiltIn: true),
        new("company.company_id", AttributeType.Text, IsBuiltIn: true),
        new("company.name", AttributeType.Text, IsBuiltIn: true),
        new("conversation.id", AttributeType.Text, IsBuiltIn: true),
        new("conversation.subject", AttributeType.Text, IsBuiltIn: true),
    ];

    /// <summary>A role as <see cref="Role"/> has it: <c>visitor</c>, <c>lead</c> or <c>user</c>.</summary>
    public static string NameOf(PersonRole role) =>
        role switch
        {
            PersonRole.Visitor => "visitor",
            PersonRole.Lead => "lead",
            PersonRole.User => "user",
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, message: null),
        };

    /// <summary>Whose fact the attribute at a path is; null when the path names nobody that has attributes.</summary>
    public static AttributeOwner? OwnerOf(string path) =>
        path.StartsWith(Person, StringComparison.Ordinal) ? AttributeOwner.Person
        : path.StartsWith(Company, StringComparison.Ordinal) ? AttributeOwner.Company
        : path.StartsWith(Conversation, StringComparison.Ordinal) ? AttributeOwner.Conversation
        : null;

    /// <summary>The built-in ones and the defined ones; one that was defined before it was built in is listed as it was defined.</summary>
    /// <param name="defined">The attributes of the workspace, in their order.</param>
    public static IReadOnlyList<KnownAttribute> With(IReadOnlyList<KnownAttribute> defined)
    {
        var paths = defined.Select(attribute => attribute.Path).ToHashSet(StringComparer.Ordinal);
        return [.. BuiltIn.Where(known => !paths.Contains(known.Path)), .. defined];
    }

    /// <summary>
    /// The value at <paramref name="path"/> as text, a list with commas between its elements; null when the person, their company or the
    /// conversation has none.
    /// </summary>
    public static string? Read(
        string path,
        PersonSnapshot? person,
        ConversationSnapshot? conversation
    ) => Find(path, person, conversation).ToText();

    /// <summary>The value at <paramref name="path"/> as it is stored.</summary>
    public static StoredValue Find(
        string path,
        PersonSnapshot? person,
        ConversationSnapshot? conversation
    ) =>
        path switch
        {
            "person.id" => StoredValue.Of(Text(person?.Id)),
            "person.user_id" => StoredValue.Of(person?.ExternalId),
            "person.name" => StoredValue.Of(person?.Name),
            "person.first_name" => StoredValue.Of(person?.Name?.Split(' ', 2)[0]),
            "person.email" => StoredValue.Of(person?.Email),
            "person.phone" => StoredValue.Of(person?.Phone),
            Role => StoredValue.Of(person is null ? null : NameOf(person.Role)),
            "company.id" => StoredValue.Of(Text(person?.Company?.Id)),
            "company.company_id" => StoredValue.Of(person?.Company?.ExternalId),
            "company.name" => StoredValue.Of(person?.Company?.Name),
            "conversation.id" => StoredValue.Of(Text(conversation?.Id)),
            "conversation.subject" => StoredValue.Of(conversation?.Subject),
            _ => OwnerOf(path) switch
            {
                AttributeOwner.Person => StoredValue.Of(person?.Attributes, path[Person.Length..]),
                AttributeOwner.Company => StoredValue.Of(
                    person?.Company?.Attributes,
                    path[Company.Length..]
                ),
                AttributeOwner.Conversation => StoredValue.Of(
                    conversation?.Attributes,
                    path[Conversation.Length..]
                ),
                _ => default,
            },
        };

    private static string? Text(long? id) => id?.ToString(CultureInfo.InvariantCulture);
}
