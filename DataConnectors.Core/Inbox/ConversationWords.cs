namespace DataConnectors.Core.Inbox;

/// <summary>Where a person writes.</summary>
public enum ConversationChannel
{
    /// <summary>In the Messenger.</summary>
    Messenger,

    /// <summary>In other software, which talks to Fin over HTTP.</summary>
    Api,
}

/// <summary>Whether the team still has a conversation before it.</summary>
public enum ConversationState
{
    /// <summary>It may need an answer.</summary>
    Open,

    /// <summary>Done; the person's next message opens it again.</summary>
    Closed,
}

/// <summary>How far Fin is with a conversation (wire: <c>status</c> of <c>fin_status_updated</c>).</summary>
public enum FinStatus
{
    /// <summary>Fin answered or asked, and waits.</summary>
    AwaitingUserReply,

    /// <summary>Handed to the team: Fin keeps silent.</summary>
    Escalated,

    /// <summary>The person said that it helped.</summary>
    Resolved,

    /// <summary>Over: the person did not come back.</summary>
    Complete,
}

/// <summary>Whether Fin resolved a conversation with a connector.</summary>
public enum Resolution
{
    /// <summary>No, or not yet.</summary>
    None,

    /// <summary>The person said so.</summary>
    Confirmed,

    /// <summary>The person did not come back within the set time.</summary>
    Assumed,
}
