using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Audiences;

/// <summary>A reusable audience as it is judged by.</summary>
public sealed record KnownAudience(long Id, string Name, AudienceRule Rule);

/// <summary>
/// All reusable audiences, kept in memory. Each turn of Fin asks for them, so what is asked of the database is only whether they are still the
/// same: another process may have changed them.
/// </summary>
public sealed class AudienceBook(IDbContextFactory<DataConnectorsDbContext> contexts)
{
    private volatile Kept? kept;

    /// <summary>The audiences as they are now, by id.</summary>
    public async Task<IReadOnlyDictionary<long, KnownAudience>> ReadAsync(
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var audiences = context.Set<Audience>().AsNoTracking();

        // Taken before the rows: a change between the two makes the next reader read again. Ids rise and are never used twice, revisions
        // only rise, so no change leaves all three as they were.
        var edition = await audiences
            .GroupBy(_ => 1)
            .Select(all => new Edition(
                all.Count(),
                all.Max(audience => audience.Id),
                all.Sum(audience => audience.Revision)
            ))
            .SingleOrDefaultAsync(cancellationToken);
        edition ??= new Edition(0, 0, 0);
        if (kept is { } last && last.Edition == edition)
        {
            return last.Audiences;
        }

        var rows = await audiences.ToListAsync(cancellationToken);
        var read = rows.ToDictionary(
            row => row.Id,
            row => new KnownAudience(row.Id, row.Name, AudienceJson.Deserialize(row.RuleJson))
        );
        kept = new Kept(edition, read);
        return read;
    }

    private sealed record Edition(int Count, long LatestId, long Revisions);

    private sealed record Kept(Edition Edition, IReadOnlyDictionary<long, KnownAudience> Audiences);
}
