using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Audiences;

/// <summary>Deletes a reusable audience that no connector uses.</summary>
public sealed class DeleteAudience(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    AudienceUsers users
)
{
    /// <summary>Done; in use, naming the connectors, while a draft or a live version has it.</summary>
    public async Task<Outcome<Done, Fault>> RunAsync(
        Actor actor,
        long audienceId,
        CancellationToken cancellationToken
    )
    {
        if (!actor.CanAccessDeveloperHub)
        {
            return Fault.Forbidden();
        }

        // A connector that takes it between this question and the deletion is told by its rules, and means nobody by it.
        var usage = await users.ReadAsync(cancellationToken);
        if (usage.Obstacle(audienceId) is { } obstacle)
        {
            return obstacle;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var deleted = await context
            .Set<Audience>()
            .Where(audience => audience.Id == audienceId)
            .ExecuteDeleteAsync(cancellationToken);
        return deleted == 0 ? Fault.NotFound("audience") : Done.Instance;
    }
}
