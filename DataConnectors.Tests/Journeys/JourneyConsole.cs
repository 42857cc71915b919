using DataConnectors.Tests.Support;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace DataConnectors.Tests.Journeys;

/// <summary>The real server and a browser window of its own, signed in as the demo admin.</summary>
internal sealed class JourneyConsole : IAsyncDisposable
{
    private readonly IBrowserContext window;
    private readonly List<string> faults = [];

    private JourneyConsole(ConsoleProcess server, IBrowserContext window, IPage page)
    {
        Server = server;
        this.window = window;
        Page = page;
        page.PageError += (_, fault) => faults.Add(fault);
    }

    public ConsoleProcess Server { get; }

    public IPage Page { get; }

    /// <summary>Exceptions of scripts in the page.</summary>
    public IReadOnlyList<string> ScriptFaults => faults;

    /// <param name="chromium">The browser.</param>
    /// <param name="trustedHost">A host that the server may call beside the sample store; null for none.</param>
    public static async Task<JourneyConsole> StartAsync(
        Chromium chromium,
        string? trustedHost = null
    )
    {
        var server = await ConsoleProcess.StartAsync(trustedHost: trustedHost);
        var newWindow = await chromium.Browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = 1440, Height = 900 },
            }
        );
        newWindow.SetDefaultTimeout(30_000);
        var console = new JourneyConsole(server, newWindow, await newWindow.NewPageAsync());
        await SignInAsync(server, console.Page);
        return console;
    }

    /// <summary>A second teammate's window: other cookies, other circuit.</summary>
    public async Task<IPage> OpenSecondWindowAsync(Chromium chromium, string path)
    {
        var page = await (await chromium.Browser.NewContextAsync()).NewPageAsync();
        await SignInAsync(Server, page);
        await page.GotoAsync(Server.Address + path);
        return page;
    }

    /// <summary>Makes a connector from the list and waits for the builder.</summary>
    public async Task<BuilderForm> CreateFromScratchAsync()
    {
        await Page.GetByText("No data connectors yet")
            .Or(Page.GetByRole(AriaRole.Table))
            .First.WaitForAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "New", Exact = true }).ClickAsync();
        await Page.Locator(".mud-popover-open")
            .GetByRole(AriaRole.Button, new() { Name = "Create from scratch" })
            .ClickAsync();
        await Page.WaitForURLAsync("**/edit?tab=api");
        return new BuilderForm(Page);
    }

    public async ValueTask DisposeAsync()
    {
        await window.DisposeAsync();
        await Server.DisposeAsync();
    }

    private static async Task SignInAsync(ConsoleProcess server, IPage page)
    {
        await page.GotoAsync(server.Address + "/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue as demo admin" })
            .ClickAsync();
        await Assertions
            .Expect(
                page.GetByRole(AriaRole.Heading, new() { Name = "Data connectors", Exact = true })
            )
            .ToBeVisibleAsync();
    }
}
