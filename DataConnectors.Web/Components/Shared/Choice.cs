namespace DataConnectors.Web.Components.Shared;

/// <summary>One card of <see cref="ChoiceCards{T}"/>.</summary>
/// <param name="Value">What is bound.</param>
/// <param name="Title">Its name.</param>
/// <param name="Text">What it means.</param>
/// <param name="Tag">A word beside the title, such as Recommended; null for none.</param>
public sealed record Choice<T>(T Value, string Title, string Text, string? Tag = null);
