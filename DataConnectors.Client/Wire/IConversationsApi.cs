using DataConnectors.Client.Models;
using Refit;

namespace DataConnectors.Client.Wire;

/// <summary>Conversations, and history that is brought in. Reads need the scope <c>read_conversations</c>, writes <c>write_conversations</c>.</summary>
public interface IConversationsApi
{
    /// <summary>Begins a conversation, or brings one in.</summary>
    [Post("/conversations")]
    Task<UserMessage> CreateAsync(
        [Body] NewConversation conversation,
        CancellationToken cancellationToken = default
    );

    /// <summary>One conversation with its parts.</summary>
    [Get("/conversations/{id}")]
    Task<Conversation> GetAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Adds a message.</summary>
    [Post("/conversations/{id}/reply")]
    Task<Conversation> ReplyAsync(
        string id,
        [Body] ConversationReply reply,
        CancellationToken cancellationToken = default
    );
}
