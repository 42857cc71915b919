using System.Linq.Expressions;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Versioning;

/// <summary>Whether a version serves customers.</summary>
public enum VersionStatus
{
    /// <summary>It does.</summary>
    Live,

    /// <summary>It was the last to do so, and its connector was set to draft since.</summary>
    Paused,

    /// <summary>It did, until another was published.</summary>
    PreviouslyLive,
}

/// <summary>A version without its definition.</summary>
public sealed record VersionSummary(
    long Id,
    long ConnectorId,
    int Number,
    VersionStatus Status,
    string Note,
    string CreatedBy,
    long? CreatedById,
    DateTimeOffset CreatedAt
);

/// <summary>Reads the versions of a connector, newest first.</summary>
public sealed class ListVersions(IDbContextFactory<DataConnectorsDbContext> contexts)
{
    /// <summary>The page after the version of id <paramref name="after"/>, null for the newest; not found when the connector is not.</summary>
    public async Task<Outcome<Page<VersionSummary>, Fault>> RunAsync(
        long connectorId,
        long? after,
        int size,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await Heads.FindAsync(context, connectorId, cancellationToken) is not { } head)
        {
            return Fault.NotFound("data connector");
        }

        var versions = context
            .Set<ConnectorVersion>()
            .AsNoTracking()
            .Where(version => version.ConnectorId == connectorId);
        if (after is { } lastSeen)
        {
            versions = versions.Where(version => version.Id < lastSeen);
        }

        var rows = await versions
            .OrderByDescending(version => version.Id)
            .Take(size + 1)
            .Select(Heads.WithoutDefinition)
            .ToListAsync(cancellationToken);
        return Cursor.PageOf([.. rows.Select(head.Judge)], size, version => version.Id);
    }
}

/// <summary>Reads one version of a connector.</summary>
public sealed class GetVersion(IDbContextFactory<DataConnectorsDbContext> contexts)
{
    /// <summary>It; not found when the connector has no such version.</summary>
    public async Task<Outcome<VersionSummary, Fault>> RunAsync(
        long connectorId,
        long versionId,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var head = await Heads.FindAsync(context, connectorId, cancellationToken);
        var version = await context
            .Set<ConnectorVersion>()
            .AsNoTracking()
            .Where(version => version.Id == versionId && version.ConnectorId == connectorId)
            .Select(Heads.WithoutDefinition)
            .FirstOrDefaultAsync(cancellationToken);
        return head is null || version is null ? Fault.NotFound("version") : head.Judge(version);
    }
}

/// <summary>What of a connector tells the status of its versions.</summary>
/// <param name="LiveVersionId">The version that serves customers; null when none does.</param>
/// <param name="LatestVersionId">The version published last; null when there is none.</param>
internal sealed record VersionHead(long? LiveVersionId, long? LatestVersionId)
{
    public VersionSummary Judge(VersionSummary version) =>
        version with
        {
            Status =
                version.Id == LiveVersionId ? VersionStatus.Live
                : LiveVersionId is null && version.Id == LatestVersionId ? VersionStatus.Paused
                : VersionStatus.PreviouslyLive,
        };
}

internal static class Heads
{
    /// <summary>The columns of a summary; the status is judged afterwards.</summary>
    public static readonly Expression<Func<ConnectorVersion, VersionSummary>> WithoutDefinition =
        version => new VersionSummary(
            version.Id,
            version.ConnectorId,
            version.Number,
            VersionStatus.PreviouslyLive,
            version.Note,
            version.CreatedBy,
            version.CreatedById,
            version.CreatedAt
        );

    /// <summary>Null when there is no such connector.</summary>
    public static Task<VersionHead?> FindAsync(
        DataConnectorsDbContext context,
        long connectorId,
        CancellationToken cancellationToken
    ) =>
        context
            .Set<Connector>()
            .AsNoTracking()
            .Where(connector => connector.Id == connectorId)
            .Select(connector => new VersionHead(
                connector.LiveVersionId,
                context
                    .Set<ConnectorVersion>()
                    .Where(version => version.ConnectorId == connectorId)
                    .Max(version => (long?)version.Id)
            ))
            .FirstOrDefaultAsync(cancellationToken);
}
