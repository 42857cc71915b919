using System.Text.Json;

namespace DataConnectors.Web.PublicApi.ExecutionResults;

/// <summary>What a run is asked for with.</summary>
/// <param name="Inputs">Values of the data inputs, by name: text, number, true, false, or null for no value.</param>
/// <param name="ContactId">The contact it runs for.</param>
/// <param name="ConversationId">The conversation it runs in; its contact is whom it runs for where none is named.</param>
internal sealed record RunDataConnectorRequest(
    IReadOnlyDictionary<string, JsonElement>? Inputs,
    string? ContactId,
    string? ConversationId
);
