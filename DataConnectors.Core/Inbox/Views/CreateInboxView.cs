using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Inbox.Views;

/// <summary>Makes a view.</summary>
public sealed class CreateInboxView(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    IdGenerator ids
)
{
    /// <summary>How many views a teammate may make: the Inbox counts each of them.</summary>
    public const int MostOfOne = 30;

    /// <summary>The new view's id; invalid with every problem, or a conflict when the teammate has too many.</summary>
    public async Task<Outcome<long, Fault>> RunAsync(
        Actor actor,
        InboxViewDetails details,
        CancellationToken cancellationToken
    )
    {
        if (details.FindProblems() is { Count: > 0 } problems)
        {
            return Fault.Invalid(problems);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(
            cancellationToken
        );
        var others = await context
            .Set<InboxView>()
            .CountAsync(view => view.OwnerId == actor.TeammateId, cancellationToken);
        if (others >= MostOfOne)
        {
            return Fault.Conflict(
                $"You have {others} views, and that is as many as one can have. Delete one first."
            );
        }

        var view = new InboxView
        {
            Id = ids.Next(),
            Name = details.Name.Trim(),
            OwnerId = actor.TeammateId,
            IsShared = details.IsShared,
            Filter = details.Filter,
        };
        context.Add(view);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return view.Id;
    }
}
