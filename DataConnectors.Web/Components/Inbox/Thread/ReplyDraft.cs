namespace DataConnectors.Web.Components.Inbox.Thread;

/// <summary>What a teammate has begun to write in one conversation and not sent; it stays while the Inbox is open.</summary>
public sealed class ReplyDraft
{
    /// <summary>The text so far.</summary>
    public string Text { get; set; } = "";

    /// <summary>Whether it is a note for the team.</summary>
    public bool IsNote { get; set; }
}
