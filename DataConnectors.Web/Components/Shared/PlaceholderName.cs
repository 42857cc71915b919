namespace DataConnectors.Web.Components.Shared;

/// <summary>A name that a placeholder may hold.</summary>
/// <param name="Name">As it stands between the braces.</param>
/// <param name="Group">Under which heading it is offered.</param>
public sealed record PlaceholderName(string Name, string Group);
