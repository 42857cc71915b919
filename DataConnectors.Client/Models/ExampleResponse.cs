namespace DataConnectors.Client.Models;

/// <summary>An example response that is no JSON, or has another status than 200.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">The content type; null is taken for JSON.</param>
/// <param name="Body">The body as text.</param>
public sealed record ExampleResponse(int Status, string? ContentType, string Body);
