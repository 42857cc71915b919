using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Workspace;

/// <summary>Reads the workspace and its teammates.</summary>
public sealed class WorkspaceQueries(IDbContextFactory<DataConnectorsDbContext> contexts)
{
    /// <summary>The workspace; null before the first admin made it.</summary>
    public async Task<WorkspaceSettings?> GetAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
            .Set<WorkspaceSettings>()
            .AsNoTracking()
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>The teammate; null when there is none of this id.</summary>
    public async Task<Teammate?> FindTeammateAsync(long id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
            .Set<Teammate>()
            .AsNoTracking()
            .FirstOrDefaultAsync(teammate => teammate.Id == id, cancellationToken);
    }

    /// <summary>Every teammate, by name.</summary>
    public async Task<IReadOnlyList<Teammate>> ListTeammatesAsync(
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
            .Set<Teammate>()
            .AsNoTracking()
            .OrderBy(teammate => teammate.Name)
            .ThenBy(teammate => teammate.Id)
            .ToListAsync(cancellationToken);
    }
}
