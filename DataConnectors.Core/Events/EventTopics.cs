namespace DataConnectors.Core.Events;

/// <summary>What one can subscribe to. The names are those of the public API.</summary>
public static class EventTopics
{
    /// <summary>A live run ended, well or not.</summary>
    public const string ExecutionCompleted = "data_connector.execution.completed";

    /// <summary>A version of a connector went live.</summary>
    public const string ConnectorPublished = "data_connector.published";

    /// <summary>A live connector keeps failing, or works again.</summary>
    public const string ConnectorAlert = "data_connector.alert";

    /// <summary>A person began a conversation.</summary>
    public const string ConversationCreated = "conversation.user.created";

    /// <summary>A person wrote on in a conversation.</summary>
    public const string ConversationReplied = "conversation.user.replied";

    /// <summary>Fin answered in a conversation.</summary>
    public const string OperatorReplied = "conversation.operator.replied";

    /// <summary>A teammate answered in a conversation.</summary>
    public const string AdminReplied = "conversation.admin.replied";

    /// <summary>Fin answered, as programs that talk to it over HTTP are told.</summary>
    public const string FinReplied = "fin_replied";

    /// <summary>Fin waits for the person, handed over, resolved or is done.</summary>
    public const string FinStatusUpdated = "fin_status_updated";

    /// <summary>All of them, in the order they are offered.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        ExecutionCompleted,
        ConnectorPublished,
        ConnectorAlert,
        ConversationCreated,
        ConversationReplied,
        OperatorReplied,
        AdminReplied,
        FinReplied,
        FinStatusUpdated,
    ];
}
