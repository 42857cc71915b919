using DataConnectors.Tests.Support;
using Microsoft.Playwright;

namespace DataConnectors.Tests.Journeys;

/// <summary>A person talks to Fin, a teammate takes over in the Inbox, and hands back.</summary>
public sealed class TakingOverJourney(Chromium chromium)
{
    private const string FinMessages = "SELECT COUNT(*) FROM ConversationMessages WHERE Author = 1";

    [Fact]
    public async Task A_teammate_takes_over_the_person_sees_it_and_Fin_is_silent_until_it_is_handed_back()
    {
        await using var console = await JourneyConsole.StartAsync(chromium);
        var inbox = console.Page;
        await SetOrderStatusLiveAsync(console);
        var messenger = await console.OpenSecondWindowAsync(chromium, "/messenger");
        await SayAsync(messenger, "Hi, where is my order 1042?");
        await Assertions.Expect(messenger.GetByRole(AriaRole.Log)).ToContainTextAsync("shipped");

        // The teammate finds it, and reads what Fin did and why.
        await inbox.GotoAsync(console.Server.Address + "/inbox");
        await inbox
            .GetByRole(AriaRole.Region, new() { Name = "Conversations" })
            .GetByRole(AriaRole.Link, new() { Name = "order 1042" })
            .ClickAsync();
        var thread = inbox.GetByRole(AriaRole.Log, new() { Name = "Messages" });
        await Assertions.Expect(thread).ToContainTextAsync("shipped");
        await inbox.GetByLabel("Show conversation events").CheckAsync();
        await Assertions.Expect(thread).ToContainTextAsync("Fin had access to Get order status");
        await Assertions
            .Expect(thread)
            .ToContainTextAsync("Get order status triggered successfully");
        await inbox.GetByRole(AriaRole.Button, new() { Name = "Why this answer" }).ClickAsync();
        await Assertions
            .Expect(inbox.GetByRole(AriaRole.Region, new() { Name = "Decision trace" }))
            .ToContainTextAsync("1042");

        // A note stays in the team; a reply reaches the person and takes the conversation over.
        await inbox.GetByRole(AriaRole.Radio, new() { Name = "Note" }).CheckAsync();
        await inbox
            .GetByRole(AriaRole.Textbox, new() { Name = "Note" })
            .FillAsync("Handle with care.");
        await inbox.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Assertions.Expect(thread).ToContainTextAsync("Handle with care.");
        await inbox.GetByRole(AriaRole.Radio, new() { Name = "Reply" }).CheckAsync();
        await ReplyAsync(inbox, "Hello, a human here.");
        await Assertions.Expect(thread).ToContainTextAsync("took it over");
        await messenger.ReloadAsync();
        var said = messenger.GetByRole(AriaRole.Log);
        await Assertions.Expect(said).ToContainTextAsync("Hello, a human here.");
        await Assertions.Expect(said).Not.ToContainTextAsync("Handle with care.");

        // The teammate sees the next message at once, and Fin says nothing to it.
        await SayAsync(messenger, "Thanks! And where is order 1042 now?");
        await Assertions.Expect(thread).ToContainTextAsync("And where is order 1042 now?");
        await ReplyAsync(inbox, "Let us ask Fin.");
        Assert.Equal("1", StoredState.Read(console.Server.DatabasePath, FinMessages));

        // Handed back, Fin answers again.
        await inbox
            .GetByLabel("Assignee")
            .SelectOptionAsync(new SelectOptionValue { Label = "Fin" });
        await Assertions.Expect(thread).ToContainTextAsync("let Fin answer again");
        await messenger.ReloadAsync();
        await Assertions.Expect(said).ToContainTextAsync("Let us ask Fin.");
        await SayAsync(messenger, "Where is my order 1042?");
        await Assertions.Expect(thread.GetByRole(AriaRole.Article)).ToHaveCountAsync(8);
        Assert.Equal("2", StoredState.Read(console.Server.DatabasePath, FinMessages));
        Assert.Empty(console.ScriptFaults);
    }

    private static async Task SetOrderStatusLiveAsync(JourneyConsole console)
    {
        var builder = await console.CreateFromScratchAsync();
        await builder.DescribeOrderStatusAsync(console.Server.StoreAddress);
        await builder.TestAsync("Real call", "REAL CALL");
        await console
            .Page.GetByRole(AriaRole.Button, new() { Name = "Use as example response" })
            .ClickAsync();
        await builder.WaitUntilSavedAsync();
        await builder.GoToTabAsync("Security");
        await builder.SetLiveAsync();
    }

    private static async Task SayAsync(IPage messenger, string text)
    {
        await messenger.GetByLabel("Message", new() { Exact = true }).FillAsync(text);
        await messenger.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
    }

    private static async Task ReplyAsync(IPage inbox, string text)
    {
        await inbox.GetByRole(AriaRole.Textbox, new() { Name = "Reply" }).FillAsync(text);
        await inbox.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Assertions
            .Expect(inbox.GetByRole(AriaRole.Log, new() { Name = "Messages" }))
            .ToContainTextAsync(text);
    }
}
