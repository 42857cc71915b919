using System.Globalization;
using DataConnectors.Tests.Support;
using Microsoft.Playwright;

namespace DataConnectors.Tests.Journeys;

/// <summary>The real server, killed while several people use it: what their screens had acknowledged is there after the restart.</summary>
public sealed class KilledUnderLoadJourney(Chromium chromium)
{
    private const int Customers = 3;

    [Fact]
    public async Task What_was_shown_as_saved_or_answered_survives_the_kill()
    {
        await using var console = await JourneyConsole.StartAsync(chromium);
        var builder = await console.CreateFromScratchAsync();
        await builder.DescribeOrderStatusAsync(console.Server.StoreAddress);
        await builder.WaitUntilSavedAsync();
        await builder.SetLiveAsync();
        var messengers = new List<IPage>();
        for (var customer = 0; customer < Customers; customer++)
        {
            messengers.Add(await console.OpenSecondWindowAsync(chromium, "/messenger"));
        }

        // Everybody works until the server is gone, and notes what the screen acknowledged.
        using var killed = new CancellationTokenSource();
        var edits = EditAsync(builder, killed.Token);
        var chats = messengers.Select(page => ChatAsync(page, killed.Token)).ToList();
        await Task.Delay(TimeSpan.FromSeconds(6));
        await killed.CancelAsync();
        await console.Server.KillAsync();
        var savedEdits = await edits;
        var answers = (await Task.WhenAll(chats)).Sum();
        await console.Server.RestartAsync();

        var database = console.Server.DatabasePath;
        Assert.Equal("ok", StoredState.Read(database, "PRAGMA integrity_check"));
        Assert.Equal("1", StoredState.Read(database, "SELECT COUNT(*) FROM ConnectorVersions"));
        Assert.True(
            savedEdits > 0 && answers > 0,
            $"{savedEdits} edits and {answers} answers were acknowledged"
        );
        Assert.True(
            Number(
                database,
                "SELECT CAST(SUBSTR(DraftJson, INSTR(DraftJson, 'edit number ') + 12, 6) AS INTEGER) FROM Connectors"
            ) >= savedEdits
        );
        Assert.True(
            Number(database, "SELECT COUNT(*) FROM ConversationMessages WHERE Author = 1")
                >= answers
        );
        Assert.True(
            Number(database, "SELECT COUNT(*) FROM Executions WHERE IsSuccess = 1") >= answers
        );
    }

    private static async Task<int> EditAsync(BuilderForm builder, CancellationToken killed)
    {
        var saved = 0;
        try
        {
            while (!killed.IsCancellationRequested)
            {
                await builder.FillAsync(
                    "Internal description",
                    string.Create(CultureInfo.InvariantCulture, $"edit number {saved + 1:000000}")
                );
                await builder.WaitUntilSavedAsync().WaitAsync(killed);
                saved++;
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or PlaywrightException)
        {
            // The server is gone.
        }

        return saved;
    }

    private static async Task<int> ChatAsync(IPage page, CancellationToken killed)
    {
        var answered = 0;
        try
        {
            while (!killed.IsCancellationRequested)
            {
                await page.GetByLabel("Message", new() { Exact = true })
                    .FillAsync("Where is my order 1042?");
                await page.GetByRole(AriaRole.Button, new() { Name = "Send" })
                    .ClickAsync(new() { Timeout = 5_000 });
                await Assertions
                    .Expect(page.GetByText("See the execution"))
                    .ToHaveCountAsync(answered + 1)
                    .WaitAsync(killed);
                answered++;
            }
        }
        catch (Exception fault)
            when (fault is OperationCanceledException or PlaywrightException or TimeoutException)
        {
            // The server is gone.
        }

        return answered;
    }

    private static long Number(string database, string sql) =>
        long.Parse(StoredState.Read(database, sql)!, CultureInfo.InvariantCulture);
}
