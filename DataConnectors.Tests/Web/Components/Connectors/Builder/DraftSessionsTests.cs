using DataConnectors.Core.Kernel;
using DataConnectors.Web.Components.Connectors.Builder;

namespace DataConnectors.Tests.Web.Components.Connectors.Builder;

public sealed class DraftSessionsTests
{
    private readonly DraftSessions sessions = new();
    private readonly Actor ana = new(1, "Ana", CanAccessDeveloperHub: true);
    private readonly Actor bo = new(2, "Bo", CanAccessDeveloperHub: true);

    [Fact]
    public void Two_editors_of_one_draft_see_each_other_until_one_leaves()
    {
        using var first = sessions.Join(7, ana);
        var changes = 0;
        first.OthersChanged += (_, _) => changes++;
        var second = sessions.Join(7, bo);

        Assert.Equal(["Bo"], first.Others);
        Assert.Equal(["Ana"], second.Others);

        second.Dispose();
        Assert.Empty(first.Others);
        Assert.Equal(2, changes);
    }

    [Fact]
    public void Editors_of_other_drafts_are_not_seen()
    {
        using var first = sessions.Join(7, ana);
        using var second = sessions.Join(8, bo);

        Assert.Empty(first.Others);
    }

    [Fact]
    public void The_same_teammate_in_another_tab_has_no_name()
    {
        using var first = sessions.Join(7, ana);
        using var second = sessions.Join(7, ana);

        Assert.Equal([null], first.Others);
    }

    [Fact]
    public void A_stored_draft_is_told_to_the_others_only()
    {
        using var first = sessions.Join(7, ana);
        using var second = sessions.Join(7, bo);
        var told = new List<string>();
        first.StoredElsewhere += (_, _) => told.Add("first");
        second.StoredElsewhere += (_, _) => told.Add("second");

        first.AnnounceStored();

        Assert.Equal(["second"], told);
    }
}
