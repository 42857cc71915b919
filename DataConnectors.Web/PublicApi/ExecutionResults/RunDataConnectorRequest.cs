using System.Text.Json;

namespace DataConnectors.Web.PublicApi.ExecutionResults;

/// <summary>What a run is asked for with.</summary>
internal sealed record RunDataConnectorRequest
{
    /// <summary>Values of the data inputs, by name: text, number, true, false, or null for no value.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Inputs { get; init; }

    /// <summary>The contact it runs for; left out for nobody, or for the contact of the conversation.</summary>
    public string? ContactId { get; init; }

    /// <summary>The conversation it runs in.</summary>
    public string? ConversationId { get; init; }
}
