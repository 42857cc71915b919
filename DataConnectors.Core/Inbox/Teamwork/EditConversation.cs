using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Inbox.Teamwork;

/// <summary>
/// What every command of teammates is made of: one transaction around reading and writing, so that of several teammates at once none
/// overwrites what another did, and a word to whoever looks once it is committed.
/// </summary>
public sealed class EditConversation(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    ConversationChanges changes,
    IdGenerator ids,
    TimeProvider clock
)
{
    /// <summary>Done, not found, or what <paramref name="change"/> refused with, and then nothing was changed.</summary>
    /// <param name="actor">Who changes it.</param>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="change">Changes it; returns why not, or null.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<Outcome<Done, Fault>> RunAsync(
        Actor actor,
        long conversationId,
        Func<ConversationEdit, Task<Fault?>> change,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(
            cancellationToken
        );
        var conversation = await context
            .Set<Conversation>()
            .FirstOrDefaultAsync(candidate => candidate.Id == conversationId, cancellationToken);
        if (conversation is null)
        {
            return Fault.NotFound("conversation");
        }

        var edit = new ConversationEdit(actor, conversation, context, ids, clock.GetUtcNow());
        if (await change(edit) is { } fault)
        {
            return fault;
        }

        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        changes.Publish(new ConversationChange.Updated(conversationId));
        return Done.Instance;
    }
}
