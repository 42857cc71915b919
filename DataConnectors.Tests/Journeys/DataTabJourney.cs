using System.Text.Json;
using DataConnectors.Tests.Support;
using Microsoft.Playwright;

namespace DataConnectors.Tests.Journeys;

/// <summary>The Data tab as an admin uses it: an order cut down by clicking and in code, code that misbehaves, objects synced.</summary>
public sealed class DataTabJourney(Chromium chromium)
{
    private const string ExpectedOrder =
        """{"number":"1042","state":"Shipped","customer":{"name":"Ana Ruiz"},"items":[{"name":""";

    [Fact]
    public async Task A_nested_order_is_cut_to_six_fields_by_clicking()
    {
        await using var console = await JourneyConsole.StartAsync(chromium);
        var builder = await WithExampleAsync(console);
        var page = console.Page;
        await RestrictAsync(builder, page, "Table view");

        foreach (var field in new[] { "number", "status", "customer.name", "total" })
        {
            await page.GetByLabel($"Expose {field}", new() { Exact = true }).CheckAsync();
        }

        // A parent selects what is in it; one of its fields is taken back.
        var items = page.GetByLabel("Expose items", new() { Exact = true });
        await items.ClickAsync();
        await Assertions.Expect(items).ToBeCheckedAsync();
        foreach (var field in new[] { "items[].sku", "items[].unit_price" })
        {
            await page.GetByLabel($"Expose {field}", new() { Exact = true }).UncheckAsync();
        }

        await page.GetByLabel("Rename status to", new() { Exact = true }).FillAsync("state");
        await page.GetByRole(AriaRole.Button, new() { Name = "Redact customer.email in logs" })
            .ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Transform status", Exact = true })
            .ClickAsync();
        await AddTransformationAsync(page, "Change case");
        await page.GetByLabel("Case", new() { Exact = true }).SelectOptionAsync("title");
        await page.Keyboard.PressAsync("Escape");

        var after = page.GetByLabel("Answer after shaping");
        await Assertions.Expect(after).ToContainTextAsync("Shipped");
        await Assertions.Expect(after).Not.ToContainTextAsync("unit_price");
        await Assertions
            .Expect(page.GetByLabel("Answer before shaping"))
            .ToContainTextAsync("unit_price");
        await builder.WaitUntilSavedAsync();

        // What was chosen is what a customer's run gives Fin, and the redacted value is nowhere in its record.
        await builder.SetLiveAsync();
        await AskAsync(console, "Hi, where is my order 1042?", "Shipped");
        var shaped = StoredState.Read(
            console.Server.DatabasePath,
            "SELECT ShapedResponseBody FROM Executions"
        );
        using var order = JsonDocument.Parse(shaped!);
        Assert.Equal("Shipped", order.RootElement.GetProperty("state").GetString());
        Assert.Equal(
            ["number", "state", "total", "customer", "items"],
            order.RootElement.EnumerateObject().Select(field => field.Name)
        );
        Assert.Equal(
            ["name", "quantity"],
            order.RootElement.GetProperty("items")[0].EnumerateObject().Select(field => field.Name)
        );
        Assert.DoesNotContain(
            "@example.com",
            StoredState.Read(console.Server.DatabasePath, "SELECT RawResponseBody FROM Executions"),
            StringComparison.Ordinal
        );
        Assert.Empty(console.ScriptFaults);
    }

    [Fact]
    public async Task The_same_order_is_cut_down_in_python()
    {
        await using var console = await JourneyConsole.StartAsync(chromium);
        var builder = await WithExampleAsync(console);
        var page = console.Page;
        await RestrictAsync(builder, page, "Python");

        // A mistake is underlined, listed, and keeps the connector from going live.
        await WriteCodeAsync(page, "def transform(response)\n    return response");
        await Assertions
            .Expect(page.Locator(".code-diagnostic").First)
            .ToContainTextAsync("Line 1");
        await Assertions.Expect(page.Locator(".squiggly-error").First).ToBeAttachedAsync();

        await WriteCodeAsync(
            page,
            """
            def transform(response, context):
                print("asked for", context["inputs"]["order_number"])
                return {
                    "number": response["number"],
                    "state": response["status"].title(),
                    "customer": {"name": response["customer"]["name"]},
                    "items": [{"name": item["name"]} for item in response["items"]],
                }
            """
        );
        await page.GetByRole(AriaRole.Button, new() { Name = "Test code" }).ClickAsync();
        await Assertions
            .Expect(page.GetByLabel("Printed lines"))
            .ToContainTextAsync("asked for 1042");
        await Assertions
            .Expect(page.GetByLabel("Result of the code"))
            .ToContainTextAsync("Shipped");
        await Assertions
            .Expect(page.GetByLabel("Answer after shaping"))
            .ToContainTextAsync("Shipped");
        await builder.WaitUntilSavedAsync();
        await builder.AskPreviewAsync("Where is my order 1042?", "Shipped");

        await builder.SetLiveAsync();
        await AskAsync(console, "Hi, where is my order 1042?", "Shipped");
        Assert.StartsWith(
            ExpectedOrder,
            StoredState.Read(
                console.Server.DatabasePath,
                "SELECT ShapedResponseBody FROM Executions"
            ),
            StringComparison.Ordinal
        );
        Assert.Empty(console.ScriptFaults);
    }

    [Fact]
    public async Task Code_that_loops_hoards_or_reads_files_is_stopped_while_another_connector_answers()
    {
        await using var console = await JourneyConsole.StartAsync(chromium);
        var good = await WithExampleAsync(console);
        await RestrictAsync(good, console.Page, "Python");
        await WriteCodeAsync(
            console.Page,
            "def transform(response):\n    return {\"state\": response[\"status\"].title()}"
        );
        await good.WaitUntilSavedAsync();
        await good.SetLiveAsync();
        var customer = await console.OpenSecondWindowAsync(chromium, "/messenger");

        await console.Page.GotoAsync(
            console.Server.Address + "/settings/integrations/data-connectors"
        );
        var bad = await console.CreateFromScratchAsync();
        await bad.FillAsync("Name", "Misbehaves");
        await bad.GoToTabAsync("API");
        await WriteAsync(console.Page, "exampleResponse.body", "{}");
        await bad.WaitUntilSavedAsync();
        await RestrictAsync(bad, console.Page, "Python");
        foreach (
            var (code, expected) in new[]
            {
                ("def transform(response):\n    while True: pass", "Out of time"),
                (
                    "def transform(response):\n    hoard = []\n    while True: hoard.append(\"x\" * 1000000)",
                    "Out of memory"
                ),
                (
                    "def transform(response):\n    return open(\"/etc/passwd\").read()",
                    "Error in the code"
                ),
            }
        )
        {
            await WriteCodeAsync(console.Page, code);
            await console
                .Page.GetByRole(AriaRole.Button, new() { Name = "Test code" })
                .ClickAsync();
            await AskInAsync(customer, "Where is my order 1042?", "Shipped");
            await StoredState.UntilAnsweredAsync(console.Server.DatabasePath);
            await Assertions
                .Expect(console.Page.Locator(".code-outcome-head"))
                .ToContainTextAsync(expected);
            await Assertions
                .Expect(console.Page.Locator(".code-outcome"))
                .Not.ToContainTextAsync("root:");
        }

        Assert.Empty(console.ScriptFaults);
    }

    [Fact]
    public async Task Custom_objects_are_filled_from_a_list_and_seen_on_the_persons_page()
    {
        await using var console = await JourneyConsole.StartAsync(chromium);
        var page = console.Page;
        var builder = await console.CreateFromScratchAsync();
        await builder.FillAsync("Name", "List my orders");
        await builder.FillAsync(
            "Description",
            "Lists the orders of the customer. Use it when somebody asks for all their orders."
        );
        await builder.FillAsync(
            "URL",
            console.Server.StoreAddress + "/orders?email={{person.email}}"
        );
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Sample store key" }).CheckAsync();
        await builder.TestAsync("Real call", "REAL CALL");
        await page.GetByRole(AriaRole.Button, new() { Name = "Use as example response" })
            .ClickAsync();

        await builder.GoToTabAsync("Data");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add object mapping" }).ClickAsync();
        await page.GetByLabel("API object", new() { Exact = true }).SelectOptionAsync("data[]");
        await page.GetByLabel("Store as", new() { Exact = true }).SelectOptionAsync("order");
        await page.GetByLabel("Identity field", new() { Exact = true }).SelectOptionAsync("number");
        await page.GetByRole(AriaRole.Button, new() { Name = "Map matching names" }).ClickAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "customer → the person of the run" })
            .CheckAsync();
        await Assertions
            .Expect(page.GetByText("With the example, a live run would store"))
            .ToBeVisibleAsync();
        await builder.WaitUntilSavedAsync();

        // A test shows the changes and writes nothing.
        var database = console.Server.DatabasePath;
        await builder.GoToTabAsync("API");
        await builder.TestAsync("Real call", "REAL CALL");
        await Assertions
            .Expect(page.GetByText("Nothing is written in a test").First)
            .ToBeVisibleAsync();
        Assert.Equal("0", StoredState.Read(database, "SELECT COUNT(*) FROM CustomObjects"));

        await builder.SetLiveAsync();
        await AskAsync(console, "Can you list all my orders?", "1042");
        Assert.Equal(
            StoredState.Read(database, "SELECT COUNT(*) FROM CustomObjects"),
            StoredState.Read(database, "SELECT COUNT(*) FROM CustomObjectReferences")
        );
        Assert.NotEqual("0", StoredState.Read(database, "SELECT COUNT(*) FROM CustomObjects"));

        await page.GotoAsync(console.Server.Address + "/people");
        await page.GetByRole(AriaRole.Link, new() { Name = "Ana Ruiz" }).ClickAsync();
        await Assertions.Expect(page.GetByText("1042").First).ToBeVisibleAsync();
        Assert.Empty(console.ScriptFaults);
    }

    private static async Task<BuilderForm> WithExampleAsync(JourneyConsole console)
    {
        var builder = await console.CreateFromScratchAsync();
        await builder.DescribeOrderStatusAsync(console.Server.StoreAddress);
        await builder.TestAsync("Real call", "REAL CALL");
        await console
            .Page.GetByRole(AriaRole.Button, new() { Name = "Use as example response" })
            .ClickAsync();
        return builder;
    }

    private static async Task RestrictAsync(BuilderForm builder, IPage page, string transformation)
    {
        await builder.GoToTabAsync("Data");
        await page.GetByRole(AriaRole.Radio, new() { Name = "Manually restrict access" })
            .CheckAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = transformation }).CheckAsync();
    }

    private static async Task AddTransformationAsync(IPage page, string title)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a transformation" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = title }).First.ClickAsync();
    }

    private static Task WriteCodeAsync(IPage page, string code) =>
        WriteAsync(page, "pythonCode", code);

    private static async Task WriteAsync(IPage page, string field, string text)
    {
        // Typed, it would be closed and indented by the editor as it goes; pasted is what stands here.
        var input = page.Locator($".inputarea[id='field-{field}']");
        await Assertions.Expect(input).ToBeAttachedAsync();
        var host = page.Locator(".code-editor-host", new() { Has = input });
        await host.EvaluateAsync(
            """
            (host, text) => {
              const { editor } = host.codeEditor;
              editor.focus();
              editor.executeEdits("paste", [{ range: editor.getModel().getFullModelRange(), text }]);
            }
            """,
            text
        );
    }

    private static async Task AskAsync(JourneyConsole console, string question, string expected)
    {
        await console.Page.GotoAsync(console.Server.Address + "/messenger");
        await AskInAsync(console.Page, question, expected);
        await StoredState.UntilAnsweredAsync(console.Server.DatabasePath);
    }

    private static async Task AskInAsync(IPage page, string question, string expected)
    {
        await page.GetByLabel("Message", new() { Exact = true }).FillAsync(question);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Log).First).ToContainTextAsync(expected);
    }
}
