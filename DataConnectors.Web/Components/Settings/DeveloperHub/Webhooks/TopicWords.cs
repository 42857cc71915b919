using DataConnectors.Core.Events;

namespace DataConnectors.Web.Components.Settings.DeveloperHub.Webhooks;

/// <summary>Topics in plain words.</summary>
internal static class TopicWords
{
    /// <summary>When a notification of the topic is sent.</summary>
    public static string Of(string topic) =>
        topic switch
        {
            EventTopics.ExecutionCompleted =>
                "A live run of a data connector ended, well or not. Bodies are left out; previews and tests are never told.",
            EventTopics.ConnectorPublished => "A version of a data connector went live.",
            EventTopics.ConnectorAlert =>
                "A live data connector failed five times in a row, or works again afterwards.",
            EventTopics.ConversationCreated => "A person began a conversation.",
            EventTopics.ConversationReplied => "A person wrote on in a conversation.",
            EventTopics.OperatorReplied => "Fin answered in a conversation.",
            EventTopics.AdminReplied => "A teammate answered in a conversation.",
            EventTopics.FinReplied =>
                "Fin answered, in the words of the Fin API: with its own ids of conversation and user.",
            EventTopics.FinStatusUpdated =>
                "Fin waits for the person, handed the conversation to the team, resolved it, or is done with it.",
            _ => "A test, sent by hand.",
        };
}
