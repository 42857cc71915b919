namespace DataConnectors.Core.Inbox;

/// <summary>A conversation to begin, with the message that begins it.</summary>
/// <param name="PersonId">Who writes.</param>
/// <param name="Text">What they wrote; plain text.</param>
public sealed record NewConversation(long PersonId, string Text)
{
    /// <summary>Whether it is proven that they wrote it.</summary>
    public bool IsVerified { get; init; }

    /// <summary>Where.</summary>
    public ConversationChannel Channel { get; init; }

    /// <summary>The id that a program gives it; null for none.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The id that the sending program made for the message; null for none. Storing it twice is a database fault.</summary>
    public string? ClientId { get; init; }

    /// <summary>What was said elsewhere before the message, oldest first.</summary>
    public IReadOnlyList<EarlierMessage> Earlier { get; init; } = [];

    /// <summary>Values of conversation attributes by name, a JSON object.</summary>
    public string AttributesJson { get; init; } = "{}";

    /// <summary>Whether Fin is to answer.</summary>
    public bool IsForFin { get; init; } = true;

    /// <summary>
    /// When it was written, of a conversation that was held elsewhere and is brought in: nobody answers it, and nobody is told of it. Null for
    /// one that begins now.
    /// </summary>
    public DateTimeOffset? HeldAt { get; init; }

    /// <summary>Whether the team still has it before it.</summary>
    public ConversationState State { get; init; }
}

/// <summary>A message that was written elsewhere, before a conversation came here.</summary>
/// <param name="Author">Who wrote it.</param>
/// <param name="Text">Plain text.</param>
/// <param name="At">When; null when that is not known.</param>
public sealed record EarlierMessage(MessageAuthor Author, string Text, DateTimeOffset? At);
