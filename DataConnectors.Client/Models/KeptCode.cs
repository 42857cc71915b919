namespace DataConnectors.Client.Models;

/// <summary>Transformation code that is kept while it is not used.</summary>
/// <param name="Python">Code in Python; null for none.</param>
/// <param name="Javascript">Code in JavaScript; null for none.</param>
public sealed record KeptCode(string? Python = null, string? Javascript = null);
