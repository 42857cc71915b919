using DataConnectors.Core.Connectors;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Logs;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Inbox;

/// <summary>Stores <c>conversation.…</c> attributes on the conversation that the execution ran in.</summary>
internal sealed class ConversationStore : IObjectStore
{
    public bool Stores(string objectType) => objectType == ObjectMapping.Conversation;

    public async Task<IReadOnlyList<ObjectChange>> ApplyAsync(
        DataConnectorsDbContext context,
        ExecutionResult result,
        IReadOnlyList<ObjectChange> changes,
        CancellationToken cancellationToken
    )
    {
        var conversation = context
            .Set<Conversation>()
            .Where(candidate => candidate.Id == result.ConversationId);
        var stored = await conversation
            .Select(candidate => candidate.AttributesJson)
            .FirstOrDefaultAsync(cancellationToken);
        if (stored is null)
        {
            return [];
        }

        var merged = AttributesJson.Merge(stored, changes);
        await conversation.ExecuteUpdateAsync(
            update => update.SetProperty(candidate => candidate.AttributesJson, merged),
            cancellationToken
        );
        return changes;
    }
}
