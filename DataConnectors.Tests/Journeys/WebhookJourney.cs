using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using DataConnectors.Tests.Core.Webhooks;
using DataConnectors.Tests.Support;
using DataConnectors.Tests.Web.PublicApi.OAuth;
using Microsoft.Playwright;

namespace DataConnectors.Tests.Journeys;

/// <summary>
/// An app and its webhook in a browser and over a real host: from the first address to a notification that is sent again, and to one of
/// a run that the app itself asked for.
/// </summary>
public sealed class WebhookJourney(Chromium chromium)
{
    [Fact]
    public async Task A_webhook_is_added_tried_made_to_fail_mended_and_told_of_a_run()
    {
        await using var console = await JourneyConsole.StartAsync(
            chromium,
            trustedHost: "127.0.0.1"
        );
        var page = console.Page;
        var isBroken = false;
        await using var receiver = LoopbackApi
            .Start()
            .Answer(
                LoopbackApi.AnyPath,
                request =>
                    request.Method == "HEAD"
                        ? LoopbackAnswer.Raw(
                            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"u8.ToArray()
                        )
                    : isBroken ? LoopbackAnswer.Text("out of order", 500)
                    : LoopbackAnswer.Text("thanks")
            );
        var app = await AddAppAsync(page);

        // Added.
        await page.GetByRole(AriaRole.Tab, new() { Name = "Webhooks" }).ClickAsync();
        await page.GetByLabel("Endpoint URL").FillAsync(receiver.BaseUrl + "/hooks");
        await page.GetByLabel("data_connector.published").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add webhook" }).ClickAsync();
        var secret = await page.GetByRole(AriaRole.Textbox, new() { Name = "Signing secret" })
            .InputValueAsync();

        // Tried.
        await page.GetByRole(AriaRole.Button, new() { Name = "Send test" }).ClickAsync();
        var rows = page.GetByRole(AriaRole.Table, new() { Name = "Deliveries" })
            .Locator("tbody tr.clickable");
        await Assertions.Expect(rows).ToHaveCountAsync(1);
        await Assertions.Expect(rows.First).ToContainTextAsync("Delivered");
        var test = Assert.Single(receiver.Requests, request => request.Method == "POST");
        Assert.Equal(ExpectedSignatures.Standard(secret, test), test.Header("webhook-signature"));

        // Made to fail, by what happens in the console.
        isBroken = true;
        var address = page.Url;
        await page.GotoAsync($"{console.Server.Address}/settings/integrations/data-connectors");
        var builder = await console.CreateFromScratchAsync();
        await builder.FillAsync("Name", "Get order");
        await builder.FillAsync("Description", "Looks up an order.");
        await builder.FillAsync("URL", console.Server.StoreAddress + "/orders");
        await builder.SetLiveAsync();
        var connectorId = builder.ConnectorId;
        await page.GotoAsync(address);
        await Assertions.Expect(rows).ToHaveCountAsync(2);
        await Assertions.Expect(rows.First).ToContainTextAsync("data_connector.published");
        await Assertions.Expect(rows.First).ToContainTextAsync("500");
        await Assertions.Expect(rows.First).ToContainTextAsync("Waiting");
        await rows.First.GetByRole(AriaRole.Link).ClickAsync();
        await Assertions
            .Expect(page.GetByLabel("Answer to attempt 1"))
            .ToContainTextAsync("out of order");

        // Mended, and sent at once instead of later.
        isBroken = false;
        await page.GetByRole(AriaRole.Button, new() { Name = "Send now" })
            .Or(page.GetByRole(AriaRole.Button, new() { Name = "Resend", Exact = true }))
            .ClickAsync();
        await Assertions.Expect(rows.First).ToContainTextAsync("Delivered");
        var sent = receiver
            .Requests.Where(request => request.Method == "POST")
            .Skip(1)
            .Select(request => request.Header("webhook-id"))
            .ToList();
        Assert.True(sent.Count >= 2);
        Assert.Single(sent.Distinct());

        // Told of a run that the app asks for.
        var resultId = await RunAsync(console.Server.Address, app, connectorId);
        await Assertions.Expect(rows).ToHaveCountAsync(3);
        await Assertions
            .Expect(rows.First)
            .ToContainTextAsync("data_connector.execution.completed");
        await Assertions.Expect(rows.First).ToContainTextAsync("Delivered");
        var told = receiver.Requests[^1];
        var notification = Some.Json(told.BodyText);
        Assert.Equal(
            "data_connector.execution.completed",
            notification.GetProperty("topic").GetString()
        );
        var item = notification.GetProperty("data").GetProperty("item");
        Assert.Equal(resultId, item.GetProperty("id").GetString());
        Assert.Equal(ExpectedSignatures.Hub(app.Secret, told), told.Header("X-Hub-Signature"));
        Assert.Equal(ExpectedSignatures.Standard(secret, told), told.Header("webhook-signature"));
        Assert.Empty(console.ScriptFaults);
    }

    /// <summary>Makes the app and stays on its page.</summary>
    private static async Task<(string Id, string Secret)> AddAppAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Developer hub" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "New app" }).ClickAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Warehouse");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create app" }).ClickAsync();
        var id = await page.GetByLabel("Client id", new() { Exact = true }).InputValueAsync();
        var secret = await page.GetByRole(AriaRole.Textbox, new() { Name = "Client secret" })
            .InputValueAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        return (id, secret);
    }

    /// <summary>Runs the connector over the public API with an access token of the app; the result's id.</summary>
    private static async Task<string?> RunAsync(
        string address,
        (string Id, string Secret) app,
        long connectorId
    )
    {
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        using var form = OAuthHost.Form(
            ("grant_type", "client_credentials"),
            ("client_id", app.Id),
            ("client_secret", app.Secret)
        );
        using var granted = await client.PostAsync("/oauth/token", form);
        var token = (await OAuthHost.ReadAsync(granted)).GetProperty("access_token").GetString();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var body = new StringContent("""{"inputs":{}}""", Encoding.UTF8, "application/json");
        using var ran = await client.PostAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"/data_connectors/{connectorId}/execution_results"
            ),
            body
        );
        var result = await OAuthHost.ReadAsync(ran);
        Assert.True(ran.StatusCode == HttpStatusCode.Created, result.ToString());
        return result.GetProperty("id").GetString();
    }
}
