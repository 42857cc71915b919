using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using DataConnectors.Core.Agent;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Content;
using DataConnectors.Core.Egress;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.People;
using DataConnectors.Core.Versioning;
using DataConnectors.Tests.Support;
using DataConnectors.Web.Components.Messenger;
using DataConnectors.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Tests.Web.Components.Messenger;

public sealed class MessengerPreviewTests : ComponentTests, IAsyncLifetime
{
    private readonly LoopbackApi api = LoopbackApi.Start();
    private readonly ToldObserver observer = new();
    private TestDatabase database = null!;

    public async ValueTask InitializeAsync()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Egress:TrustedHosts:0", $"127.0.0.1:{api.Port}")])
            .Build();
        database = await TestDatabase.CreateAsync(configure: services =>
            services
                .AddEgress(configuration)
                .AddExecution()
                .AddInbox()
                .AddAgent()
                .AddSingleton<IExecutionObserver>(observer)
        );
        await database.AddAsync(Some.Person());
        Services.AddSingleton(TimeProvider.System);
        Services.AddSingleton(database.Get<IAgent>());
        Services.AddSingleton(database.Get<FinCandidates>());
        Services.AddSingleton(database.Get<ArticleShelf>());
        Services.AddSingleton(database.Get<PeopleQueries>());
        Services.AddScoped<CurrentActor>();
        var authorization = this.AddAuthorization();
        authorization.SetAuthorized("Ada");
        authorization.SetClaims(
            new Claim(ClaimTypes.NameIdentifier, "101"),
            new Claim(CurrentActor.DeveloperHubClaim, "true")
        );
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        await database.DisposeAsync();
        await api.DisposeAsync();
    }

    [Fact]
    public async Task A_preview_answers_from_the_example_and_changes_no_table_and_calls_nobody()
    {
        var before = await CountRowsAsync();
        var preview = RenderPreview(Draft());
        Assert.Contains("EXAMPLE DATA", preview.Markup, StringComparison.Ordinal);

        await SendAsync(preview, "Where is my order?");

        preview.WaitForAssertion(() =>
            Assert.Equal(
                "For order 1001, the status is shipped. Also, the total is 19.9.",
                FinSaid(preview)
            )
        );
        var log = preview.Find(".event-log").TextContent;
        Assert.Contains("Chose Get order status", Flat(log), StringComparison.Ordinal);
        Assert.Contains(
            "Took the example value: order_id = 1001",
            Flat(log),
            StringComparison.Ordinal
        );
        Assert.Contains("sent nothing", log, StringComparison.Ordinal);
        Assert.Contains("GET /orders/1001 HTTP/1.1", log, StringComparison.Ordinal);
        Assert.Contains("\"status\": \"shipped\"", log, StringComparison.Ordinal);
        Assert.Empty(api.Requests);
        Assert.Equal(0, observer.Told);
        Assert.Equal(before, await CountRowsAsync());
    }

    [Fact]
    public async Task A_real_call_is_labelled_and_leaves_no_trace_here_either()
    {
        api.Answer("/orders/1042", LoopbackAnswer.Json("""{"status":"delivered"}"""));
        var before = await CountRowsAsync();
        var preview = RenderPreview(Draft());
        await preview
            .Find("input[aria-label='Call the API for real'], #field-preview\\.real")
            .ChangeAsync(true);
        Assert.Contains("REAL CALL", preview.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("EXAMPLE DATA", preview.Markup, StringComparison.Ordinal);

        await SendAsync(preview, "Where is my order 1042?");

        preview.WaitForAssertion(() =>
            Assert.Equal("For order 1042, the status is delivered.", FinSaid(preview))
        );
        Assert.Single(api.Requests);
        Assert.Equal(0, observer.Told);
        Assert.Equal(before, await CountRowsAsync());
    }

    [Fact]
    public async Task Without_example_values_Fin_asks()
    {
        var preview = RenderPreview(Draft());
        await preview.Find("#field-preview\\.examples").ChangeAsync(false);

        await SendAsync(preview, "Where is my order?");

        preview.WaitForAssertion(() =>
            Assert.Equal("What is the number of the order?", FinSaid(preview))
        );
        Assert.Contains(
            "Asked for order_id",
            Flat(preview.Find(".event-log").TextContent),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_error_names_its_cause_and_leads_to_the_tab_that_mends_it()
    {
        var preview = RenderPreview(Draft() with { ExampleResponse = null });

        await SendAsync(preview, "Where is my order?");

        preview.WaitForAssertion(() =>
        {
            var log = preview.Find(".event-log");
            Assert.Contains(
                "There is no example response yet",
                log.TextContent,
                StringComparison.Ordinal
            );
            Assert.EndsWith(
                "/edit?tab=api",
                log.QuerySelector("a")!.GetAttribute("href"),
                StringComparison.Ordinal
            );
        });
    }

    [Fact]
    public async Task The_draft_is_used_as_it_is_at_that_moment()
    {
        var preview = RenderPreview(Draft());
        preview.Render(parameters =>
            parameters.Add(
                component => component.Definition,
                Draft() with
                {
                    ExampleResponse = new ExampleResponse(
                        200,
                        "application/json",
                        """{"status":"lost"}"""
                    ),
                }
            )
        );

        await SendAsync(preview, "Where is my order?");

        preview.WaitForAssertion(() =>
            Assert.Equal("For order 1001, the status is lost.", FinSaid(preview))
        );
    }

    [Fact]
    public async Task A_disabled_draft_is_skipped_and_the_log_says_why()
    {
        var preview = RenderPreview(Draft() with { DirectFinUsage = false });

        await SendAsync(preview, "Where is my order?");

        preview.WaitForAssertion(() =>
            Assert.Contains(
                "Disabled: manual trigger only",
                preview.Find(".event-log").TextContent,
                StringComparison.Ordinal
            )
        );
    }

    [Fact]
    public async Task Start_over_forgets_everything_said()
    {
        var preview = RenderPreview(Draft());
        await SendAsync(preview, "Where is my order?");
        preview.WaitForAssertion(() => Assert.NotEmpty(preview.FindAll(".message--fin")));

        await preview
            .FindAll("button")
            .Single(button => button.TextContent.Contains("Start over", StringComparison.Ordinal))
            .ClickAsync();

        Assert.Empty(preview.FindAll(".message"));
        Assert.Empty(preview.FindAll(".event"));
        Assert.Contains("Try: What is my order status?", preview.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_may_not_test_has_no_switch_for_real_calls()
    {
        this.AddAuthorization().SetAuthorized("Sam");

        Assert.Empty(RenderPreview(Draft()).FindAll("#field-preview\\.real"));
    }

    [Fact]
    public void The_region_and_its_field_have_their_names()
    {
        var preview = RenderPreview(Draft());

        Assert.Equal("Messenger preview", preview.Find("section").GetAttribute("aria-label"));
        Assert.Equal("Message", preview.Find("form label").TextContent);
    }

    private ConnectorDefinition Draft() =>
        Some.Definition() with
        {
            Url = api.BaseUrl + "/orders/{{order_id}}",
        };

    private IRenderedComponent<MessengerPreview> RenderPreview(ConnectorDefinition draft) =>
        Render<MessengerPreview>(parameters =>
            parameters
                .Add(component => component.ConnectorId, 7)
                .Add(component => component.Definition, draft)
        );

    private static async Task SendAsync(
        IRenderedComponent<MessengerPreview> preview,
        string message
    )
    {
        await preview.Find("textarea").InputAsync(message);
        await preview.Find("form").SubmitAsync();
    }

    private static string FinSaid(IRenderedComponent<MessengerPreview> preview) =>
        preview.Find(".message--fin .message-text").TextContent;

    private static string Flat(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task<Dictionary<string, long>> CountRowsAsync()
    {
        await using var context = await database.Contexts.CreateDbContextAsync();
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        await context.Database.OpenConnectionAsync();
        foreach (
            var table in context
                .Model.GetEntityTypes()
                .Select(type => type.GetTableName()!)
                .Distinct(StringComparer.Ordinal)
        )
        {
            await using var command = context.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT COUNT(*) FROM \"{table}\"";
            counts[table] = (long)(await command.ExecuteScalarAsync())!;
        }

        Assert.Contains("Executions", counts.Keys);
        return counts;
    }

    private sealed class ToldObserver : IExecutionObserver
    {
        public int Told { get; private set; }

        public Task OnCompletedAsync(ExecutionResult result)
        {
            Told++;
            return Task.CompletedTask;
        }
    }
}
