using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.People;

/// <summary>Makes a person of whom nothing is known.</summary>
public sealed class AddVisitor(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    IdGenerator ids,
    TimeProvider clock
)
{
    /// <summary>The visitor's id.</summary>
    public async Task<long> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var visitor = new Person
        {
            Id = ids.Next(),
            Role = PersonRole.Visitor,
            CreatedAt = now,
            LastSeenAt = now,
        };
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Add(visitor);
        await context.SaveChangesAsync(cancellationToken);
        return visitor.Id;
    }
}
