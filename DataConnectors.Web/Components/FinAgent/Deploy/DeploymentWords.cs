using DataConnectors.Core.Inbox;

namespace DataConnectors.Web.Components.FinAgent.Deploy;

/// <summary>What the console calls deployment steps.</summary>
internal static class DeploymentWords
{
    /// <summary>The step's name.</summary>
    public static string NameOf(ConversationChannel channel) =>
        channel switch
        {
            ConversationChannel.Messenger => "Messenger",
            ConversationChannel.Api => "API",
            _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, message: null),
        };

    /// <summary>Who is answered there.</summary>
    public static string HelpOf(ConversationChannel channel) =>
        channel switch
        {
            ConversationChannel.Messenger =>
                "People who write in the Messenger, on this server or on your pages.",
            ConversationChannel.Api =>
                "People who write in other software, which talks to Fin over HTTP.",
            _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, message: null),
        };
}
