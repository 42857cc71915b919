namespace DataConnectors.Web.Components.Shared;

/// <summary>One choice of a <see cref="SelectBox"/>.</summary>
/// <param name="Value">What is bound.</param>
/// <param name="Text">What is read.</param>
/// <param name="IsDisabled">Whether it is shown and cannot be chosen.</param>
public sealed record SelectOption(string Value, string Text, bool IsDisabled = false);
