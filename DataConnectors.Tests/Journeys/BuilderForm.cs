using System.Globalization;
using Microsoft.Playwright;

namespace DataConnectors.Tests.Journeys;

/// <summary>The builder as a person uses it: by the names of its controls.</summary>
internal sealed class BuilderForm(IPage page)
{
    public ILocator Saved => page.GetByText("Saved", new() { Exact = true });

    public ILocator Preview =>
        page.GetByRole(AriaRole.Region, new() { Name = "Messenger preview" });

    /// <summary>The connector's id, read off the address.</summary>
    public long ConnectorId =>
        long.Parse(new Uri(page.Url).Segments[^2].TrimEnd('/'), CultureInfo.InvariantCulture);

    public ILocator Field(string label) => page.GetByLabel(label, new() { Exact = true });

    public async Task FillAsync(string label, string text)
    {
        await Field(label).First.FillAsync(text);
    }

    public Task GoToTabAsync(string tab) =>
        page.GetByRole(AriaRole.Tab, new() { Name = tab }).ClickAsync();

    public async Task WaitUntilSavedAsync() => await Assertions.Expect(Saved).ToBeVisibleAsync();

    /// <summary>Adds a data input that Fin collects.</summary>
    public async Task AddInputAsync(string name, string description, string example)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Data input", Exact = true })
            .ClickAsync();
        await FillAsync("Data input name", name);
        await FillAsync("Data input description", description);
        await FillAsync("Example value", example);
    }

    /// <summary>Fills the API tab with a call that reads an order of the sample store.</summary>
    public async Task DescribeOrderStatusAsync(string storeAddress)
    {
        await FillAsync("Name", "Get order status");
        await FillAsync(
            "Description",
            "Looks up where an order is: its status, items and delivery. Use it when somebody asks about an order."
        );
        await AddInputAsync("order_number", "The order number, such as 1042", "1042");
        await FillAsync("URL", storeAddress + "/orders/{{order_number}}");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Sample store key" }).CheckAsync();
    }

    /// <summary>Runs a test in a mode and waits for its label.</summary>
    public async Task TestAsync(string mode, string label)
    {
        await page.GetByRole(AriaRole.Radio, new() { Name = mode }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Test connection" }).ClickAsync();
        await Assertions
            .Expect(page.Locator(".test-result").GetByText(label, new() { Exact = true }))
            .ToBeVisibleAsync();
    }

    /// <summary>Sends a message in the preview and waits for an answer that holds a text.</summary>
    public async Task AskPreviewAsync(string message, string expected)
    {
        await Preview.GetByLabel("Message", new() { Exact = true }).FillAsync(message);
        await Preview.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Assertions.Expect(Preview.GetByRole(AriaRole.Log).First).ToContainTextAsync(expected);
    }

    public async Task SetLiveAsync()
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Set live" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog)
            .GetByRole(AriaRole.Button, new() { Name = "Set live" })
            .ClickAsync();
        await Assertions.Expect(page.GetByText("Live, version 1")).ToBeVisibleAsync();
    }
}
