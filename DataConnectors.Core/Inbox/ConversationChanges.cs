using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace DataConnectors.Core.Inbox;

/// <summary>Something that whoever looks at a conversation wants to know at once.</summary>
/// <param name="ConversationId">The conversation.</param>
public abstract record ConversationChange(long ConversationId)
{
    /// <summary>A message was stored. It may be a note: whoever shows it to the person leaves notes out.</summary>
    public sealed record MessageAdded(long ConversationId, ConversationMessage Message)
        : ConversationChange(ConversationId);

    /// <summary>Fin began or stopped working on an answer.</summary>
    public sealed record FinIsTyping(long ConversationId, bool IsTyping)
        : ConversationChange(ConversationId);

    /// <summary>A teammate is writing.</summary>
    public sealed record TeammateIsTyping(long ConversationId, long TeammateId)
        : ConversationChange(ConversationId);

    /// <summary>
    /// The next piece of the answer that Fin is writing to a message. What counts is the message stored in the end: who missed pieces loses
    /// nothing.
    /// </summary>
    public sealed record AnswerPart(long ConversationId, long QuestionId, string Text)
        : ConversationChange(ConversationId);

    /// <summary>Something else of it changed: state, assignee, person, status.</summary>
    public sealed record Updated(long ConversationId) : ConversationChange(ConversationId);
}

/// <summary>
/// Tells whoever looks at conversations what changes in them, within this process. Published only after the commit: who hears of a change
/// can read it.
/// </summary>
public sealed class ConversationChanges(ILogger<ConversationChanges> logger)
{
    private readonly ConcurrentDictionary<long, Listener> listeners = new();
    private long lastListener;

    /// <summary>Tells <paramref name="tell"/> of every change of one conversation, or of all, until disposed.</summary>
    /// <param name="conversationId">The conversation; null for all.</param>
    /// <param name="tell">Called on the publisher's thread: must not block.</param>
    public IDisposable Subscribe(long? conversationId, Action<ConversationChange> tell)
    {
        var listener = new Listener(
            this,
            Interlocked.Increment(ref lastListener),
            conversationId,
            tell
        );
        listeners[listener.Id] = listener;
        return listener;
    }

    /// <summary>Tells everybody who looks.</summary>
    public void Publish(ConversationChange change)
    {
        foreach (var (_, listener) in listeners)
        {
            if (listener.ConversationId is { } id && id != change.ConversationId)
            {
                continue;
            }

            try
            {
                listener.Tell(change);
            }
            catch (Exception failure)
            {
                // One page that fails must not keep the others, or the writer, from going on.
                logger.LogError(
                    failure,
                    "A listener to conversation {ConversationId} failed",
                    change.ConversationId
                );
            }
        }
    }

    private sealed record Listener(
        ConversationChanges Changes,
        long Id,
        long? ConversationId,
        Action<ConversationChange> Tell
    ) : IDisposable
    {
        public void Dispose() => Changes.listeners.TryRemove(Id, out _);
    }
}
