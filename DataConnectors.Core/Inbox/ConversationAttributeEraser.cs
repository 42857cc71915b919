using DataConnectors.Core.People;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Inbox;

/// <summary>Removes the values of an attribute from all conversations.</summary>
internal sealed class ConversationAttributeEraser : IAttributeEraser
{
    public AttributeOwner Owner => AttributeOwner.Conversation;

    public Task EraseAsync(
        DataConnectorsDbContext context,
        string attribute,
        CancellationToken cancellationToken
    )
    {
        // Names are letters, digits and underscores, so the path needs no escaping.
        var path = $"$.{attribute}";
        return context.Database.ExecuteSqlAsync(
            $"UPDATE Conversations SET AttributesJson = json_remove(AttributesJson, {path}) WHERE CASE WHEN json_valid(AttributesJson) THEN json_type(AttributesJson, {path}) END IS NOT NULL",
            cancellationToken
        );
    }
}
