using System.Text.Json;
using System.Text.Json.Serialization;

namespace DataConnectors.Core.Agent;

/// <summary>The one form in which agent states and traces are stored: camel case.</summary>
public static class AgentJson
{
    /// <summary>The state as stored; null for none.</summary>
    public static string? Serialize(AgentState? state) =>
        state is null ? null : JsonSerializer.Serialize(state, AgentJsonContext.Default.AgentState);

    /// <summary>The trace as stored.</summary>
    public static string Serialize(AgentTrace trace) =>
        JsonSerializer.Serialize(trace, AgentJsonContext.Default.AgentTrace);

    /// <summary>The state read back; null for none.</summary>
    public static AgentState? DeserializeState(string? json) =>
        json is null ? null : JsonSerializer.Deserialize(json, AgentJsonContext.Default.AgentState);

    /// <summary>The trace read back; null for none.</summary>
    public static AgentTrace? DeserializeTrace(string? json) =>
        json is null ? null : JsonSerializer.Deserialize(json, AgentJsonContext.Default.AgentTrace);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AgentState))]
[JsonSerializable(typeof(AgentTrace))]
internal sealed partial class AgentJsonContext : JsonSerializerContext;
