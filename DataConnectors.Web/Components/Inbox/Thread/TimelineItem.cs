using DataConnectors.Core.Agent;
using DataConnectors.Core.Inbox;

namespace DataConnectors.Web.Components.Inbox.Thread;

/// <summary>Something that stands in a thread, from the top down.</summary>
/// <param name="Key">Tells it from the others, and stays the same while the thread grows.</param>
/// <param name="At">When it was.</param>
public abstract record TimelineItem(string Key, DateTimeOffset At)
{
    /// <summary>Something said, or noted.</summary>
    /// <param name="Message">The message.</param>
    /// <param name="Author">Who wrote it.</param>
    /// <param name="Trace">For Fin's messages: why; null where that was not kept.</param>
    public sealed record Said(ConversationMessage Message, string Author, AgentTrace? Trace)
        : TimelineItem($"message-{Message.Id}", Message.CreatedAt);

    /// <summary>A conversation event.</summary>
    /// <param name="Key">Tells it from the others.</param>
    /// <param name="At">When.</param>
    /// <param name="Kind">What sort it is, for its look.</param>
    /// <param name="Text">What happened, in a sentence without an end.</param>
    /// <param name="WholeText">The same with nothing left out; null where nothing is.</param>
    /// <param name="Run">The run that it tells of; null for none.</param>
    public sealed record Happened(
        string Key,
        DateTimeOffset At,
        HappeningKind Kind,
        string Text,
        string? WholeText = null,
        TraceStep? Run = null
    ) : TimelineItem(Key, At);
}

/// <summary>What sort of event it is.</summary>
public enum HappeningKind
{
    /// <summary>Which connectors Fin could use.</summary>
    Access,

    /// <summary>A connector ran well.</summary>
    Success,

    /// <summary>A connector failed.</summary>
    Failure,

    /// <summary>Somebody, or Fin, did something with the conversation.</summary>
    Change,
}
