using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Audiences;

/// <summary>A reusable audience with where it is used.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name.</param>
/// <param name="Description">Who they are and what for; may be empty.</param>
/// <param name="Rule">Who is meant.</param>
/// <param name="Revision">What a change is based on.</param>
/// <param name="UpdatedAt">When it was last changed.</param>
/// <param name="UpdatedBy">Who changed it last.</param>
/// <param name="UsedBy">The data connectors whose draft or live version has it, by name.</param>
public sealed record AudienceSummary(
    long Id,
    string Name,
    string Description,
    AudienceRule Rule,
    long Revision,
    DateTimeOffset UpdatedAt,
    string UpdatedBy,
    IReadOnlyList<string> UsedBy
);

/// <summary>Reads reusable audiences, for whoever makes and changes them.</summary>
public sealed class AudienceQueries(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    AudienceUsers users
)
{
    /// <summary>Every audience, by name.</summary>
    public async Task<IReadOnlyList<AudienceSummary>> ListAsync(CancellationToken cancellationToken)
    {
        var usage = await users.ReadAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var audiences = await context
            .Set<Audience>()
            .AsNoTracking()
            .OrderBy(audience => audience.NameKey)
            .ToListAsync(cancellationToken);
        return [.. audiences.Select(audience => SummaryOf(audience, usage))];
    }

    /// <summary>One audience, or null.</summary>
    public async Task<AudienceSummary?> FindAsync(
        long audienceId,
        CancellationToken cancellationToken
    )
    {
        var usage = await users.ReadAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return
            await context
                .Set<Audience>()
                .AsNoTracking()
                .FirstOrDefaultAsync(audience => audience.Id == audienceId, cancellationToken)
                is { } audience
            ? SummaryOf(audience, usage)
            : null;
    }

    private static AudienceSummary SummaryOf(Audience audience, AudienceUsage usage) =>
        new(
            audience.Id,
            audience.Name,
            audience.Description,
            AudienceJson.Deserialize(audience.RuleJson),
            audience.Revision,
            audience.UpdatedAt,
            audience.UpdatedBy,
            usage.Of(audience.Id)
        );
}
