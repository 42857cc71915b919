using DataConnectors.Tests.Support;
using Microsoft.Playwright;

namespace DataConnectors.Tests.Journeys;

/// <summary>Reloads, killed servers and second editors in the middle of an edit.</summary>
public sealed class NothingIsLostJourney(Chromium chromium)
{
    [Fact]
    public async Task A_reload_and_a_killed_server_in_mid_edit_lose_nothing_that_was_saved()
    {
        await using var console = await JourneyConsole.StartAsync(chromium);
        var builder = await console.CreateFromScratchAsync();

        await builder.FillAsync("Name", "Check stock");
        await builder.WaitUntilSavedAsync();
        await console.Page.ReloadAsync();
        await Assertions.Expect(builder.Field("Name")).ToHaveValueAsync("Check stock");

        await builder.FillAsync("Description", "Says whether something is in stock.");
        await builder.WaitUntilSavedAsync();
        await console.Server.KillAsync();
        await console.Server.RestartAsync();
        await console.Page.ReloadAsync();
        await Assertions
            .Expect(builder.Field("Description"))
            .ToHaveValueAsync("Says whether something is in stock.");
    }

    [Fact]
    public async Task A_tab_closed_after_it_said_saved_has_lost_nothing_and_one_closed_before_asks()
    {
        await using var console = await JourneyConsole.StartAsync(chromium);
        var builder = await console.CreateFromScratchAsync();
        var path = new Uri(console.Page.Url).PathAndQuery;

        await builder.Field("Name").PressSequentiallyAsync("Check stock now");
        var asked = new TaskCompletionSource<string>();
        console.Page.Dialog += (_, dialog) =>
        {
            asked.TrySetResult(dialog.Type);
            _ = dialog.DismissAsync();
        };
        await console.Page.CloseAsync(new() { RunBeforeUnload = true });
        Assert.Equal("beforeunload", await asked.Task.WaitAsync(TimeSpan.FromSeconds(10)));

        await builder.WaitUntilSavedAsync();
        await console.Page.CloseAsync();

        var other = await console.OpenSecondWindowAsync(chromium, path);
        await Assertions
            .Expect(other.GetByLabel("Name", new() { Exact = true }))
            .ToHaveValueAsync("Check stock now");
    }

    [Fact]
    public async Task A_second_editor_is_seen_and_overwrites_nothing_silently()
    {
        await using var console = await JourneyConsole.StartAsync(chromium);
        var first = await console.CreateFromScratchAsync();
        await first.FillAsync("Name", "Check stock");
        await first.WaitUntilSavedAsync();

        var page = await console.OpenSecondWindowAsync(
            chromium,
            new Uri(console.Page.Url).PathAndQuery
        );
        var second = new BuilderForm(page);
        await Assertions.Expect(second.Field("Name")).ToHaveValueAsync("Check stock");
        await Assertions.Expect(console.Page.GetByText("in another tab too")).ToBeVisibleAsync();

        await second.FillAsync("Name", "Check stock of a product");
        await second.WaitUntilSavedAsync();

        // The first editor has changed nothing since, so what the second one saved appears there.
        await Assertions.Expect(first.Field("Name")).ToHaveValueAsync("Check stock of a product");
    }
}
