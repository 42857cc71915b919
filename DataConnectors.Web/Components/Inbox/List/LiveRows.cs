using DataConnectors.Core.Inbox.Views;

namespace DataConnectors.Web.Components.Inbox.List;

/// <summary>Brings rows that were read earlier up to date.</summary>
internal static class LiveRows
{
    /// <summary>Takes out what the view shows no more, and puts what changed where it belongs now.</summary>
    /// <param name="rows">The rows read so far, last written in first.</param>
    /// <param name="changed">The conversations that changed.</param>
    /// <param name="found">Those of them that the view shows, as they are now.</param>
    /// <param name="isComplete">Whether no further page follows; a row that belongs behind the last one is left to it otherwise.</param>
    public static void Apply(
        List<ConversationRow> rows,
        IReadOnlySet<long> changed,
        IReadOnlyList<ConversationRow> found,
        bool isComplete
    )
    {
        rows.RemoveAll(row => changed.Contains(row.Id));
        foreach (var row in found)
        {
            var place = rows.FindIndex(other => IsBefore(row, other));
            if (place >= 0)
            {
                rows.Insert(place, row);
            }
            else if (isComplete)
            {
                rows.Add(row);
            }
        }
    }

    /// <summary>Takes out rows that came twice: once by a change, and once more by a page that was being read at that moment.</summary>
    public static void DropRepeated(List<ConversationRow> rows)
    {
        var seen = new HashSet<long>();
        rows.RemoveAll(row => !seen.Add(row.Id));
    }

    private static bool IsBefore(ConversationRow row, ConversationRow other) =>
        row.UpdatedAt > other.UpdatedAt || (row.UpdatedAt == other.UpdatedAt && row.Id > other.Id);
}
