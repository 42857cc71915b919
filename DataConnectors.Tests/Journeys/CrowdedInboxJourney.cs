using DataConnectors.Core.Inbox;
using DataConnectors.Core.Persistence;
using DataConnectors.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace DataConnectors.Tests.Journeys;

/// <summary>Ten thousand conversations: scrolled, filtered, searched, and live without moving under the reader's eyes.</summary>
public sealed class CrowdedInboxJourney(Chromium chromium)
{
    private const string FirstInView = """
        () => {
          const list = document.querySelector('.virtual-list');
          const top = list.getBoundingClientRect().top;
          const isFirst = row => row.getBoundingClientRect().bottom > top + 1 && row.getBoundingClientRect().top <= top + 1;
          return [...list.querySelectorAll('a[data-row]')].find(isFirst)?.dataset.row ?? '';
        }
        """;

    [Fact]
    public async Task Ten_thousand_conversations_scroll_filter_and_stay_put()
    {
        await using var console = await JourneyConsole.StartAsync(chromium);
        await SeedAsync(console.Server.DatabasePath);
        var page = console.Page;
        await page.GotoAsync(console.Server.Address + "/inbox");
        var rows = page.Locator("a[data-row]");
        await Assertions.Expect(rows.First).ToBeVisibleAsync();
        await Assertions
            .Expect(page.GetByRole(AriaRole.Link, new() { Name = "All 999+" }))
            .ToBeVisibleAsync();

        // Down through twenty pages; what is out of view is not rendered any more.
        for (var pages = 1; pages <= 20; pages++)
        {
            var height = await ScrollAsync(page, "list.scrollHeight");
            await page.WaitForFunctionAsync(
                "height => document.querySelector('.virtual-list').scrollHeight > height",
                height
            );
        }

        await page.WaitForFunctionAsync(
            "() => document.querySelectorAll('a[data-row]').length <= 60"
        );

        // What comes in at the top meanwhile moves nothing.
        await ScrollAsync(page, "88 * 500");
        await page.WaitForFunctionAsync($"() => ({FirstInView})() !== ''");
        var reading = await page.EvaluateAsync<string>(FirstInView);
        var messenger = await console.OpenSecondWindowAsync(chromium, "/messenger");
        await messenger.GetByLabel("Message", new() { Exact = true }).FillAsync("A new question");
        await messenger.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await page.WaitForFunctionAsync(
            "before => document.querySelector('.virtual-list').scrollTop > before",
            88 * 500
        );
        await page.WaitForFunctionAsync($"reading => ({FirstInView})() === reading", reading);
        await ScrollAsync(page, "0");
        await Assertions.Expect(rows.First).ToContainTextAsync("A new question");

        // Filter and search.
        var views = page.GetByRole(AriaRole.Navigation, new() { Name = "Views" });
        await views.GetByRole(AriaRole.Link, new() { Name = "Escalated" }).ClickAsync();
        await Assertions
            .Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Escalated" }))
            .ToBeVisibleAsync();
        await views.GetByRole(AriaRole.Link, new() { Name = "All 999+" }).ClickAsync();
        await page.GetByLabel("Search conversations").FillAsync("Last words 9999");
        await Assertions.Expect(rows).ToHaveCountAsync(1);

        // By keyboard: down to the row, open it, and the caret is in the conversation.
        await page.GetByLabel("Search conversations").FillAsync("");
        await Assertions.Expect(rows.Nth(5)).ToBeVisibleAsync();
        await rows.First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(rows.Nth(2)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#conversation-title")).ToBeFocusedAsync();
        Assert.Empty(console.ScriptFaults);
    }

    private static Task<double> ScrollAsync(IPage page, string position) =>
        page.EvaluateAsync<double>(
            $$"""
            () => {
              const list = document.querySelector('.virtual-list');
              const before = list.scrollHeight;
              list.scrollTop = {{position}};
              return before;
            }
            """
        );

    private static async Task SeedAsync(string databasePath)
    {
        await using var context = new DataConnectorsDbContext(
            new DbContextOptionsBuilder<DataConnectorsDbContext>()
                .UseSqlite($"Data Source={databasePath};Pooling=False")
                .Options
        );
        var (conversations, actions) = SomeConversations.Of(10_000, people: 200, seed: 3);
        context.AddRange(SomeConversations.People(200));
        context.AddRange(conversations);
        context.AddRange(actions);
        context.AddRange(
            conversations.Select(conversation => new ConversationMessage
            {
                Id = conversation.Id,
                ConversationId = conversation.Id,
                Author = conversation.LastAuthor!.Value,
                Text = conversation.Snippet,
                CreatedAt = conversation.UpdatedAt,
            })
        );
        await context.SaveChangesAsync();
    }
}
