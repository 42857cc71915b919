using DataConnectors.Core.Execution;
using DataConnectors.Core.Logs;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Inbox;

/// <summary>Stores <c>conversation.…</c> attributes on the conversation that the execution ran in.</summary>
internal sealed class ConversationAttributeStore : IAttributeStore
{
    public string Prefix => "conversation.";

    public async Task ApplyAsync(
        DataConnectorsDbContext context,
        ExecutionResult result,
        IReadOnlyList<AttributeChange> changes,
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
            return;
        }

        var merged = AttributesJson.Merge(stored, Prefix, changes);
        await conversation.ExecuteUpdateAsync(
            update => update.SetProperty(candidate => candidate.AttributesJson, merged),
            cancellationToken
        );
    }
}
