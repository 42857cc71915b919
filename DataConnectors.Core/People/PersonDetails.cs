using System.Net.Mail;
using System.Text.Json;
using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.People;

/// <summary>What a program says of a person.</summary>
public sealed record PersonDetails
{
    /// <summary>User or lead.</summary>
    public PersonRole Role { get; init; } = PersonRole.User;

    /// <summary>The id that the workspace's own systems use; null for none.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The email address; null when unknown.</summary>
    public string? Email { get; init; }

    /// <summary>The phone number; null when unknown.</summary>
    public string? Phone { get; init; }

    /// <summary>The full name; null when unknown.</summary>
    public string? Name { get; init; }

    /// <summary>When they made their account; null when unknown.</summary>
    public DateTimeOffset? SignedUpAt { get; init; }

    /// <summary>When they were last there; null when unknown.</summary>
    public DateTimeOffset? LastSeenAt { get; init; }

    /// <summary>Values of defined attributes to be set, by name; null clears one. Others stay.</summary>
    public IReadOnlyDictionary<string, JsonElement> Attributes { get; init; } =
        new Dictionary<string, JsonElement>();

    /// <summary>What is stored of a person, with no attribute to be set.</summary>
    internal static PersonDetails Of(Person person) =>
        new()
        {
            Role = person.Role,
            ExternalId = person.ExternalId,
            Email = person.Email,
            Phone = person.Phone,
            Name = person.Name,
            SignedUpAt = person.SignedUpAt,
            LastSeenAt = person.LastSeenAt,
        };

    /// <summary>The same without blanks around, and null for what is empty.</summary>
    internal PersonDetails Trimmed() =>
        this with
        {
            ExternalId = Trimmed(ExternalId),
            Email = Trimmed(Email),
            Phone = Trimmed(Phone),
            Name = Trimmed(Name),
        };

    /// <summary>Writes everything but the attributes.</summary>
    internal void ApplyTo(Person person)
    {
        person.Role = Role;
        person.ExternalId = ExternalId;
        person.Email = Email;
        person.Phone = Phone;
        person.Name = Name;
        person.SignedUpAt = SignedUpAt;
        person.LastSeenAt = LastSeenAt;
    }

    private static string? Trimmed(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>What must hold of a person that a program describes.</summary>
internal static class PersonRules
{
    private const int MaxLength = 255;
    private const int MaxPhoneLength = 50;
    private const int MaxEmailLength = 254;

    /// <summary>Every broken rule.</summary>
    /// <param name="details">What was sent, trimmed.</param>
    /// <param name="attributes">Its attributes as checked.</param>
    public static IReadOnlyList<Problem> Check(PersonDetails details, CheckedAttributes attributes)
    {
        var problems = new List<Problem>();
        if (details.Role == PersonRole.Visitor)
        {
            problems.Add(new Problem("role", "A contact is a user or a lead."));
        }

        if (details is { Role: PersonRole.User, ExternalId: null, Email: null })
        {
            problems.Add(new Problem("email", "A user has an external_id, an email, or both."));
        }

        if (details.Email is { } email && !IsEmail(email))
        {
            problems.Add(
                new Problem("email", "This is no email address. Write it like ada@example.com.")
            );
        }

        Limit(details.ExternalId, "externalId", "external_id", MaxLength);
        Limit(details.Name, "name", "name", MaxLength);
        Limit(details.Phone, "phone", "phone", MaxPhoneLength);
        problems.AddRange(
            attributes.Faults.Select(fault => new Problem(
                $"customAttributes.{fault.Key}",
                fault.Value + "."
            ))
        );
        return problems;

        void Limit(string? text, string path, string name, int most)
        {
            if (text?.Length > most)
            {
                problems.Add(new Problem(path, $"The {name} has at most {most} characters."));
            }
        }
    }

    /// <summary>Whether it is one address and nothing else.</summary>
    public static bool IsEmail(string text) =>
        text.Length <= MaxEmailLength
        && MailAddress.TryCreate(text, out var address)
        && address.Address == text;
}
