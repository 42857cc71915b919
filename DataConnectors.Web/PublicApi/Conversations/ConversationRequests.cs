using DataConnectors.Web.PublicApi.Requests;

namespace DataConnectors.Web.PublicApi.Conversations;

/// <summary>What kind of contact writes.</summary>
internal enum ContactType
{
    User,
    Lead,
    Contact,
}

/// <summary>Whether the team still has a conversation before it.</summary>
internal enum ConversationStateName
{
    Open,
    Closed,
}

/// <summary>Who wrote a reply.</summary>
internal enum ReplyAuthor
{
    User,
    Admin,
}

/// <summary>What a reply is.</summary>
internal enum ReplyMessageType
{
    Comment,
    Note,
}

/// <summary>A contact who writes.</summary>
[Needed("type")]
[Needed("id")]
internal sealed record MessageSender
{
    /// <summary>What kind of contact; <c>contact</c> for any.</summary>
    public ContactType? Type { get; init; }

    /// <summary>The contact's id.</summary>
    public string? Id { get; init; }
}

/// <summary>A conversation to begin, or to bring in.</summary>
[Needed("from")]
[Needed("body")]
internal sealed record CreateConversationRequest
{
    /// <summary>Who writes.</summary>
    public MessageSender? From { get; init; }

    /// <summary>What they write: plain text of 1 to 4000 characters.</summary>
    public string? Body { get; init; }

    /// <summary>When they wrote it, in Unix seconds. More than a minute ago, it is history: Fin does not answer, and nobody is told.</summary>
    public long? CreatedAt { get; init; }

    /// <summary>True for history of whatever age.</summary>
    public bool? SkipFin { get; init; }

    /// <summary>Whether history stands open or closed before the team; <c>open</c> when it is left out.</summary>
    public ConversationStateName? State { get; init; }
}

/// <summary>A message in a conversation that there is.</summary>
[Needed("message_type")]
[Needed("type")]
[Needed("body")]
internal sealed record ReplyToConversationRequest
{
    /// <summary><c>comment</c>, or of an admin <c>note</c>, which only the team reads.</summary>
    public ReplyMessageType? MessageType { get; init; }

    /// <summary>Who wrote it: the contact of the conversation, or an admin.</summary>
    public ReplyAuthor? Type { get; init; }

    /// <summary>What they wrote: plain text of 1 to 4000 characters.</summary>
    public string? Body { get; init; }

    /// <summary>Of an admin: who; the admin of the access token when it is left out.</summary>
    public string? AdminId { get; init; }

    /// <summary>Of the contact: their id, to be held against the conversation's.</summary>
    public string? IntercomUserId { get; init; }

    /// <summary>Of the contact: your own id, to be held against the conversation's.</summary>
    public string? UserId { get; init; }

    /// <summary>When it was written, in Unix seconds. More than a minute ago, it is history: Fin does not answer, and nobody is told.</summary>
    public long? CreatedAt { get; init; }

    /// <summary>True for history of whatever age.</summary>
    public bool? SkipFin { get; init; }
}
