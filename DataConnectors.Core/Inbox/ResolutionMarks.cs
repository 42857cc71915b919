namespace DataConnectors.Core.Inbox;

/// <summary>
/// When a conversation counts as resolved by Fin with a connector, and when no longer. Every command that changes it goes through here.
/// </summary>
public static class ResolutionMarks
{
    /// <summary>The person said that it helped: it counts for good, if a connector's data was used.</summary>
    public static void Confirm(this Conversation conversation, DateTimeOffset at)
    {
        if (conversation.IsActionUsedInReply && conversation.Resolution != Resolution.Confirmed)
        {
            conversation.Resolution = Resolution.Confirmed;
            conversation.ResolvedAt = at;
        }
    }

    /// <summary>The person did not come back: it counts until they do, if a connector's data was used.</summary>
    public static void Assume(this Conversation conversation, DateTimeOffset at)
    {
        if (conversation is { IsActionUsedInReply: true, Resolution: Resolution.None })
        {
            conversation.Resolution = Resolution.Assumed;
            conversation.ResolvedAt = at;
        }
    }

    /// <summary>The person came back: what was only assumed no longer counts.</summary>
    public static void ComeBack(this Conversation conversation)
    {
        if (conversation.Resolution == Resolution.Assumed)
        {
            conversation.WithdrawResolution();
        }
    }

    /// <summary>The team answered or was asked for: whatever happened before, it was not Fin that resolved it.</summary>
    public static void WithdrawResolution(this Conversation conversation)
    {
        conversation.Resolution = Resolution.None;
        conversation.ResolvedAt = null;
    }
}
