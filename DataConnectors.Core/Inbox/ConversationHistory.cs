using DataConnectors.Core.People;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Inbox;

/// <summary>The conversations of a person.</summary>
internal sealed class ConversationHistory : IPersonHistory
{
    public Task MoveAsync(
        DataConnectorsDbContext context,
        long fromPersonId,
        long toPersonId,
        CancellationToken cancellationToken
    ) =>
        context
            .Set<Conversation>()
            .Where(conversation => conversation.PersonId == fromPersonId)
            .ExecuteUpdateAsync(
                update => update.SetProperty(conversation => conversation.PersonId, toPersonId),
                cancellationToken
            );
}
