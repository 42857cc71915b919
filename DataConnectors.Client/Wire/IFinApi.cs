using DataConnectors.Client.Models;
using Refit;

namespace DataConnectors.Client.Wire;

/// <summary>Talking to Fin. Needs the scope <c>write_conversations</c>; traces also <c>read_conversations</c> opens.</summary>
public interface IFinApi
{
    /// <summary>Begins a conversation; its answers are told at <see cref="FinReceipt.SseSubscriptionUrl"/> and by webhooks.</summary>
    [Post("/fin/start")]
    Task<FinReceipt> StartAsync(
        [Body] FinStart start,
        CancellationToken cancellationToken = default
    );

    /// <summary>Sends the next message of a conversation.</summary>
    [Post("/fin/reply")]
    Task<FinReceipt> ReplyAsync(
        [Body] FinReply reply,
        CancellationToken cancellationToken = default
    );

    /// <summary>Asks one question, and gives the answer.</summary>
    [Post("/fin/ask")]
    Task<FinAnswer> AskAsync(
        [Body] FinQuestion question,
        CancellationToken cancellationToken = default
    );

    /// <summary>Hands a conversation, or a user, to the team.</summary>
    [Post("/fin/escalate")]
    Task<FinEscalation> EscalateAsync(
        [Body] FinEscalationRequest escalation,
        CancellationToken cancellationToken = default
    );

    /// <summary>What Fin can do for a user.</summary>
    [Post("/fin/capabilities")]
    Task<FinCapabilities> ListCapabilitiesAsync(
        [Body] FinCapabilitiesRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Why Fin did what it did in a conversation of any channel.</summary>
    /// <param name="conversationId">Your own id, or the server's.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    [Get("/fin/conversations/{conversationId}/trace")]
    Task<FinTrace> GetTraceAsync(
        string conversationId,
        CancellationToken cancellationToken = default
    );
}
