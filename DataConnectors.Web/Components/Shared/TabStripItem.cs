namespace DataConnectors.Web.Components.Shared;

/// <summary>One tab of a <see cref="TabStrip"/>.</summary>
/// <param name="Key">Names it in the URL and in ids.</param>
/// <param name="Title">What is read.</param>
/// <param name="Count">Problems behind it; 0 shows no count.</param>
public sealed record TabStripItem(string Key, string Title, int Count = 0);
