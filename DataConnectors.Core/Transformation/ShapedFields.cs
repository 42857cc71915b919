using System.Text.Json;
using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Transformation;

/// <summary>What remains of an answer, and what did not go as the fields say.</summary>
/// <param name="Root">The output.</param>
/// <param name="Findings">
/// Warnings at <c>responseFields[i].transformations[j]</c> for values that a step could not take, one for each field and at most 50.
/// They never quote the answer.
/// </param>
public sealed record ShapedFields(JsonElement Root, IReadOnlyList<Problem> Findings);
