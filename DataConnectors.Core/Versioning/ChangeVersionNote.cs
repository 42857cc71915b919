using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Versioning;

/// <summary>Changes what is written about a version, the only thing of it that can change.</summary>
public sealed class ChangeVersionNote(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    GetVersion getVersion
)
{
    /// <summary>The version with its new note.</summary>
    public async Task<Outcome<VersionSummary, Fault>> RunAsync(
        Actor actor,
        long connectorId,
        long versionId,
        string note,
        CancellationToken cancellationToken
    )
    {
        if (!actor.CanAccessDeveloperHub)
        {
            return Fault.Forbidden();
        }

        note = note.Trim();
        if (note.Length > ConnectorVersion.MaxNoteLength)
        {
            return Fault.Invalid(
                "note",
                $"The note is longer than {ConnectorVersion.MaxNoteLength} characters. Shorten it."
            );
        }

        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            await context
                .Set<ConnectorVersion>()
                .Where(version => version.Id == versionId && version.ConnectorId == connectorId)
                .ExecuteUpdateAsync(
                    update => update.SetProperty(version => version.Note, note),
                    cancellationToken
                );
        }

        return await getVersion.RunAsync(connectorId, versionId, cancellationToken);
    }
}
