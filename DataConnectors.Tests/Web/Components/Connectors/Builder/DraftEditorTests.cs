using DataConnectors.Core.Connectors;
using DataConnectors.Core.CustomObjects;
using DataConnectors.Tests.Support;
using DataConnectors.Web.Components.Connectors.Builder;
using Microsoft.Extensions.Time.Testing;

namespace DataConnectors.Tests.Web.Components.Connectors.Builder;

public sealed class DraftEditorTests : IAsyncDisposable
{
    private readonly FakeTimeProvider clock = new(DateTimeOffset.UnixEpoch);
    private readonly DraftInMemory store = new();
    private readonly DraftEditor editor;

    public DraftEditorTests() =>
        editor = new DraftEditor(
            store.Draft(),
            Some.Rules,
            new ConnectorRuleContext([], [], new ObjectSchema([])),
            store,
            clock
        );

    // The store of a failing test would never end the patience of the editor.
    public ValueTask DisposeAsync()
    {
        store.BeforeSave = () => Task.CompletedTask;
        return editor.DisposeAsync();
    }

    [Fact]
    public void An_edit_is_seen_at_once_and_stored_after_a_pause()
    {
        Rename("a");

        Assert.Equal("a", editor.Definition.Name);
        Assert.Equal(DraftStatus.Saving, editor.Status);
        Advance(299);
        Assert.Empty(store.SavedNames);

        Advance(1);
        Assert.Equal(["a"], store.SavedNames);
        Assert.Equal(DraftStatus.Saved, editor.Status);
        Assert.Equal(2, editor.Revision);
    }

    [Fact]
    public void Problems_follow_every_edit()
    {
        Rename("");
        Assert.Contains("name", editor.Problems.Select(problem => problem.Path));

        Rename("a");
        Assert.DoesNotContain("name", editor.Problems.Select(problem => problem.Path));
    }

    [Fact]
    public void Typing_puts_the_save_off_but_never_past_a_second()
    {
        foreach (var text in new[] { "a", "ab", "abc", "abcd", "abcde" })
        {
            Rename(text);
            Advance(200);
        }

        Assert.Equal(["abcde"], store.SavedNames);
    }

    [Fact]
    public void An_edit_that_changes_nothing_is_not_stored()
    {
        editor.Update(definition => definition);
        Advance(2000);

        Assert.Empty(store.SavedNames);
        Assert.Equal(DraftStatus.Saved, editor.Status);
    }

    [Fact]
    public async Task An_edit_during_a_save_is_stored_by_the_next_one()
    {
        var slow = new TaskCompletionSource();
        store.BeforeSave = () => slow.Task;
        Rename("first");
        Advance(300);
        Rename("second");
        Advance(5000);
        Assert.Equal(DraftStatus.Saving, editor.Status);

        store.BeforeSave = () => Task.CompletedTask;
        slow.SetResult();

        Assert.True(await editor.FlushAsync());
        Assert.Equal(["first", "second"], store.SavedNames);
        Assert.Equal(1, store.MostAtOnce);
        Assert.Equal(DraftStatus.Saved, editor.Status);
    }

    [Fact]
    public void A_failed_save_says_why_and_is_tried_again_with_the_newest_edit()
    {
        store.BeforeSave = () => throw new IOException("disk full");
        Rename("a");
        Advance(300);
        Assert.Equal(DraftStatus.Failed, editor.Status);
        Assert.NotNull(editor.FailureMessage);
        Assert.DoesNotContain("disk full", editor.FailureMessage, StringComparison.Ordinal);

        store.BeforeSave = () => Task.CompletedTask;
        Rename("ab");
        Advance(3000);

        Assert.Equal(["ab"], store.SavedNames);
        Assert.Equal(DraftStatus.Saved, editor.Status);
        Assert.Null(editor.FailureMessage);
    }

    [Fact]
    public void A_failed_save_is_tried_again_without_another_edit()
    {
        store.BeforeSave = () => throw new IOException();
        Rename("a");
        Advance(300);
        store.BeforeSave = () => Task.CompletedTask;

        Advance(3000);

        Assert.Equal(["a"], store.SavedNames);
    }

    [Fact]
    public void A_conflict_keeps_both_drafts_and_stores_nothing_more()
    {
        store.SaveAs("Bo", "theirs");
        Rename("mine");
        Advance(300);

        Assert.Equal(DraftStatus.Conflict, editor.Status);
        Assert.Equal("Bo", editor.Theirs?.SavedBy);
        Rename("mine 2");
        Advance(60_000);
        Assert.Equal("theirs", store.Definition.Name);
        Assert.Equal("mine 2", editor.Definition.Name);
    }

    [Fact]
    public void Loading_their_draft_ends_the_conflict()
    {
        Conflict();

        editor.LoadTheirs();

        Assert.Equal("theirs", editor.Definition.Name);
        Assert.Equal(DraftStatus.Saved, editor.Status);
        Assert.False(editor.HasUnsavedChanges);
        Rename("on top");
        Advance(300);
        Assert.Equal("on top", store.Definition.Name);
    }

    [Fact]
    public async Task Keeping_mine_replaces_theirs()
    {
        Conflict();

        Assert.True(await editor.KeepMineAsync());

        Assert.Equal("mine", store.Definition.Name);
        Assert.Equal(DraftStatus.Saved, editor.Status);
    }

    [Fact]
    public async Task Keeping_mine_does_not_replace_what_was_saved_after_the_conflict_was_shown()
    {
        Conflict();
        store.SaveAs("Cy", "third");

        Assert.False(await editor.KeepMineAsync());

        Assert.Equal("third", store.Definition.Name);
        Assert.Equal(DraftStatus.Conflict, editor.Status);
        Assert.Equal("Cy", editor.Theirs?.SavedBy);
    }

    [Fact]
    public async Task Another_draft_is_taken_over_when_nothing_here_is_unsaved()
    {
        store.SaveAs("Bo", "theirs");

        var taken = await editor.RefreshAsync();

        Assert.Equal("Bo", taken?.SavedBy);
        Assert.Equal("theirs", editor.Definition.Name);
        Assert.Equal(1, editor.Generation);
    }

    [Fact]
    public async Task Another_draft_is_contested_when_something_here_is_unsaved()
    {
        Rename("mine");
        store.SaveAs("Bo", "theirs");

        Assert.Null(await editor.RefreshAsync());

        Assert.Equal(DraftStatus.Conflict, editor.Status);
        Assert.Equal("mine", editor.Definition.Name);
    }

    [Fact]
    public async Task Disposing_stores_what_is_left()
    {
        Rename("last words");

        await editor.DisposeAsync();

        Assert.Equal(["last words"], store.SavedNames);
    }

    [Fact]
    public async Task Disposing_is_patient_with_a_store_that_fails_for_a_moment()
    {
        store.BeforeSave = () => throw new IOException();
        Rename("last words");
        var disposing = editor.DisposeAsync().AsTask();
        store.BeforeSave = () => Task.CompletedTask;

        Advance(3000);
        await disposing;

        Assert.Equal(["last words"], store.SavedNames);
    }

    [Fact]
    public async Task No_edit_is_lost_whatever_the_timing()
    {
        var random = new Random(1);
        store.BeforeSave = async () =>
        {
            await Task.Yield();
            if (random.Next(4) == 0)
            {
                throw new IOException();
            }
        };
        for (var i = 0; i < 200; i++)
        {
            Rename($"edit {i}");
            Advance(random.Next(700));
            await Task.Yield();
        }

        store.BeforeSave = () => Task.CompletedTask;
        await editor.DisposeAsync();

        Assert.Equal("edit 199", store.Definition.Name);
        Assert.Equal(1, store.MostAtOnce);
    }

    private void Rename(string name) =>
        editor.Update(definition => definition with { Name = name });

    private void Advance(int milliseconds) =>
        clock.Advance(TimeSpan.FromMilliseconds(milliseconds));

    private void Conflict()
    {
        store.SaveAs("Bo", "theirs");
        Rename("mine");
        Advance(300);
        Assert.Equal(DraftStatus.Conflict, editor.Status);
    }
}
