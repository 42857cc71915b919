namespace DataConnectors.Client.Models;

/// <summary>A header of a call.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value, which may hold placeholders; <c>"****"</c> keeps the value that is stored.</param>
public sealed record HeaderValue(string Name, string Value);
