using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Audiences;

/// <summary>Changes a reusable audience. Connectors that are live for it are live for whom it means from then on.</summary>
public sealed class ChangeAudience(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    PeopleQueries people,
    TimeProvider clock
)
{
    /// <summary>
    /// The new revision. Invalid as in <see cref="CreateAudience"/>; a conflict when it has changed since
    /// <paramref name="basedOnRevision"/>.
    /// </summary>
    public async Task<Outcome<long, Fault>> RunAsync(
        Actor actor,
        long audienceId,
        AudienceDetails details,
        long basedOnRevision,
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
        var audience = await context
            .Set<Audience>()
            .FirstOrDefaultAsync(candidate => candidate.Id == audienceId, cancellationToken);
        if (audience is null)
        {
            return Fault.NotFound("audience");
        }

        if (audience.Revision != basedOnRevision)
        {
            return ChangedMeanwhile(audience);
        }

        if (
            await AudienceNames.TakenAsync(context, entered.Name, audienceId, cancellationToken) is
            { } taken
        )
        {
            problems.Insert(0, taken);
        }

        if (problems.Count > 0)
        {
            return Fault.Invalid(problems);
        }

        audience.Name = entered.Name;
        audience.NameKey = Audience.KeyOf(entered.Name);
        audience.Description = entered.Description;
        audience.RuleJson = AudienceJson.Serialize(entered.Rule);
        audience.Revision++;
        audience.UpdatedAt = clock.GetUtcNow();
        audience.UpdatedBy = actor.Name;
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return ChangedMeanwhile(audience);
        }
        catch (DbUpdateException)
        {
            if (
                await AudienceNames.TakenAsync(
                    context,
                    entered.Name,
                    audienceId,
                    cancellationToken
                ) is
                { } since
            )
            {
                return Fault.Invalid([since]);
            }

            throw;
        }

        return audience.Revision;
    }

    private static Fault ChangedMeanwhile(Audience audience) =>
        Fault.Conflict(
            $"Somebody else changed \"{audience.Name}\" after you opened it. Nothing of yours was saved, and nothing of theirs is lost: look at their change, then save yours."
        );
}
