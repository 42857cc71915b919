using System.Globalization;

namespace DataConnectors.Web.Components.Messenger;

/// <summary>The addresses of the Messenger, built in one place.</summary>
internal static class MessengerPages
{
    /// <summary>The Messenger.</summary>
    public const string Messenger = "/messenger";

    /// <summary>The Messenger of a person, at a conversation or at a new one.</summary>
    public static string Of(long personId, long? conversationId = null) =>
        conversationId is null
            ? string.Create(CultureInfo.InvariantCulture, $"{Messenger}?person={personId}")
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{Messenger}?person={personId}&conversation={conversationId}"
            );

    /// <summary>One execution in its connector's log.</summary>
    public static string Execution(long connectorId, long executionId) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"/settings/integrations/data-connectors/{connectorId}/logs?execution={executionId}"
        );
}
