using System.Globalization;

namespace DataConnectors.Core.Inbox.Views;

/// <summary>Where a page of conversations begins: after the one of this time and id, in the order of both, latest first.</summary>
/// <param name="UpdatedAt">When the last conversation of the page before was written in.</param>
/// <param name="Id">Its id.</param>
internal sealed record ConversationCursor(DateTimeOffset UpdatedAt, long Id)
{
    /// <summary>The cursor as text; null, for the first page, also when no page gave it.</summary>
    public static ConversationCursor? Read(string? text) =>
        text?.Split('-') is [var at, var id]
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
        && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
        && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            ? new(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), last)
            : null;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{UpdatedAt.ToUnixTimeMilliseconds()}-{Id}");
}
