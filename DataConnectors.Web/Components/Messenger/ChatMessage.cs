namespace DataConnectors.Web.Components.Messenger;

/// <summary>One bubble of a conversation.</summary>
/// <param name="Key">Tells it from every other one of the list.</param>
/// <param name="IsFin">Whether Fin, or the team, wrote it; otherwise the person did.</param>
/// <param name="Text">Plain text; line breaks are kept.</param>
/// <param name="At">When it was written; null in previews.</param>
public sealed record ChatMessage(string Key, bool IsFin, string Text, DateTimeOffset? At = null)
{
    /// <summary>Who wrote it, where that is neither Fin nor the person.</summary>
    public string? Sender { get; init; }
}
