using System.Globalization;
using System.Text.Json.Nodes;

namespace DataConnectors.Core.Inbox;

/// <summary>What Fin did, as programs get it: the events of the original's Fin Agent API.</summary>
internal static class FinEventItem
{
    private const string Milliseconds = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
    private const string Seconds = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>Fin answered: <c>fin_replied</c>.</summary>
    /// <param name="conversationId">As the program names it.</param>
    /// <param name="userId">As the program names them.</param>
    /// <param name="message">Fin's message.</param>
    /// <param name="questionId">What it answers; its parts carry the same id.</param>
    public static JsonObject Replied(
        string conversationId,
        string userId,
        ConversationMessage message,
        long questionId
    ) =>
        new()
        {
            ["event_name"] = "fin_replied",
            ["conversation_id"] = conversationId,
            ["user_id"] = userId,
            ["message"] = new JsonObject
            {
                ["id"] = Text(message.Id),
                ["author"] = "fin",
                ["body"] = HtmlOf(message.Text),
                ["timestamp"] = Instant(message.CreatedAt, Seconds),
                ["timestamp_ms"] = Instant(message.CreatedAt, Milliseconds),
            },
            ["status"] = "replying",
            ["stream_id"] = Text(questionId),
            ["created_at_ms"] = Instant(message.CreatedAt, Milliseconds),
        };

    /// <summary>Fin is as far as this: <c>fin_status_updated</c>.</summary>
    /// <param name="conversationId">As the program names it.</param>
    /// <param name="userId">As the program names them.</param>
    /// <param name="status">How far.</param>
    /// <param name="reason">Why it was handed to the team; null where nobody said.</param>
    /// <param name="at">When.</param>
    public static JsonObject StatusUpdated(
        string conversationId,
        string userId,
        FinStatus status,
        string? reason,
        DateTimeOffset at
    )
    {
        var item = new JsonObject
        {
            ["event_name"] = "fin_status_updated",
            ["conversation_id"] = conversationId,
            ["user_id"] = userId,
            ["status"] = status.ToWire(),
        };
        if (reason is not null)
        {
            item["reason"] = reason;
        }

        item["created_at_ms"] = Instant(at, Milliseconds);
        return item;
    }

    /// <summary>How far Fin is, in the original's word.</summary>
    public static string ToWire(this FinStatus status) =>
        status switch
        {
            FinStatus.AwaitingUserReply => "awaiting_user_reply",
            FinStatus.Escalated => "escalated",
            FinStatus.Resolved => "resolved",
            FinStatus.Complete => "complete",
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, message: null),
        };

    // Programs show it as HTML: nothing in it may be taken for markup.
    private static string HtmlOf(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .ReplaceLineEndings("<br>");

    private static string Instant(DateTimeOffset at, string format) =>
        at.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
