using System.Text.Json;
using System.Text.Json.Nodes;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.People;

/// <summary>
/// Finds or makes the user that somebody proved to be. The visitor or lead they were until then becomes that user, or is merged into the one
/// that exists, with their history. Leads of other browsers with the same email address stay apart: nobody proved that address.
/// </summary>
public sealed class IdentifyPerson(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    IEnumerable<IPersonHistory> histories,
    IdGenerator ids,
    TimeProvider clock
)
{
    private const int Attempts = 3;

    /// <summary>The user's id.</summary>
    /// <param name="identity">Who they proved to be.</param>
    /// <param name="formerId">The visitor or lead they were until now; null for nobody. A user, or a test person, is left as it is.</param>
    /// <param name="cancellationToken">Ends the storing.</param>
    public async Task<long> RunAsync(
        UserIdentity identity,
        long? formerId,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(identity, formerId, cancellationToken);
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Two tabs may sign the same person in at the same moment: the unique ids let one win, and the other finds it there.
            }
        }
    }

    private async Task<long> TryAsync(
        UserIdentity identity,
        long? formerId,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(
            cancellationToken
        );
        var former = await context
            .Set<Person>()
            .FirstOrDefaultAsync(
                person =>
                    person.Id == formerId && person.Role != PersonRole.User && !person.IsTestPerson,
                cancellationToken
            );
        var user = await FindAsync(context, identity, cancellationToken);
        if (user is null)
        {
            user = former ?? new Person { Id = ids.Next(), CreatedAt = clock.GetUtcNow() };
            if (former is null)
            {
                context.Add(user);
            }
        }
        else if (former is not null)
        {
            foreach (var history in histories)
            {
                await history.MoveAsync(context, former.Id, user.Id, cancellationToken);
            }

            context.Remove(former);
        }

        user.Role = PersonRole.User;
        user.ExternalId = identity.UserId ?? user.ExternalId;
        user.Email = identity.Email ?? user.Email;
        user.Name = identity.Name ?? user.Name;
        user.LastSeenAt = clock.GetUtcNow();
        if (identity.Company is { } company)
        {
            user.CompanyId = await CompanyAsync(context, company, cancellationToken);
        }

        if (identity.Attributes is { Count: > 0 } attributes)
        {
            await SetAsync(context, user, attributes, cancellationToken);
        }

        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return user.Id;
    }

    private static async Task<Person?> FindAsync(
        DataConnectorsDbContext context,
        UserIdentity identity,
        CancellationToken cancellationToken
    )
    {
        if (identity.UserId is { } userId)
        {
            var known = await context
                .Set<Person>()
                .FirstOrDefaultAsync(person => person.ExternalId == userId, cancellationToken);
            if (known is not null)
            {
                return known;
            }
        }

        // A user who was known by the address alone gets the id; one who has another id is somebody else.
        return identity.Email is not { } email
            ? null
            : await context
                .Set<Person>()
                .Where(person => person.Role == PersonRole.User && person.Email == email)
                .Where(person => identity.UserId == null || person.ExternalId == null)
                .OrderBy(person => person.Id)
                .FirstOrDefaultAsync(cancellationToken);
    }

    private async Task<long> CompanyAsync(
        DataConnectorsDbContext context,
        CompanyIdentity identity,
        CancellationToken cancellationToken
    )
    {
        var company = await context
            .Set<Company>()
            .FirstOrDefaultAsync(
                candidate => candidate.ExternalId == identity.CompanyId,
                cancellationToken
            );
        if (company is null)
        {
            company = new Company
            {
                Id = ids.Next(),
                ExternalId = identity.CompanyId,
                CreatedAt = clock.GetUtcNow(),
            };
            context.Add(company);
        }

        company.Name = identity.Name ?? company.Name;
        return company.Id;
    }

    private static async Task SetAsync(
        DataConnectorsDbContext context,
        Person user,
        IReadOnlyDictionary<string, JsonElement> attributes,
        CancellationToken cancellationToken
    )
    {
        var defined = await context
            .Set<AttributeDefinition>()
            .AsNoTracking()
            .Where(attribute => attribute.Owner == AttributeOwner.Person)
            .ToListAsync(cancellationToken);
        var values = JsonNode.Parse(user.AttributesJson) as JsonObject ?? [];
        foreach (var definition in defined)
        {
            if (!attributes.TryGetValue(definition.Name, out var told))
            {
                continue;
            }

            if (told.ValueKind == JsonValueKind.Null)
            {
                values.Remove(definition.Name);
            }
            else if (AttributeValues.Convert(told, definition.Type).TryGet(out var value, out _))
            {
                values[definition.Name] = JsonNode.Parse(value.GetRawText());
            }
        }

        user.AttributesJson = values.ToJsonString();
    }
}
