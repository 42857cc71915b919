using DataConnectors.Core.Inbox.Views;
using DataConnectors.Tests.Core.Inbox;
using DataConnectors.Web.Components.Inbox.Views;

namespace DataConnectors.Tests.Web.Components.Inbox;

public sealed class ViewDraftTests
{
    [Theory]
    [MemberData(nameof(ConversationViewTests.Filters), MemberType = typeof(ConversationViewTests))]
    public void A_view_that_is_opened_and_saved_stays_what_it_is(
        string name,
        ConversationFilter filter
    )
    {
        var view = new InboxView
        {
            Name = name,
            IsShared = true,
            Filter = filter,
        };

        Assert.Equal(
            new InboxViewDetails(name, IsShared: true, filter),
            ViewDraft.Of(view).ToDetails()
        );
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("0")]
    [InlineData("-3")]
    public void Days_that_are_none_are_left_for_the_rules_to_refuse(string days) =>
        Assert.Equal(
            0,
            new ViewDraft { Days = days }
                .ToDetails()
                .Filter.UpdatedWithinDays
        );
}
