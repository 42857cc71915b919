using AngleSharp.Html.Dom;
using Bunit;
using DataConnectors.Core.DeveloperApps;
using DataConnectors.Web.Components.Settings.DeveloperHub.AccessTokens;
using DataConnectors.Web.Components.Settings.DeveloperHub.Apps;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace DataConnectors.Tests.Web.Components.Settings.DeveloperHub;

public sealed class DeveloperHubPagesTests
{
    [Fact]
    public async Task Without_apps_the_page_says_what_an_app_is()
    {
        await using var page = await ConsolePage.CreateAsync();
        var apps = page.Render<AppListPage>();

        apps.WaitForState(() => apps.Markup.Contains("No apps yet", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Apps_are_listed_without_their_secrets()
    {
        await using var page = await ConsolePage.CreateAsync();
        var created = await AddAppAsync(page);
        var apps = page.Render<AppListPage>();

        var table = apps.WaitForElement("table[aria-label='Apps']");

        Assert.Contains("Order sync", table.TextContent);
        Assert.Contains(created.ClientId, table.TextContent);
        Assert.Contains(ApiScopes.ReadVersions, table.TextContent);
        Assert.DoesNotContain(created.ClientSecret.Open(), apps.Markup);
    }

    [Fact]
    public async Task Teammate_without_the_permission_sees_why_there_is_nothing()
    {
        await using var page = await ConsolePage.CreateAsync(canChange: false);
        var apps = page.Render<AppListPage>();
        var tokens = page.Render<AccessTokensPage>();

        apps.WaitForState(() =>
            apps.Markup.Contains("Can access developer hub", StringComparison.Ordinal)
        );
        tokens.WaitForState(() =>
            tokens.Markup.Contains("Can access developer hub", StringComparison.Ordinal)
        );
        Assert.Empty(apps.FindAll("button"));
        Assert.Empty(tokens.FindAll("button"));
    }

    [Fact]
    public async Task New_app_shows_problems_at_their_fields_and_then_its_secret_once()
    {
        await using var page = await ConsolePage.CreateAsync();
        page.Render<MudPopoverProvider>();
        var dialogs = page.Render<MudDialogProvider>();
        var apps = page.Render<AppListPage>();
        apps.WaitForState(() => apps.Markup.Contains("No apps yet", StringComparison.Ordinal));
        // The click ends with the dialog, so it is not awaited.
        _ = apps.Button("New app").ClickAsync(new());
        dialogs.WaitForState(() => dialogs.Markup.Contains("Create app", StringComparison.Ordinal));

        await dialogs
            .Labelled("Redirect URIs")
            .InputAsync(new() { Value = "https://app.example.com/cb\nnot-a-url" });
        await dialogs.Button("Create app").ClickAsync(new());
        dialogs.WaitForState(() =>
            dialogs.Markup.Contains("Give the app a name", StringComparison.Ordinal)
        );
        Assert.Contains("not-a-url", dialogs.Find("#field-redirectUris-problems").TextContent);

        await dialogs.Labelled("Name").InputAsync(new() { Value = "Order sync" });
        await dialogs
            .Labelled("Redirect URIs")
            .InputAsync(new() { Value = "https://app.example.com/cb" });
        await dialogs.Button("Create app").ClickAsync(new());
        dialogs.WaitForState(() =>
            dialogs.Markup.Contains("never shown again", StringComparison.Ordinal)
        );
        var secret = ((IHtmlInputElement)dialogs.Labelled("Client secret")).Value;
        await dialogs.Button("Done").ClickAsync(new());

        var app = Assert.Single(
            (
                await page
                    .Database.Get<AppQueries>()
                    .ListAsync(ConsolePage.Admin, CancellationToken.None)
            ).Value
        );
        Assert.True(
            await page
                .Database.Get<AppSecrets>()
                .AcceptAsync(app.Id, secret, CancellationToken.None)
        );
        Assert.EndsWith(
            $"/settings/developer-hub/apps/{app.Id}",
            page.Services.GetRequiredService<NavigationManager>().Uri
        );
    }

    [Fact]
    public async Task Rotating_shows_the_new_secret_and_keeps_the_old_one_until_it_is_revoked()
    {
        await using var page = await ConsolePage.CreateAsync();
        page.Render<MudPopoverProvider>();
        var dialogs = page.Render<MudDialogProvider>();
        var created = await AddAppAsync(page);
        var app = page.Render<AppPage>(parameters =>
            parameters.Add(shown => shown.AppId, created.Id)
        );
        app.WaitForElement("table[aria-label='Client secrets']");

        await app.Button("Rotate secret").ClickAsync(new());
        app.WaitForState(() => app.Buttons("Revoke old secret").Count == 1);
        var fresh = ((IHtmlInputElement)app.Labelled("New client secret")).Value;
        var secrets = page.Database.Get<AppSecrets>();
        Assert.True(await secrets.AcceptAsync(created.Id, fresh, CancellationToken.None));
        Assert.True(
            await secrets.AcceptAsync(
                created.Id,
                created.ClientSecret.Open(),
                CancellationToken.None
            )
        );

        _ = app.Button("Revoke old secret").ClickAsync(new());
        dialogs.WaitForState(() => dialogs.Buttons("Revoke").Count == 1);
        await dialogs.Button("Revoke").ClickAsync(new());
        app.WaitForState(() => app.Buttons("Revoke old secret").Count == 0);

        Assert.False(
            await secrets.AcceptAsync(
                created.Id,
                created.ClientSecret.Open(),
                CancellationToken.None
            )
        );
    }

    [Fact]
    public async Task Basics_are_changed_and_saved()
    {
        await using var page = await ConsolePage.CreateAsync();
        var created = await AddAppAsync(page);
        var app = page.Render<AppPage>(parameters =>
            parameters.Add(shown => shown.AppId, created.Id)
        );
        app.WaitForElement("#field-name");
        Assert.True(app.Button("Save changes").HasAttribute("disabled"));

        await app.Labelled("Name").InputAsync(new() { Value = "Order mirror" });
        await app.Button("Save changes").ClickAsync(new());
        app.WaitForState(() => app.Button("Save changes").HasAttribute("disabled"));

        var stored = await page
            .Database.Get<AppQueries>()
            .GetAsync(ConsolePage.Admin, created.Id, CancellationToken.None);
        Assert.Equal("Order mirror", stored.Value.App.Name);
        Assert.Equal([ApiScopes.ReadVersions], stored.Value.App.Scopes);
    }

    [Fact]
    public async Task Access_token_is_listed_and_revoked_after_asking()
    {
        await using var page = await ConsolePage.CreateAsync();
        page.Render<MudPopoverProvider>();
        var dialogs = page.Render<MudDialogProvider>();
        await page
            .Database.Get<CreatePersonalAccessToken>()
            .RunAsync(
                ConsolePage.Admin,
                "Deploy script",
                ApiScopes.All,
                TimeSpan.FromDays(7),
                CancellationToken.None
            );
        var tokens = page.Render<AccessTokensPage>();
        var table = tokens.WaitForElement("table[aria-label='Access tokens']");
        Assert.Contains("Deploy script", table.TextContent);

        _ = tokens.Find("button[aria-label='Revoke Deploy script']").ClickAsync(new());
        dialogs.WaitForState(() => dialogs.Buttons("Revoke").Count == 1);
        await dialogs.Button("Revoke").ClickAsync(new());

        tokens.WaitForState(() =>
            tokens.Markup.Contains("No access tokens yet", StringComparison.Ordinal)
        );
    }

    private static async Task<CreatedApp> AddAppAsync(ConsolePage page) =>
        (
            await page
                .Database.Get<CreateApp>()
                .RunAsync(
                    ConsolePage.Admin,
                    new AppDetails("Order sync", [ApiScopes.ReadVersions], []),
                    CancellationToken.None
                )
        ).Value;
}
