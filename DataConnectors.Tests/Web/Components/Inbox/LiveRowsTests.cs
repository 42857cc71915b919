using DataConnectors.Core.Inbox;
using DataConnectors.Core.Inbox.Views;
using DataConnectors.Tests.Support;
using DataConnectors.Web.Components.Inbox.List;

namespace DataConnectors.Tests.Web.Components.Inbox;

public sealed class LiveRowsTests
{
    [Fact]
    public void What_was_written_in_comes_to_the_top() =>
        Assert.Equal(
            [1, 3, 2],
            Apply([1], [Row(1, minute: 9)], isComplete: false, Row(3, 5), Row(2, 4), Row(1, 3))
        );

    [Fact]
    public void What_fits_the_view_no_more_goes() =>
        Assert.Equal([3, 1], Apply([2], [], isComplete: false, Row(3, 5), Row(2, 4), Row(1, 3)));

    [Fact]
    public void What_is_new_and_belongs_further_down_comes_with_its_page() =>
        Assert.Equal(
            [3, 2],
            Apply([1], [Row(1, minute: 1)], isComplete: false, Row(3, 5), Row(2, 4))
        );

    [Fact]
    public void At_the_end_of_a_list_that_is_read_whole_it_is_shown() =>
        Assert.Equal(
            [3, 2, 1],
            Apply([1], [Row(1, minute: 1)], isComplete: true, Row(3, 5), Row(2, 4))
        );

    [Fact]
    public void Of_the_same_time_the_later_made_is_first() =>
        Assert.Equal(
            [4, 3, 2],
            Apply([3], [Row(3, minute: 5)], isComplete: true, Row(4, 5), Row(2, 5))
        );

    [Fact]
    public void What_came_twice_stays_once()
    {
        List<ConversationRow> rows = [Row(1, 9), Row(2, 5), Row(1, 3)];

        LiveRows.DropRepeated(rows);

        Assert.Equal([(1, 9), (2, 5)], rows.Select(row => ((int)row.Id, row.UpdatedAt.Minute)));
    }

    private static IEnumerable<long> Apply(
        long[] changed,
        ConversationRow[] found,
        bool isComplete,
        params ConversationRow[] before
    )
    {
        List<ConversationRow> rows = [.. before];
        LiveRows.Apply(rows, changed.ToHashSet(), found, isComplete);
        return rows.Select(row => row.Id);
    }

    private static ConversationRow Row(long id, int minute) =>
        new(
            id,
            PersonId: 7,
            "Grace Hopper",
            "Where is my order?",
            "Hello",
            MessageAuthor.Person,
            new DateTimeOffset(2026, 3, 2, 9, minute, 0, TimeSpan.Zero),
            ConversationState.Open,
            AssigneeId: null,
            FinStatus: null,
            IsActionUsedInReply: false,
            IsAwaitingReply: true
        );
}
