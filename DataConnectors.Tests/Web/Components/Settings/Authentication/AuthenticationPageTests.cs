using Bunit;
using DataConnectors.Core.Credentials;
using DataConnectors.Core.Kernel;
using DataConnectors.Web.Components.Settings.Authentication;
using MudBlazor;

namespace DataConnectors.Tests.Web.Components.Settings.Authentication;

public sealed class AuthenticationPageTests
{
    [Fact]
    public async Task Without_tokens_the_page_says_what_a_token_is()
    {
        await using var page = await ConsolePage.CreateAsync();
        var tokens = page.Render<AuthenticationPage>();

        tokens.WaitForState(() =>
            tokens.Markup.Contains("No tokens yet", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Token_is_shown_without_its_value()
    {
        await using var page = await ConsolePage.CreateAsync();
        await AddTokenAsync(page);
        var tokens = page.Render<AuthenticationPage>();

        var table = tokens.WaitForElement("table[aria-label='Tokens']");

        Assert.Contains("Shop key", table.TextContent);
        Assert.Contains("X-Api-Key", table.TextContent);
        Assert.Contains("api.example.com", table.TextContent);
        Assert.DoesNotContain("s3cret", tokens.Markup);
    }

    [Fact]
    public async Task Teammate_without_the_permission_can_neither_add_nor_delete()
    {
        await using var page = await ConsolePage.CreateAsync(canChange: false);
        await AddTokenAsync(page);
        var tokens = page.Render<AuthenticationPage>();

        tokens.WaitForElement("table[aria-label='Tokens']");

        Assert.Contains("Can access developer hub", tokens.Markup);
        Assert.Empty(tokens.FindAll("button"));
    }

    [Fact]
    public async Task New_token_with_faults_shows_each_at_its_field_and_keeps_the_dialog_open()
    {
        await using var page = await ConsolePage.CreateAsync();
        page.Render<MudPopoverProvider>();
        var dialogs = page.Render<MudDialogProvider>();
        var tokens = page.Render<AuthenticationPage>();
        tokens.WaitForState(() =>
            tokens.Markup.Contains("No tokens yet", StringComparison.Ordinal)
        );
        // The click ends with the dialog, so it is not awaited.
        _ = tokens.Find("button").ClickAsync(new());
        dialogs.WaitForState(() =>
            dialogs.Markup.Contains("Create token", StringComparison.Ordinal)
        );

        await dialogs.Button("Create token").ClickAsync(new());

        dialogs.WaitForState(() =>
            dialogs.Markup.Contains("Give the token a name", StringComparison.Ordinal)
        );
        Assert.Contains(
            "Enter the token&#x27;s value.",
            dialogs.Markup.Replace("'", "&#x27;", StringComparison.Ordinal)
        );
    }

    private static async Task AddTokenAsync(ConsolePage page)
    {
        var outcome = await page
            .Database.Get<CreateToken>()
            .RunAsync(
                ConsolePage.Admin,
                new NewToken(
                    "Shop key",
                    "",
                    "X-Api-Key",
                    "",
                    new SecretText("s3cret"),
                    "api.example.com"
                ),
                CancellationToken.None
            );
        Assert.True(outcome.IsSuccess);
    }
}
