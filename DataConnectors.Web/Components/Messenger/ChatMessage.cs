namespace DataConnectors.Web.Components.Messenger;

/// <summary>One bubble of a conversation.</summary>
/// <param name="Key">Tells it from every other one of the list.</param>
/// <param name="IsFin">Whether Fin wrote it.</param>
/// <param name="Text">Plain text; line breaks are kept.</param>
/// <param name="At">When it was written; null in previews.</param>
public sealed record ChatMessage(string Key, bool IsFin, string Text, DateTimeOffset? At = null);
