using System.Text.Json;

namespace DataConnectors.Core.People;

/// <summary>What an execution may know of the person it runs for, read once and never changed by the run.</summary>
/// <param name="Id">The person's id.</param>
/// <param name="Role">Visitor, lead or user.</param>
/// <param name="ExternalId">The workspace's own id for them.</param>
/// <param name="Name">Full name.</param>
/// <param name="Email">Email address.</param>
/// <param name="Phone">Phone number.</param>
/// <param name="Attributes">Values of defined attributes by name: JSON scalars and lists of them.</param>
public sealed record PersonSnapshot(
    long Id,
    PersonRole Role,
    string? ExternalId,
    string? Name,
    string? Email,
    string? Phone,
    IReadOnlyDictionary<string, JsonElement> Attributes
)
{
    /// <summary>The company they belong to; null for none.</summary>
    public CompanySnapshot? Company { get; init; }

    /// <summary>The name to show: the person's own, else the email, else what they are.</summary>
    public string DisplayName => DisplayNameOf(Name, Email, Role);

    /// <summary>Reads a stored person.</summary>
    /// <param name="person">The person.</param>
    /// <param name="company">Their company, where they have one.</param>
    public static PersonSnapshot From(Person person, Company? company = null) =>
        new(
            person.Id,
            person.Role,
            person.ExternalId,
            person.Name,
            person.Email,
            person.Phone,
            JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(person.AttributesJson) ?? []
        )
        {
            Company = company is null ? null : CompanySnapshot.From(company),
        };

    internal static string DisplayNameOf(string? name, string? email, PersonRole role) =>
        name ?? email ?? role.ToString();
}

/// <summary>What an execution may know of the conversation it runs in.</summary>
/// <param name="Id">The conversation's id.</param>
/// <param name="Subject">The first words of the conversation.</param>
/// <param name="Attributes">Values of defined conversation attributes by name: JSON scalars and lists of them.</param>
public sealed record ConversationSnapshot(
    long Id,
    string Subject,
    IReadOnlyDictionary<string, JsonElement> Attributes
);
