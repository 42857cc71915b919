namespace DataConnectors.Core.Scripting.JavaScript.Wire;

/// <summary>
/// What the server asks of a worker. A request is its kind, a number drawn for this run alone that the reply repeats, and then:
/// for <see cref="Transform"/> owner, code, response, context; for <see cref="Evaluate"/> owner, response, context, the number of
/// expressions, and text and value of each; for the checks the code.
/// </summary>
internal enum WorkerRequest : byte
{
    /// <summary>Run the function <c>transform</c>.</summary>
    Transform = 1,

    /// <summary>Evaluate expressions.</summary>
    Evaluate = 2,

    /// <summary>Compile code.</summary>
    CheckScript = 3,

    /// <summary>Compile one expression.</summary>
    CheckExpression = 4,
}
