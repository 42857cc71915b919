using System.Security.Claims;
using AngleSharp.Html.Dom;
using Bunit;
using DataConnectors.Core.Webhooks;
using DataConnectors.Tests.Core.Webhooks;
using DataConnectors.Tests.Support;
using DataConnectors.Web.Components.Settings.DeveloperHub.Webhooks;
using DataConnectors.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Tests.Web.Components.Settings.DeveloperHub;

/// <summary>The page of an app's webhook, on a workspace with a receiver that answers.</summary>
public sealed class WebhooksPageTests : ComponentTests
{
    [Fact]
    public async Task A_webhook_is_added_and_its_secret_shown_once()
    {
        await using var workspace = await WorkspaceAsync();
        await using var receiver = WebhookWorkspace.Receiver();
        var appId = await workspace.AddAppAsync();
        var page = RenderPage(appId);
        page.WaitForAssertion(() => page.Button("Add webhook"));

        page.Labelled("Endpoint URL").Input(receiver.BaseUrl + "/hooks");
        page.Find("form").Submit();
        page.WaitForAssertion(() => page.Find("[role='group'][aria-label='Signing secret']"));

        var secret = ((IHtmlInputElement)page.Labelled("Signing secret")).Value;
        Assert.StartsWith("whsec_", secret, StringComparison.Ordinal);
        page.WaitForAssertion(() =>
            Assert.Contains("Nothing sent yet", page.Markup, StringComparison.Ordinal)
        );
        var again = RenderPage(appId);
        again.WaitForAssertion(() => again.Button("Rotate signing secret"));
        Assert.DoesNotContain(secret, again.Markup, StringComparison.Ordinal);
        var stored = await workspace.SubscriptionAsync();
        Assert.Equal(receiver.BaseUrl + "/hooks", stored.Url);
        Assert.Equal(["data_connector.execution.completed"], stored.TopicList);
    }

    [Fact]
    public async Task What_the_check_finds_stands_at_the_field()
    {
        await using var workspace = await WorkspaceAsync();
        await using var receiver = LoopbackApi.Start();
        var page = RenderPage(await workspace.AddAppAsync());
        page.WaitForAssertion(() => page.Button("Add webhook"));

        page.Labelled("Endpoint URL").Input(receiver.BaseUrl);
        page.Find("form").Submit();

        page.WaitForAssertion(() =>
            Assert.Contains(
                "answered 404",
                page.Find("[id='field-url-problems']").TextContent,
                StringComparison.Ordinal
            )
        );
        Assert.Equal("true", page.Labelled("Endpoint URL").GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task A_suspended_webhook_says_why_and_is_resumed()
    {
        await using var workspace = await WorkspaceAsync();
        await using var receiver = WebhookWorkspace.Receiver();
        var (appId, _) = await workspace.SubscribeAsync(receiver.BaseUrl);
        await workspace
            .Database.Get<SuspendSubscription>()
            .RunAsync(Some.Actor, appId, CancellationToken.None);
        var page = RenderPage(appId);
        page.WaitForAssertion(() =>
            Assert.Contains("Suspended by Ada Admin", page.Markup, StringComparison.Ordinal)
        );

        page.Button("Resume").Click();

        page.WaitForAssertion(() => Assert.Empty(page.Buttons("Resume")));
        Assert.Equal(SubscriptionState.Active, (await workspace.SubscriptionAsync()).State);
    }

    [Fact]
    public async Task A_test_appears_in_the_log_with_payload_and_answer()
    {
        await using var workspace = await WorkspaceAsync();
        await using var receiver = WebhookWorkspace.Receiver(_ =>
            LoopbackAnswer.Text("no such door", 404)
        );
        var (appId, _) = await workspace.SubscribeAsync(receiver.BaseUrl);
        var page = RenderPage(appId);
        page.WaitForAssertion(() => page.Button("Send test"));

        page.Button("Send test").Click();
        page.WaitForAssertion(() => page.Find("table"));
        page.Find("tbody tr").Click();

        page.WaitForAssertion(() => page.Find("pre[aria-label='Payload']"));
        var row = page.Find("tbody tr").TextContent;
        Assert.Contains("Failed", row, StringComparison.Ordinal);
        Assert.Contains("404", row, StringComparison.Ordinal);
        Assert.Equal(
            "no such door",
            page.Find("pre[aria-label='Answer to attempt 1']").TextContent
        );
        Assert.Contains(
            "notification_event",
            page.Find("pre[aria-label='Payload']").TextContent,
            StringComparison.Ordinal
        );
        Assert.Single(page.Buttons("Resend"));
    }

    [Fact]
    public async Task Deliveries_are_filtered_by_state_and_read_page_by_page()
    {
        await using var workspace = await WorkspaceAsync();
        await using var receiver = WebhookWorkspace.Receiver();
        var (appId, _) = await workspace.SubscribeAsync(receiver.BaseUrl);
        await workspace.StartAsync();
        await workspace.HappenAsync(60);
        await workspace.UntilAttemptsAsync(60);
        Services
            .GetRequiredService<NavigationManager>()
            .NavigateTo(WebhookPages.Webhooks(appId, DeliveryState.Failed));
        var failed = RenderPage(appId);
        failed.WaitForAssertion(() =>
            Assert.Contains("No delivery is in this state", failed.Markup, StringComparison.Ordinal)
        );

        Services.GetRequiredService<NavigationManager>().NavigateTo(WebhookPages.Webhooks(appId));
        var all = RenderPage(appId);
        all.WaitForAssertion(() => Assert.Equal(50, all.FindAll("tbody tr").Count));
        all.Button("Load more").Click();

        all.WaitForAssertion(() => Assert.Equal(60, all.FindAll("tbody tr").Count));
        Assert.Empty(all.Buttons("Load more"));
    }

    [Fact]
    public async Task Without_the_permission_one_sees_why_there_is_nothing()
    {
        await using var workspace = await WorkspaceAsync(canChange: false);
        await using var receiver = WebhookWorkspace.Receiver();
        var (appId, _) = await workspace.SubscribeAsync(receiver.BaseUrl);
        var page = RenderPage(appId);

        page.WaitForAssertion(() =>
            Assert.Contains("Can access developer hub", page.Markup, StringComparison.Ordinal)
        );

        Assert.Empty(page.FindAll("button"));
        Assert.DoesNotContain(receiver.BaseUrl, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_app_that_is_not_there_is_said_so()
    {
        await using var workspace = await WorkspaceAsync();

        var page = RenderPage(1);

        page.WaitForAssertion(() =>
            Assert.Contains("This app does not exist", page.Markup, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_sections_of_an_app_lead_to_each_other()
    {
        await using var workspace = await WorkspaceAsync();
        var appId = await workspace.AddAppAsync();
        var navigation = Services.GetRequiredService<NavigationManager>();
        var page = RenderPage(appId);
        page.WaitForAssertion(() => page.Button("Add webhook"));

        page.Find("#tab-basics").Click();
        Assert.EndsWith($"/developer-hub/apps/{appId}", navigation.Uri, StringComparison.Ordinal);
        page.Find("#tab-webhooks").Click();

        Assert.EndsWith($"/apps/{appId}/webhooks", navigation.Uri, StringComparison.Ordinal);
        Assert.Equal("true", page.Find("#tab-webhooks").GetAttribute("aria-selected"));
    }

    private IRenderedComponent<WebhooksPage> RenderPage(long appId) =>
        Render<WebhooksPage>(parameters => parameters.Add(page => page.AppId, appId));

    private async Task<WebhookWorkspace> WorkspaceAsync(bool canChange = true)
    {
        var workspace = await WebhookWorkspace.CreateAsync();
        var database = workspace.Database;
        Services.AddSingleton(TimeProvider.System);
        Services.AddScoped<CurrentActor>();
        Services.AddSingleton(database.Get<WebhookQueries>());
        Services.AddSingleton(database.Get<SaveSubscription>());
        Services.AddSingleton(database.Get<SuspendSubscription>());
        Services.AddSingleton(database.Get<ResumeSubscription>());
        Services.AddSingleton(database.Get<RotateWebhookSecret>());
        Services.AddSingleton(database.Get<DeleteSubscription>());
        Services.AddSingleton(database.Get<SendTest>());
        Services.AddSingleton(database.Get<ResendDelivery>());
        var authorization = this.AddAuthorization();
        authorization.SetAuthorized("mira@example.com");
        List<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, "7"),
            new(ClaimTypes.GivenName, "Mira"),
        ];
        if (canChange)
        {
            claims.Add(new Claim(CurrentActor.DeveloperHubClaim, "true"));
        }

        authorization.SetClaims([.. claims]);
        return workspace;
    }
}
