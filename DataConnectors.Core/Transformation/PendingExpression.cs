using System.Text.Json;

namespace DataConnectors.Core.Transformation;

/// <summary>An expression to be evaluated elsewhere before an answer can be shaped.</summary>
/// <param name="Expression">The JavaScript.</param>
/// <param name="Value">What it sees as <c>value</c>: the field's value after the steps before it; null when one of these gave nothing.</param>
public sealed record PendingExpression(string Expression, JsonElement Value);

/// <summary>What an expression gave.</summary>
/// <param name="Value">Its value; null when it failed.</param>
/// <param name="Fault">Why it failed; null when it did not. It is never shown in findings, since it may quote the answer.</param>
public sealed record ExpressionOutcome(JsonElement? Value, string? Fault);
