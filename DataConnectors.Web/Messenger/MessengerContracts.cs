using System.Globalization;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.Messaging;

namespace DataConnectors.Web.Messenger;

/// <summary>Opens a session.</summary>
/// <param name="UserJwt">Who it is; null for a visitor.</param>
internal sealed record OpenSessionRequest(string? UserJwt);

/// <summary>A session that is open.</summary>
/// <param name="Token">What the browser proves it with; null when the one it has stays good.</param>
/// <param name="PersonId">Who uses it, so that a browser notices when it is somebody else.</param>
/// <param name="IsVerified">Whether a user token proved who it is.</param>
/// <param name="ExpiresAt">When it ends, in Unix seconds.</param>
internal sealed record SessionAnswer(
    string? Token,
    string PersonId,
    bool IsVerified,
    long ExpiresAt
);

/// <summary>A message to send.</summary>
/// <param name="ClientId">A UUID that the browser made for it: what is sent twice is stored once.</param>
/// <param name="ConversationId">The conversation; null begins one.</param>
/// <param name="Text">The text.</param>
internal sealed record SendMessageRequest(Guid? ClientId, string? ConversationId, string? Text);

/// <summary>An email address to leave.</summary>
internal sealed record LeaveEmailRequest(string? Email);

/// <summary>A message as its person sees it.</summary>
/// <param name="Id">The id; also the id of its event.</param>
/// <param name="ConversationId">The conversation.</param>
/// <param name="Author"><c>person</c>, <c>fin</c> or <c>teammate</c>.</param>
/// <param name="Text">Plain text.</param>
/// <param name="CreatedAt">When it was written, in Unix seconds.</param>
/// <param name="ClientId">The id that the browser made for it.</param>
internal sealed record MessageAnswer(
    string Id,
    string ConversationId,
    string Author,
    string Text,
    long CreatedAt,
    string? ClientId
)
{
    public static MessageAnswer Of(ConversationMessage message) =>
        new(
            WireText(message.Id),
            WireText(message.ConversationId),
            message.Author.ToString().ToLowerInvariant(),
            message.Text,
            message.CreatedAt.ToUnixTimeSeconds(),
            message.ClientId
        );

    // Larger than a JavaScript number holds.
    public static string WireText(long id) => id.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A conversation as its person sees it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Subject">Its first words.</param>
/// <param name="UpdatedAt">When the last message was written, in Unix seconds.</param>
/// <param name="IsAnswerPending">Whether Fin is at work on an answer.</param>
/// <param name="LastMessage">The latest message, in a list.</param>
/// <param name="Messages">All messages, oldest first, of one conversation.</param>
internal sealed record ConversationAnswer(
    string Id,
    string Subject,
    long UpdatedAt,
    bool IsAnswerPending,
    MessageAnswer? LastMessage,
    IReadOnlyList<MessageAnswer>? Messages
)
{
    public static ConversationAnswer Of(OwnConversation own) =>
        Of(
            own.Conversation,
            own.LastMessage is null ? null : MessageAnswer.Of(own.LastMessage),
            messages: null
        );

    public static ConversationAnswer Of(ConversationThread thread) =>
        Of(thread.Conversation, lastMessage: null, [.. thread.Messages.Select(MessageAnswer.Of)]);

    private static ConversationAnswer Of(
        Conversation conversation,
        MessageAnswer? lastMessage,
        IReadOnlyList<MessageAnswer>? messages
    ) =>
        new(
            MessageAnswer.WireText(conversation.Id),
            conversation.Subject,
            conversation.UpdatedAt.ToUnixTimeSeconds(),
            conversation is { PendingMessageId: not null, IsFinInCharge: true },
            lastMessage,
            messages
        );
}

/// <summary>The conversations of a person.</summary>
/// <param name="Conversations">Latest first.</param>
/// <param name="LatestEventId">From here a stream of events misses nothing that is not in this list.</param>
/// <param name="Email">The address that is known; null when none is.</param>
internal sealed record ConversationListAnswer(
    IReadOnlyList<ConversationAnswer> Conversations,
    string LatestEventId,
    string? Email
);
