using System.Globalization;
using System.Text.Json.Nodes;

namespace DataConnectors.Core.Inbox;

/// <summary>A conversation and its newest message as subscribers get them.</summary>
internal static class ConversationItem
{
    /// <param name="conversationId">The conversation.</param>
    /// <param name="startedAt">When it began.</param>
    /// <param name="personId">The person in the Messenger.</param>
    /// <param name="message">What was just written.</param>
    public static JsonObject Of(
        long conversationId,
        DateTimeOffset startedAt,
        long personId,
        ConversationMessage message
    ) =>
        new()
        {
            ["type"] = "conversation",
            ["id"] = Text(conversationId),
            ["created_at"] = startedAt.ToUnixTimeSeconds(),
            ["updated_at"] = message.CreatedAt.ToUnixTimeSeconds(),
            ["user_id"] = Text(personId),
            ["contacts"] = new JsonObject
            {
                ["type"] = "contact.list",
                ["contacts"] = new JsonArray(
                    new JsonObject { ["type"] = "contact", ["id"] = Text(personId) }
                ),
            },
            ["conversation_message"] = new JsonObject
            {
                ["type"] = "conversation_message",
                ["id"] = Text(message.Id),
                ["body"] = message.Text,
                ["created_at"] = message.CreatedAt.ToUnixTimeSeconds(),
                ["author"] = Author(message, personId),
            },
        };

    private static JsonObject Author(ConversationMessage message, long personId) =>
        message.Author switch
        {
            MessageAuthor.Person => new() { ["type"] = "user", ["id"] = Text(personId) },
            MessageAuthor.Fin => new() { ["type"] = "bot", ["id"] = null },
            MessageAuthor.Teammate => new()
            {
                ["type"] = "admin",
                ["id"] = message.TeammateId is { } teammate ? Text(teammate) : null,
            },
            _ => throw new InvalidOperationException($"Unknown author: {message.Author}"),
        };

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
