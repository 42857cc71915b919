using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.People;

/// <summary>Makes a person that a program describes.</summary>
public sealed class CreatePerson(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    CheckAttributes checkAttributes,
    IdGenerator ids,
    TimeProvider clock
)
{
    /// <summary>
    /// The stored person. Invalid with every broken rule; a conflict that names the person who has the external id, or among users the email
    /// address, already.
    /// </summary>
    public async Task<Outcome<Person, Fault>> RunAsync(
        PersonDetails details,
        CancellationToken cancellationToken
    )
    {
        var entered = details.Trimmed();
        var attributes = await checkAttributes.RunAsync(
            AttributeOwner.Person,
            entered.Attributes,
            cancellationToken
        );
        if (PersonRules.Check(entered, attributes) is { Count: > 0 } problems)
        {
            return Fault.Invalid(problems);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.FindSameAsync(entered, personId: null, cancellationToken) is { } same)
        {
            return Same(same);
        }

        var person = new Person
        {
            Id = ids.Next(),
            CreatedAt = clock.GetUtcNow(),
            AttributesJson = StoredAttributes.Merge("{}", attributes.Values),
        };
        entered.ApplyTo(person);
        context.Add(person);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return person;
        }
        catch (DbUpdateException) when (entered.ExternalId is not null)
        {
            // Two programs may describe one person at the same moment; the index of external ids lets one of them win.
            if (await context.FindSameAsync(entered, person.Id, cancellationToken) is { } first)
            {
                return Same(first);
            }

            throw;
        }
    }

    /// <summary>The refusal that names who is there already, in the original's words.</summary>
    internal static Fault Same(long personId) =>
        Fault.Conflict($"A contact matching those details already exists with id={personId}");
}
