using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.People;

/// <summary>Who writes, as a program that is trusted to know says.</summary>
/// <param name="Person">The stored person.</param>
/// <param name="AttributeFaults">Attributes that could not be stored, by name, with why.</param>
public sealed record RecognizedPerson(
    PersonSnapshot Person,
    IReadOnlyDictionary<string, string> AttributeFaults
);

/// <summary>
/// Finds the person whom a program means by its own id, or makes them, and keeps what it says of them. Without an id it is somebody new:
/// a visitor, or a lead where there is an email address.
/// </summary>
public sealed class RecognizePerson(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    CheckAttributes checkAttributes,
    IdGenerator ids,
    TimeProvider clock
)
{
    /// <summary>
    /// The person. Attributes that are not defined, or have another type, are told and left out; everything else that breaks a rule is invalid.
    /// </summary>
    /// <param name="details">Who it is: external id, name, email and attributes; what is null stays as it is.</param>
    /// <param name="cancellationToken">Ends the storing.</param>
    public async Task<Outcome<RecognizedPerson, Fault>> RunAsync(
        PersonDetails details,
        CancellationToken cancellationToken
    )
    {
        var entered = details.Trimmed();
        entered = entered with
        {
            Role =
                entered.ExternalId is not null ? PersonRole.User
                : entered.Email is not null ? PersonRole.Lead
                : PersonRole.Visitor,
        };
        var attributes = await checkAttributes.RunAsync(
            AttributeOwner.Person,
            entered.Attributes,
            cancellationToken
        );
        var problems = PersonRules
            .Check(
                entered,
                attributes with
                {
                    Faults = new Dictionary<string, string>(StringComparer.Ordinal),
                }
            )
            .Where(problem => problem.Path != "role")
            .ToList();
        if (problems.Count > 0)
        {
            return Fault.Invalid(problems);
        }

        try
        {
            return await StoreAsync(entered, attributes, cancellationToken);
        }
        catch (DbUpdateException) when (entered.ExternalId is not null)
        {
            // Another request made them at the same moment; now they are found.
            return await StoreAsync(entered, attributes, cancellationToken);
        }
    }

    private async Task<RecognizedPerson> StoreAsync(
        PersonDetails entered,
        CheckedAttributes attributes,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var person = entered.ExternalId is null
            ? null
            : await context
                .Set<Person>()
                .FirstOrDefaultAsync(
                    candidate => candidate.ExternalId == entered.ExternalId,
                    cancellationToken
                );
        if (person is null)
        {
            person = new Person
            {
                Id = ids.Next(),
                ExternalId = entered.ExternalId,
                CreatedAt = clock.GetUtcNow(),
            };
            context.Add(person);
        }

        person.Role = entered.Role;
        person.Name = entered.Name ?? person.Name;
        person.Email = entered.Email ?? person.Email;
        if (attributes.Values.Count > 0)
        {
            person.AttributesJson = StoredAttributes.Merge(
                person.AttributesJson,
                attributes.Values
            );
        }

        await context.SaveChangesAsync(cancellationToken);
        return new RecognizedPerson(PersonSnapshot.From(person), attributes.Faults);
    }
}
