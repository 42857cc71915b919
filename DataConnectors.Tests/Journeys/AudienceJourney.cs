using DataConnectors.Tests.Support;
using Microsoft.Playwright;

namespace DataConnectors.Tests.Journeys;

/// <summary>For whom a connector is: the same question from two people, of whom one is in the audience.</summary>
public sealed class AudienceJourney(Chromium chromium)
{
    private const string Question = "Hi, where is my order 1042?";

    [Fact]
    public async Task Only_the_one_in_the_audience_gets_the_connectors_answer()
    {
        await using var console = await JourneyConsole.StartAsync(chromium);
        var page = console.Page;

        // A reusable audience: customers of companies with the Enterprise plan.
        await page.GotoAsync(console.Server.Address + "/settings/data/audiences");
        await page.GetByRole(AriaRole.Link, new() { Name = "New audience" }).ClickAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Enterprise plan");
        var condition = page.GetByRole(AriaRole.Group, new() { Name = "Condition 1" });
        await condition.GetByLabel("Attribute").SelectOptionAsync("company.plan");
        await condition
            .GetByLabel("Comparison")
            .SelectOptionAsync(new SelectOptionValue { Label = "is" });
        await condition.GetByLabel("Value").FillAsync("Enterprise");
        var reach = page.Locator(".reach");
        await Assertions.Expect(reach).ToContainTextAsync("1 of 4 people");
        await Assertions.Expect(reach).ToContainTextAsync("Ana Ruiz");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create audience" }).ClickAsync();
        var row = page.GetByRole(AriaRole.Row, new() { Name = "Enterprise plan" });
        await Assertions.Expect(row).ToContainTextAsync("company.plan is \"Enterprise\"");

        // A connector for it, live.
        await page.GotoAsync(console.Server.Address + "/settings/integrations/data-connectors");
        var builder = await console.CreateFromScratchAsync();
        await builder.DescribeOrderStatusAsync(console.Server.StoreAddress);
        await builder.GoToTabAsync("Fin");
        await page.GetByRole(AriaRole.Radio, new() { Name = "Fin audiences" }).CheckAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Enterprise plan" }).CheckAsync();
        await Assertions.Expect(reach).ToContainTextAsync("1 of 4 people");
        await builder.WaitUntilSavedAsync();
        await builder.SetLiveAsync();

        // Ana's company has the plan, Chloé's has not.
        await AskAsAsync(page, console.Server.Address, "Ana Ruiz");
        var messages = page.GetByRole(AriaRole.Log).First;
        await Assertions.Expect(messages).ToContainTextAsync("shipped");
        await AskAsAsync(page, console.Server.Address, "Chloé Martin");
        await Assertions.Expect(messages).ToContainTextAsync(Question);
        await Assertions.Expect(page.Locator(".message--fin")).ToBeVisibleAsync();
        await Assertions.Expect(messages).Not.ToContainTextAsync("shipped");

        var database = console.Server.DatabasePath;
        await StoredState.UntilAnsweredAsync(database);
        Assert.Equal("1", StoredState.Read(database, "SELECT COUNT(*) FROM Executions"));
        Assert.Equal(
            "Audience: not in \"Enterprise plan\"",
            StoredState.Read(
                database,
                """
                SELECT json_extract(candidate.value, '$.skipped') FROM ConversationMessages AS message
                JOIN Conversations ON Conversations.Id = message.ConversationId
                JOIN People ON People.Id = Conversations.PersonId
                JOIN json_each(message.TraceJson, '$.candidates') AS candidate
                WHERE People.Name = 'Chloé Martin'
                """
            )
        );
        Assert.Empty(console.ScriptFaults);
    }

    private static async Task AskAsAsync(IPage page, string address, string person)
    {
        await page.GotoAsync(address + "/messenger");
        var people = page.GetByLabel("Person", new() { Exact = true });
        var option = people.Locator("option", new() { HasText = person });
        await option.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await people.SelectOptionAsync((await option.GetAttributeAsync("value"))!);
        await Assertions.Expect(page.GetByText($"Talk to Fin as {person}")).ToBeVisibleAsync();
        await page.GetByLabel("Message", new() { Exact = true }).FillAsync(Question);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
    }
}
