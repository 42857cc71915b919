namespace DataConnectors.Core.People;

/// <summary>Which people to list.</summary>
/// <param name="Search">What a name, an email address or a user id holds, the case of ASCII letters aside; null or empty for all.</param>
/// <param name="Role">How well they are known; null for all.</param>
public sealed record PeopleFilter(string? Search = null, PersonRole? Role = null);

/// <summary>A person as the console shows them.</summary>
/// <param name="Person">What is known of them.</param>
/// <param name="IsTestPerson">Whether the Messenger can be opened as them.</param>
/// <param name="CreatedAt">When they were first seen.</param>
public sealed record PersonListing(
    PersonSnapshot Person,
    bool IsTestPerson,
    DateTimeOffset CreatedAt
)
{
    internal static PersonListing From(PersonRow row) =>
        new(
            PersonSnapshot.From(row.Person, row.Company),
            row.Person.IsTestPerson,
            row.Person.CreatedAt
        );
}

/// <summary>A stored person with their company.</summary>
internal sealed record PersonRow(Person Person, Company? Company);
