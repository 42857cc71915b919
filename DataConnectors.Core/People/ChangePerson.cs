using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.People;

/// <summary>Changes what is known of a person.</summary>
public sealed class ChangePerson(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    CheckAttributes checkAttributes
)
{
    /// <summary>
    /// The changed person; not found when there is none. Invalid with every broken rule; a conflict that names the person who has the
    /// external id, or among users the email address, already.
    /// </summary>
    /// <param name="personId">Who.</param>
    /// <param name="change">Makes what is to be of what is.</param>
    /// <param name="cancellationToken">Ends the storing.</param>
    public async Task<Outcome<Person, Fault>> RunAsync(
        long personId,
        Func<PersonDetails, PersonDetails> change,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var person = await context
            .Set<Person>()
            .FirstOrDefaultAsync(candidate => candidate.Id == personId, cancellationToken);
        if (person is null)
        {
            return Fault.NotFound("contact");
        }

        var entered = change(PersonDetails.Of(person)).Trimmed();
        var attributes = await checkAttributes.RunAsync(
            AttributeOwner.Person,
            entered.Attributes,
            cancellationToken
        );
        if (PersonRules.Check(entered, attributes) is { Count: > 0 } problems)
        {
            return Fault.Invalid(problems);
        }

        if (await context.FindSameAsync(entered, personId, cancellationToken) is { } same)
        {
            return CreatePerson.Same(same);
        }

        entered.ApplyTo(person);
        person.AttributesJson = StoredAttributes.Merge(person.AttributesJson, attributes.Values);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return person;
        }
        catch (DbUpdateException) when (entered.ExternalId is not null)
        {
            if (await context.FindSameAsync(entered, personId, cancellationToken) is { } first)
            {
                return CreatePerson.Same(first);
            }

            throw;
        }
    }
}
