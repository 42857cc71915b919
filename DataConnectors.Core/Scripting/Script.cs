namespace DataConnectors.Core.Scripting;

/// <summary>Code of an admin that reshapes an answer: a function <c>transform(response)</c> or <c>transform(response, context)</c>.</summary>
/// <param name="Owner">
/// Whose code it is: the connector's id. A Python worker is bound to an owner and a code, and never shared between two of either; what
/// JavaScript workers keep of a code, they keep by owner.
/// </param>
/// <param name="Code">The source text.</param>
public sealed record Script(long Owner, string Code)
{
    /// <summary>The longest code, in characters.</summary>
    public const int MaxCodeLength = 100_000;
}
