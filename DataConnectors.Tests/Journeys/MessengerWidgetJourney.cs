using DataConnectors.Tests.Support;
using Microsoft.Playwright;

namespace DataConnectors.Tests.Journeys;

/// <summary>The Messenger on a customer's own page, in a real browser.</summary>
public sealed class MessengerWidgetJourney(Chromium chromium)
{
    private const string Question = "Where is my order 1042?";

    [Fact]
    public async Task A_visitor_asks_on_a_foreign_page_with_the_keyboard_and_nothing_leaves_the_two_hosts()
    {
        await using var console = await LiveConsoleAsync();
        await using var site = Site(console.Server.Address);
        var requests = new List<string>();
        var page = await NewPageAsync();
        page.Request += (_, request) => requests.Add(request.Url);
        await page.GotoAsync(site.BaseUrl + "/");
        var launcher = page.GetByRole(AriaRole.Button, new() { Name = "Messenger" });
        await Assertions.Expect(launcher).ToHaveAttributeAsync("aria-expanded", "false");

        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(launcher).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(launcher).ToHaveAttributeAsync("aria-expanded", "true");
        var frame = Frame(page);
        await Assertions
            .Expect(frame.GetByLabel("Message", new() { Exact = true }))
            .ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(Question);
        await page.Keyboard.PressAsync("Enter");
        await ExpectAnswerAsync(frame);

        await frame.GetByLabel("Your email").FillAsync("nobody");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(frame.GetByText("Enter an email address")).ToBeVisibleAsync();
        await frame.GetByLabel("Your email").FillAsync("ana@example.com");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(frame.GetByLabel("Your email")).ToBeHiddenAsync();
        Assert.Equal(
            "1",
            StoredState.Read(
                console.Server.DatabasePath,
                "SELECT COUNT(*) FROM People WHERE Role = 1 AND Email = 'ana@example.com'"
            )
        );

        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(launcher).ToBeFocusedAsync();
        await Assertions.Expect(launcher).ToHaveAttributeAsync("aria-expanded", "false");
        Assert.All(
            requests,
            url =>
                Assert.True(
                    url.StartsWith(site.BaseUrl + "/", StringComparison.Ordinal)
                        || url.StartsWith(console.Server.Address + "/", StringComparison.Ordinal),
                    url
                )
        );

        // A page that was left and comes again goes on where it was.
        await page.ReloadAsync();
        await launcher.ClickAsync();
        await frame.GetByRole(AriaRole.Button, new() { Name = Question }).ClickAsync();
        await ExpectAnswerAsync(frame);
    }

    [Fact]
    public async Task A_visitor_who_signs_in_keeps_the_history_and_leaves_nothing_behind_when_signing_out()
    {
        await using var console = await LiveConsoleAsync();
        var secret = await SecretAsync(console.Page, console.Server.Address);
        await using var site = Site(console.Server.Address);
        var page = await NewPageAsync();
        await page.GotoAsync(site.BaseUrl + "/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Messenger" }).ClickAsync();
        var frame = Frame(page);
        await SendAsync(frame, Question);
        await ExpectAnswerAsync(frame);

        var jwt = UserJwt.Sign(
            secret,
            new
            {
                user_id = "cus_1001",
                email = "ana.ruiz@example.com",
                exp = TimeProvider.System.GetUtcNow().AddHours(1).ToUnixTimeSeconds(),
            }
        );
        await page.EvaluateAsync("jwt => DataConnectors('update', { user_jwt: jwt })", jwt);
        await Assertions.Expect(frame.GetByLabel("Your email")).ToBeHiddenAsync();
        await SendAsync(frame, "Thank you");

        await Assertions
            .Expect(frame.GetByRole(AriaRole.Log).GetByText("Thank you", new() { Exact = true }))
            .ToBeVisibleAsync();
        await Assertions.Expect(frame.GetByText("Sending…")).ToHaveCountAsync(0);
        await ExpectAnswerAsync(frame);
        Assert.Equal(
            "cus_1001|1|1",
            StoredState.Read(
                console.Server.DatabasePath,
                """
                SELECT p.ExternalId || '|' || COUNT(DISTINCT c.Id) || '|' || SUM(m.IsVerified)
                FROM Conversations c JOIN People p ON p.Id = c.PersonId JOIN ConversationMessages m ON m.ConversationId = c.Id
                """
            )
        );

        await page.EvaluateAsync("() => DataConnectors('shutdown')");
        await page.EvaluateAsync("() => DataConnectors('show')");
        await Assertions.Expect(frame.GetByRole(AriaRole.Article)).ToHaveCountAsync(0);
        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Messenger" }).ClickAsync();
        await Assertions
            .Expect(frame.GetByLabel("Message", new() { Exact = true }))
            .ToBeVisibleAsync();
        await Assertions.Expect(frame.GetByRole(AriaRole.Article)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_connection_that_is_lost_in_mid_answer_brings_the_answer_once_when_it_is_back()
    {
        await using var slow = LoopbackApi.Start();
        var release = new TaskCompletionSource();
        slow.Answer(
            LoopbackApi.AnyPath,
            LoopbackAnswer.Json("""{"status":"shipped"}""").After(release.Task)
        );
        await using var console = await LiveConsoleAsync(slow);
        await using var relay = TcpRelay.To(console.Server.Port);
        await using var site = Site($"http://localhost:{relay.Port}");
        var page = await NewPageAsync();
        await page.GotoAsync(site.BaseUrl + "/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Messenger" }).ClickAsync();
        var frame = Frame(page);
        await SendAsync(frame, Question);
        await UntilAsync(() => slow.Requests.Count == 1);

        relay.Cut();
        await Assertions.Expect(frame.GetByText("Reconnecting…")).ToBeVisibleAsync();
        await SendAsync(frame, "Thank you");
        await Assertions.Expect(frame.GetByText("Will be sent when")).ToBeVisibleAsync();
        release.SetResult();
        await UntilAsync(() =>
            StoredState.Read(
                console.Server.DatabasePath,
                "SELECT COUNT(*) FROM ConversationMessages WHERE Author = 1"
            ) == "1"
        );
        relay.Mend();

        await ExpectAnswerAsync(frame);
        await Assertions.Expect(frame.GetByText("Reconnecting…")).ToHaveCountAsync(0);
        await Assertions.Expect(frame.GetByText("Will be sent when")).ToHaveCountAsync(0);

        // Question and answer, thanks and what Fin says to it: each once.
        await Assertions.Expect(frame.GetByRole(AriaRole.Article)).ToHaveCountAsync(4);
        Assert.Equal(
            "4",
            StoredState.Read(
                console.Server.DatabasePath,
                "SELECT COUNT(*) FROM ConversationMessages"
            )
        );
        Assert.Single(slow.Requests);
    }

    [Fact]
    public async Task A_server_that_is_killed_in_mid_answer_answers_once_after_its_restart()
    {
        await using var slow = LoopbackApi.Start();
        slow.Answer(
            LoopbackApi.AnyPath,
            LoopbackAnswer.Json("""{"status":"shipped"}""").After(new TaskCompletionSource().Task)
        );
        await using var console = await LiveConsoleAsync(slow);
        await using var site = Site(console.Server.Address);
        var page = await NewPageAsync();
        await page.GotoAsync(site.BaseUrl + "/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Messenger" }).ClickAsync();
        var frame = Frame(page);
        await SendAsync(frame, Question);
        await UntilAsync(() => slow.Requests.Count == 1);

        await console.Server.KillAsync();
        await Assertions.Expect(frame.GetByText("Reconnecting…")).ToBeVisibleAsync();
        slow.Answer(LoopbackApi.AnyPath, LoopbackAnswer.Json("""{"status":"shipped"}"""));
        await console.Server.RestartAsync();

        await ExpectAnswerAsync(frame);
        await Assertions.Expect(frame.GetByRole(AriaRole.Article)).ToHaveCountAsync(2);
        Assert.Equal(
            "2|0",
            StoredState.Read(
                console.Server.DatabasePath,
                "SELECT COUNT(*) || '|' || COUNT(c.PendingMessageId) FROM ConversationMessages m JOIN Conversations c ON c.Id = m.ConversationId"
            )
        );
    }

    private static async Task ExpectAnswerAsync(IFrameLocator frame)
    {
        var answer = frame.GetByRole(AriaRole.Article).Filter(new() { HasText = "shipped" });
        await Assertions.Expect(answer).ToHaveCountAsync(1, new() { Timeout = 60_000 });
    }

    private static async Task SendAsync(IFrameLocator frame, string text)
    {
        await frame.GetByLabel("Message", new() { Exact = true }).FillAsync(text);
        await frame.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
    }

    private static IFrameLocator Frame(IPage page) => page.FrameLocator("iframe[title=Messenger]");

    /// <summary>A shop's own page, from another origin.</summary>
    private static LoopbackApi Site(string messengerAddress) =>
        LoopbackApi
            .Start()
            .Answer(
                "/",
                LoopbackAnswer.Bytes(
                    System.Text.Encoding.UTF8.GetBytes(
                        $"<!DOCTYPE html><html lang=en><head><title>Shop</title><link rel=icon href='data:,'></head><body><h1>Shop</h1><script src='{messengerAddress}/messenger.js'></script></body></html>"
                    ),
                    200,
                    ("Content-Type", "text/html; charset=utf-8")
                )
            );

    /// <summary>The identity secret, made and read in Settings as a teammate does it.</summary>
    private static async Task<string> SecretAsync(IPage page, string address)
    {
        await page.GotoAsync(address + "/settings/messenger");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create secret" }).ClickAsync();
        return await page.GetByLabel("Identity secret", new() { Exact = true })
            .And(page.GetByRole(AriaRole.Textbox))
            .InputValueAsync();
    }

    private async Task<IPage> NewPageAsync()
    {
        var window = await chromium.Browser.NewContextAsync();
        window.SetDefaultTimeout(30_000);
        return await window.NewPageAsync();
    }

    /// <summary>A console with the connector of an order's status live, on the sample store or on another API.</summary>
    private async Task<JourneyConsole> LiveConsoleAsync(LoopbackApi? api = null)
    {
        var console = await JourneyConsole.StartAsync(
            chromium,
            trustedHost: api is null ? null : $"127.0.0.1:{api.Port}"
        );
        var builder = await console.CreateFromScratchAsync();
        await builder.DescribeOrderStatusAsync(console.Server.StoreAddress);
        if (api is not null)
        {
            // The store's key goes to the store only.
            await console
                .Page.GetByRole(AriaRole.Checkbox, new() { Name = "Sample store key" })
                .UncheckAsync();
            await builder.FillAsync("URL", api.BaseUrl + "/orders/{{order_number}}");
        }

        await builder.WaitUntilSavedAsync();
        await builder.SetLiveAsync();
        return console;
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!isSo())
        {
            await Task.Delay(50, patience.Token);
        }
    }
}
