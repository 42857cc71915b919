using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Inbox;

/// <summary>A message that was written elsewhere and is brought in.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="Author">The person, or a teammate.</param>
/// <param name="Text">Plain text.</param>
/// <param name="At">When it was written.</param>
public sealed record HeldMessage(
    long ConversationId,
    MessageAuthor Author,
    string Text,
    DateTimeOffset At
)
{
    /// <summary>Who of the team wrote it; null for the person.</summary>
    public long? TeammateId { get; init; }

    /// <summary>Whether it is a note that only the team reads.</summary>
    public bool IsNote { get; init; }
}

/// <summary>
/// Brings in what was said elsewhere: nobody answers it, nobody is told of it, and it changes nothing of the conversation but its messages.
/// Messages stand in the order in which they are brought in.
/// </summary>
public sealed class AddHistory(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    ConversationChanges changes,
    IdGenerator ids
)
{
    /// <summary>The stored message; not found when there is no such conversation.</summary>
    public async Task<Outcome<ConversationMessage, Fault>> RunAsync(
        HeldMessage held,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(
            cancellationToken
        );
        var conversation = await context
            .Set<Conversation>()
            .FirstOrDefaultAsync(
                candidate => candidate.Id == held.ConversationId,
                cancellationToken
            );
        if (conversation is null)
        {
            return Fault.NotFound("conversation");
        }

        var message = new ConversationMessage
        {
            Id = ids.Next(),
            ConversationId = held.ConversationId,
            Author = held.Author,
            Text = held.Text,
            TeammateId = held.TeammateId,
            IsNote = held.IsNote,
            CreatedAt = held.At,
        };
        context.Add(message);
        if (held.At > conversation.UpdatedAt)
        {
            conversation.UpdatedAt = held.At;
        }

        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        changes.Publish(new ConversationChange.MessageAdded(held.ConversationId, message));
        return message;
    }
}
