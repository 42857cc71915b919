using DataConnectors.Core.Inbox;

namespace DataConnectors.Web.Components.Inbox.Views;

/// <summary>What conversations are, as people read it.</summary>
internal static class FilterWords
{
    /// <summary>How far Fin is.</summary>
    public static string Of(FinStatus status) =>
        status switch
        {
            FinStatus.AwaitingUserReply => "Awaiting the customer's reply",
            FinStatus.Escalated => "Escalated",
            FinStatus.Resolved => "Resolved",
            FinStatus.Complete => "Complete",
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, message: null),
        };

    /// <summary>Where the person writes.</summary>
    public static string Of(ConversationChannel channel) =>
        channel switch
        {
            ConversationChannel.Messenger => "Messenger",
            ConversationChannel.Api => "API",
            _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, message: null),
        };
}
