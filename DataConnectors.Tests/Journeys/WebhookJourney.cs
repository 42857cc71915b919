using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DataConnectors.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;

namespace DataConnectors.Tests.Journeys;

/// <summary>An app's webhook from the first address to a notification that is sent again, in a browser and over a real host.</summary>
public sealed class WebhookJourney(Chromium chromium)
{
    private const long AppId = 4242;

    [Fact]
    public async Task A_webhook_is_added_tried_made_to_fail_and_its_notification_resent()
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
        AddApp(console.Server.DatabasePath);

        // Added.
        await page.GotoAsync(
            $"{console.Server.Address}/settings/developer-hub/apps/{AppId}/webhooks"
        );
        await page.GetByLabel("Endpoint URL").FillAsync(receiver.BaseUrl + "/hooks");
        await page.GetByLabel("data_connector.published").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add webhook" }).ClickAsync();
        var shown = page.GetByLabel("Signing secret", new() { Exact = true });
        await Assertions.Expect(shown).ToBeVisibleAsync();
        var secret = await shown.TextContentAsync();

        // Tried.
        await page.GetByRole(AriaRole.Button, new() { Name = "Send test" }).ClickAsync();
        var rows = page.GetByRole(AriaRole.Table, new() { Name = "Deliveries" })
            .Locator("tbody tr.clickable");
        await Assertions.Expect(rows).ToHaveCountAsync(1);
        await Assertions.Expect(rows.First).ToContainTextAsync("Delivered");
        var test = Assert.Single(receiver.Requests, request => request.Method == "POST");
        Assert.Equal(Signature(secret!, test), test.Header("webhook-signature"));

        // Made to fail, by what happens in the console.
        isBroken = true;
        var address = page.Url;
        await page.GotoAsync($"{console.Server.Address}/settings/integrations/data-connectors");
        var builder = await console.CreateFromScratchAsync();
        await builder.FillAsync("Name", "Get order");
        await builder.FillAsync("Description", "Looks up an order.");
        await builder.FillAsync("URL", console.Server.StoreAddress + "/orders");
        await builder.SetLiveAsync();
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
        Assert.Empty(console.ScriptFaults);
    }

    /// <summary>The app, with which this journey begins and is not about.</summary>
    private static void AddApp(string databasePath)
    {
        using var connection = new SqliteConnection($"Data Source={databasePath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            "INSERT INTO DeveloperApps (Id, Name, ClientId, Scopes, RedirectUris, CreatedById, CreatedAt) VALUES ($id, 'Warehouse', 'warehouse', '', '', 1, 0)";
        command.Parameters.AddWithValue("$id", AppId);
        command.ExecuteNonQuery();
    }

    private static string Signature(string secret, LoopbackRequest request)
    {
        var signed = Encoding.UTF8.GetBytes(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{request.Header("webhook-id")}.{request.Header("webhook-timestamp")}.{request.BodyText}"
            )
        );
        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, signed));
    }
}
