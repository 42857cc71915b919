using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.DeveloperApps;

/// <summary>Saves an app under a name that no other app has.</summary>
internal static class AppNames
{
    /// <summary>Saves <paramref name="context"/>; null when done, or the fault that the name is taken.</summary>
    public static async Task<Fault?> SaveAsync(
        DataConnectorsDbContext context,
        long appId,
        string name,
        CancellationToken cancellationToken
    )
    {
        if (await IsTakenAsync())
        {
            return Taken();
        }

        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return null;
        }
        catch (DbUpdateException)
        {
            // Two teammates may choose one name at the same moment; the index of names lets one of them win.
            if (await IsTakenAsync())
            {
                return Taken();
            }

            throw;
        }

        Task<bool> IsTakenAsync() =>
            context
                .Set<DeveloperApp>()
                .AnyAsync(app => app.Name == name && app.Id != appId, cancellationToken);

        Fault Taken() =>
            Fault.Invalid("name", $"An app named \"{name}\" exists already. Choose another name.");
    }
}
