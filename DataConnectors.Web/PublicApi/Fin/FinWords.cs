using System.Globalization;
using DataConnectors.Core.Inbox;

namespace DataConnectors.Web.PublicApi.Fin;

/// <summary>Conversations in the words of the Fin API.</summary>
internal static class FinWords
{
    private const string Milliseconds = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>The id by which programs know the conversation.</summary>
    public static string WireId(this Conversation conversation) =>
        conversation.ExternalId ?? PublicApi.WireId.Of(conversation.Id);

    /// <summary>How far Fin is.</summary>
    public static FinProgress Progress(this Conversation conversation) =>
        conversation.PendingMessageId is not null
            ? FinProgress.Thinking
            : conversation.FinStatus switch
            {
                FinStatus.Escalated => FinProgress.Escalated,
                FinStatus.Resolved => FinProgress.Resolved,
                FinStatus.Complete => FinProgress.Complete,
                _ when conversation.AssigneeId is not null => FinProgress.Escalated,
                FinStatus.AwaitingUserReply => FinProgress.AwaitingUserReply,
                _ => FinProgress.Thinking,
            };

    /// <summary>An instant to the millisecond.</summary>
    public static string ToMilliseconds(this DateTimeOffset at) =>
        at.UtcDateTime.ToString(Milliseconds, CultureInfo.InvariantCulture);

    /// <summary>The conversation that a program names, by its own id or by ours; null when there is none.</summary>
    public static async Task<Conversation?> FindByWireIdAsync(
        this ConversationQueries conversations,
        string id,
        CancellationToken cancellationToken
    ) =>
        await conversations.FindHeadByExternalIdAsync(id, cancellationToken)
        ?? (
            PublicApi.WireId.Read(id) is var own and not 0
                ? await conversations.FindHeadAsync(own, cancellationToken)
                : null
        );
}
