using System.Text.Json;
using DataConnectors.Core.Transformation.Steps;

namespace DataConnectors.Core.Transformation;

/// <summary>
/// Keeps of an answer only the exposed fields, at their places, in their order, with their new names, transformations and fallbacks.
/// Exposing a path exposes the scalars there and nothing below: an object that turns up where a scalar was chosen is treated as
/// missing. A single value where a list was chosen counts as a list of one, and a list where a single value was chosen as several,
/// since APIs (XML always) send both.
/// <para>
/// Transformations get the scalar at the field's path, of a list each one, with two exceptions. A field whose first list transformation
/// stands before any <c>split</c> gets the list whole, objects in it too: <c>items[]</c> names the list <c>items</c>,
/// <c>orders[].items[]</c> the items of each order, <c>[]</c> a list at the root. A field whose first transformation is an expression
/// gets whatever stands at its path: at <c>items</c> the list, at <c>items[]</c> each element, at <c>customer</c> the object. Such a field
/// stands beside fields inside the same list or object and needs a name of its own then.
/// </para>
/// </summary>
public sealed class FieldSelector
{
    private readonly SelectionNode root;
    private readonly TimeProvider clock;

    /// <summary>Prepares a selection; it can be applied any number of times, also at once.</summary>
    /// <param name="fields">The fields; what is wrong with them is said by <see cref="FieldSelectionRules"/> and left out here.</param>
    /// <param name="clock">The time for relative dates.</param>
    public FieldSelector(IReadOnlyList<ResponseField> fields, TimeProvider clock)
    {
        this.clock = clock;
        root = SelectionTree.Of(fields);
        HasExpressions = fields.Any(field =>
            field.IsExposed
            && field.Transformations.Any(step => step.Kind == FieldTransformation.Expression)
        );
    }

    /// <summary>Whether an answer may need expressions evaluated before it can be shaped.</summary>
    public bool HasExpressions { get; }

    /// <summary>The expressions to be evaluated for an answer, in the order in which their outcomes are awaited.</summary>
    public IReadOnlyList<PendingExpression> FindExpressions(JsonElement response)
    {
        if (!HasExpressions)
        {
            return [];
        }

        var pending = new List<PendingExpression>();
        using var buffer = JsonBuffer.Rent();
        new SelectionWriter(buffer.Writer, new(clock) { Pending = pending }).Write(root, response);
        return pending;
    }

    /// <summary>What remains of an answer; an empty object when nothing does. Expressions give nothing.</summary>
    public ShapedFields Shape(JsonElement response) => Shape(response, []);

    /// <summary>What remains of an answer; an empty object when nothing does.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="outcomes">
    /// One for each of <see cref="FindExpressions"/> of the same answer, in that order. A fault, or an outcome that is lacking, is a missing
    /// value and a finding.
    /// </param>
    public ShapedFields Shape(JsonElement response, IReadOnlyList<ExpressionOutcome> outcomes)
    {
        var run = new ShapingRun(clock) { Outcomes = outcomes };
        var shaped = JsonValues.Written(writer =>
            new SelectionWriter(writer, run).Write(root, response)
        );
        return new(shaped, run.Findings);
    }
}
