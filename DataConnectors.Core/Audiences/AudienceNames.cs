using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Audiences;

/// <summary>That no two audiences have one name.</summary>
internal static class AudienceNames
{
    /// <summary>The fault of a name that another audience has; null when it is free.</summary>
    /// <param name="context">The database.</param>
    /// <param name="name">The name.</param>
    /// <param name="ownId">The audience that is to have it; null for a new one.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<Problem?> TakenAsync(
        DataConnectorsDbContext context,
        string name,
        long? ownId,
        CancellationToken cancellationToken
    )
    {
        var key = Audience.KeyOf(name);
        return await context
            .Set<Audience>()
            .AnyAsync(other => other.NameKey == key && other.Id != (ownId ?? 0), cancellationToken)
            ? new Problem("name", $"There is an audience \"{name}\" already. Choose another name.")
            : null;
    }
}
