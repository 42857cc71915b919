using Microsoft.Playwright;

namespace DataConnectors.Tests.Support;

/// <summary>One headless Chromium for all journeys of a run, found on this machine or installed from Debian's packages.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Names =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The running browser.</summary>
    public IBrowser Browser =>
        browser ?? throw new InvalidOperationException("The browser is not started yet.");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var path =
            Find()
            ?? await InstallAsync()
            ?? throw new InvalidOperationException(
                "The journeys need Chromium or Chrome. Install it (Debian: apt-get install chromium) and run the tests again."
            );
        playwright = await Playwright.CreateAsync();
        // A loaded machine takes its time; what never comes still fails.
        Assertions.SetDefaultExpectTimeout(20_000);
        browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = path,
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }

    private static string? Find() => Names.FirstOrDefault(File.Exists);

    private static async Task<string?> InstallAsync()
    {
        await DebianPackages.InstallAsync("chromium");
        return Find();
    }
}
