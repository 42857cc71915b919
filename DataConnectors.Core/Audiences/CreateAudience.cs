using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Audiences;

/// <summary>Creates a reusable audience.</summary>
public sealed class CreateAudience(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    PeopleQueries people,
    IdGenerator ids,
    TimeProvider clock
)
{
    /// <summary>The new audience's id. Invalid at the paths of <see cref="AudienceDetails.Check"/>.</summary>
    public async Task<Outcome<long, Fault>> RunAsync(
        Actor actor,
        AudienceDetails details,
        CancellationToken cancellationToken
    )
    {
        if (!actor.CanAccessDeveloperHub)
        {
            return Fault.Forbidden();
        }

        var entered = details.Trimmed();
        var attributes = await people.ListAttributesAsync(cancellationToken);
        var problems = entered.Check(attributes).Errors();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (
            await AudienceNames.TakenAsync(context, entered.Name, ownId: null, cancellationToken) is
            { } taken
        )
        {
            problems.Insert(0, taken);
        }

        if (problems.Count > 0)
        {
            return Fault.Invalid(problems);
        }

        var now = clock.GetUtcNow();
        var audience = new Audience
        {
            Id = ids.Next(),
            Name = entered.Name,
            NameKey = Audience.KeyOf(entered.Name),
            Description = entered.Description,
            RuleJson = AudienceJson.Serialize(entered.Rule),
            Revision = 1,
            CreatedAt = now,
            UpdatedAt = now,
            UpdatedBy = actor.Name,
        };
        context.Add(audience);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Two teammates may choose one name at the same moment; the index of names lets one of them win.
            if (
                await AudienceNames.TakenAsync(
                    context,
                    entered.Name,
                    audience.Id,
                    cancellationToken
                ) is
                { } since
            )
            {
                return Fault.Invalid([since]);
            }

            throw;
        }

        return audience.Id;
    }
}
