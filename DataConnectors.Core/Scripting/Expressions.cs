using System.Text.Json;

namespace DataConnectors.Core.Scripting;

/// <summary>One expression to be evaluated for one value.</summary>
/// <param name="Expression">A JavaScript expression, such as <c>value.toUpperCase()</c>.</param>
/// <param name="Value">What it sees as <c>value</c>.</param>
public sealed record ExpressionEvaluation(string Expression, JsonElement Value);

/// <summary>What one expression gave.</summary>
/// <param name="Value">Its value; null when it failed. <c>undefined</c> is JSON null.</param>
/// <param name="Fault">Why it failed, as a sentence that may quote the answer; null when it did not.</param>
public sealed record ExpressionResult(JsonElement? Value, string? Fault);
