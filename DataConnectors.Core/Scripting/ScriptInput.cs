using System.Text.Json;

namespace DataConnectors.Core.Scripting;

/// <summary>What one run of a script gets.</summary>
/// <param name="Response">The parsed answer; a script gets the JSON that it was read from.</param>
/// <param name="Context">The argument <c>context</c>: a UTF-8 JSON object with <c>status</c>, <c>headers</c> (by lower-case name) and <c>inputs</c> (typed values by name).</param>
public sealed record ScriptInput(JsonElement Response, ReadOnlyMemory<byte> Context);
