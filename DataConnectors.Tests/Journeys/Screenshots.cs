using DataConnectors.Tests.Support;
using Microsoft.Playwright;

namespace DataConnectors.Tests.Journeys;

/// <summary>
/// Makes the pictures of the README: every page, wide and narrow, light and dark, into <c>docs/screenshots</c>. Runs only when asked:
/// <c>dotnet run --project DataConnectors.Tests -- -explicit only -class "*Screenshots"</c>.
/// </summary>
public sealed class Screenshots(Chromium chromium)
{
    private static readonly string Folder = Path.Combine(Checkout.Root, "docs", "screenshots");

    [Fact(Explicit = true)]
    public async Task Of_every_page()
    {
        Directory.CreateDirectory(Folder);
        await using var console = await JourneyConsole.StartAsync(chromium);
        var page = console.Page;
        await CaptureAsync(page, "list-empty");
        var id = await BuildAsync(console);
        var connector = $"{console.Server.Address}/settings/integrations/data-connectors/{id}";
        foreach (var tab in new[] { "api", "data", "fin", "security" })
        {
            await page.GotoAsync($"{connector}/edit?tab={tab}");
            await Assertions.Expect(page.GetByRole(AriaRole.Tabpanel)).ToBeVisibleAsync();
            await CaptureAsync(page, $"builder-{tab}");
        }

        await CaptureDataTabAsync(page, $"{connector}/edit?tab=data");
        await page.GotoAsync($"{connector}/edit?tab=security");
        await new BuilderForm(page).AskPreviewAsync("Where is my order 1042?", "shipped");
        await CaptureAsync(page, "preview");
        await new BuilderForm(page).SetLiveAsync();
        await CaptureAsync(page, "went-live");

        await page.GotoAsync(console.Server.Address + "/messenger");
        await page.GetByLabel("Message", new() { Exact = true })
            .FillAsync("Hi, where is my order 1042?");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Log).First).ToContainTextAsync("shipped");
        await CaptureAsync(page, "messenger");

        await page.GotoAsync(console.Server.Address + "/inbox?events=on");
        await page.Locator("a[data-row]").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Why this answer" }).ClickAsync();
        await CaptureAsync(page, "inbox");

        await page.GotoAsync($"{connector}/logs");
        await page.GetByRole(AriaRole.Table, new() { Name = "Execution results" })
            .GetByRole(AriaRole.Row)
            .Nth(1)
            .ClickAsync();
        await page.WaitForTimeoutAsync(800);
        await CaptureAsync(page, "logs");
        await page.GotoAsync($"{console.Server.Address}/settings/integrations/data-connectors");
        await CaptureAsync(page, "list");
        foreach (
            var (path, name) in new[]
            {
                ("/settings/data/audiences", "audiences"),
                ("/settings/data/audiences/new", "audience"),
                ("/settings/data/attributes", "attributes"),
                ("/settings/data/custom-objects", "custom-objects"),
                ("/settings/data/custom-objects/order", "orders"),
                ("/people", "people"),
                ("/settings/messenger", "messenger-install"),
                ("/fin-ai-agent/content", "content"),
                ("/fin-ai-agent/content/new", "article"),
                ("/fin-ai-agent/deploy", "deploy"),
            }
        )
        {
            await page.GotoAsync(console.Server.Address + path);
            await CaptureAsync(page, name);
        }

        await page.GotoAsync(console.Server.Address + "/people");
        await page.GetByRole(AriaRole.Link, new() { Name = "Ana Ruiz" }).ClickAsync();
        await CaptureAsync(page, "person");
        await page.GotoAsync($"{console.Server.Address}/settings/integrations/authentication");
        await CaptureAsync(page, "authentication");
        await CaptureDeveloperHubAsync(console);
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync($"{console.Server.Address}/sign-in");
        await CaptureAsync(page, "sign-in");
    }

    private static async Task CaptureDeveloperHubAsync(JourneyConsole console)
    {
        var page = console.Page;
        await page.GotoAsync($"{console.Server.Address}/settings/developer-hub/access-tokens");
        await CaptureAsync(page, "access-tokens");
        await page.GotoAsync($"{console.Server.Address}/settings/developer-hub");
        await CaptureAsync(page, "developer-hub");
        await page.GetByRole(AriaRole.Table).GetByRole(AriaRole.Link).First.ClickAsync();
        await CaptureAsync(page, "app");
        await page.GotoAsync(page.Url + "/webhooks");
        await CaptureAsync(page, "webhooks");
        await page.GotoAsync($"{console.Server.Address}/reference");
        await CaptureAsync(page, "reference");
    }

    private static async Task CaptureDataTabAsync(IPage page, string dataTab)
    {
        await page.GotoAsync(dataTab);
        await page.GetByRole(AriaRole.Button, new() { Name = "Transform status", Exact = true })
            .ClickAsync();
        await CaptureAsync(page, "builder-data-transform");
        await page.Keyboard.PressAsync("Escape");
        await ScrollToAsync(page, "Before and after");
        await CaptureAsync(page, "builder-data-after");
        await ScrollToAsync(page, "Object mapping");
        await CaptureAsync(page, "builder-data-mapping");

        await page.GetByRole(AriaRole.Radio, new() { Name = "Python" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Start from the example" })
            .ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Test code" }).ClickAsync();
        await Assertions.Expect(page.Locator(".code-outcome")).ToContainTextAsync("Success");
        await ScrollToAsync(page, "Shape the answer in Python");
        await CaptureAsync(page, "builder-python");
        await ScrollToAsync(page, "Test code");
        await CaptureAsync(page, "builder-python-test");
        await page.GetByRole(AriaRole.Radio, new() { Name = "Table view" }).CheckAsync();
        await new BuilderForm(page).WaitUntilSavedAsync();
    }

    private static async Task ScrollToAsync(IPage page, string heading) =>
        await page.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true })
            .EvaluateAsync("heading => heading.scrollIntoView({ block: 'start' })");

    private static async Task<long> BuildAsync(JourneyConsole console)
    {
        var builder = await console.CreateFromScratchAsync();
        await builder.DescribeOrderStatusAsync(console.Server.StoreAddress);
        await builder.TestAsync("Real call", "REAL CALL");
        await console
            .Page.GetByRole(AriaRole.Button, new() { Name = "Use as example response" })
            .ClickAsync();
        await builder.GoToTabAsync("Data");
        await console
            .Page.GetByRole(AriaRole.Radio, new() { Name = "Manually restrict access" })
            .CheckAsync();
        foreach (var field in new[] { "number", "status", "currency", "total", "items[].name" })
        {
            await console.Page.GetByLabel($"Expose {field}", new() { Exact = true }).CheckAsync();
        }

        var page = console.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Add object mapping" }).ClickAsync();
        await page.GetByLabel("Store as", new() { Exact = true }).SelectOptionAsync("order");
        await page.GetByLabel("Identity field", new() { Exact = true }).SelectOptionAsync("number");
        await page.GetByRole(AriaRole.Button, new() { Name = "Map matching names" }).ClickAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "customer → the person of the run" })
            .CheckAsync();
        await builder.WaitUntilSavedAsync();
        return builder.ConnectorId;
    }

    private static async Task CaptureAsync(IPage page, string name)
    {
        foreach (var (width, height, size) in new[] { (1440, 900, "wide"), (390, 844, "phone") })
        {
            await page.SetViewportSizeAsync(width, height);
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });

                // Fonts, transitions and Monaco come to rest.
                await page.WaitForTimeoutAsync(700);
                await page.ScreenshotAsync(
                    new()
                    {
                        Path = Path.Combine(
                            Folder,
                            $"{name}-{size}-{scheme.ToString().ToLowerInvariant()}.png"
                        ),
                    }
                );
            }
        }

        await page.SetViewportSizeAsync(1440, 900);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }
}
