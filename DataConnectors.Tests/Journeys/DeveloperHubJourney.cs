using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using DataConnectors.Tests.Support;
using DataConnectors.Tests.Web.PublicApi.OAuth;
using Microsoft.Playwright;

namespace DataConnectors.Tests.Journeys;

/// <summary>From a new app to its tokens: by its secret, by a teammate's consent, through a rotation and a restart, to its end.</summary>
public sealed class DeveloperHubJourney(Chromium chromium)
{
    [Fact]
    public async Task App_gets_tokens_by_secret_and_by_consent_until_it_is_deleted()
    {
        await using var callback = LoopbackApi.Start();
        callback.Answer("/done", LoopbackAnswer.Json("{}"));
        await using var console = await JourneyConsole.StartAsync(chromium);
        using var client = new HttpClient { BaseAddress = new Uri(console.Server.Address) };
        var page = console.Page;

        await page.GetByRole(AriaRole.Link, new() { Name = "Developer hub" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "New app" }).ClickAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Order sync");
        await page.GetByLabel("Redirect URIs").FillAsync(callback.BaseUrl + "/done");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create app" }).ClickAsync();
        var id = await page.GetByLabel("Client id", new() { Exact = true }).InputValueAsync();
        var secret = await page.GetByRole(AriaRole.Textbox, new() { Name = "Client secret" })
            .InputValueAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        await Assertions
            .Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Order sync" }))
            .ToBeVisibleAsync();

        var token = await TokenAsync(client, id, secret);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(client, token));

        await page.GetByRole(AriaRole.Button, new() { Name = "Rotate secret" }).ClickAsync();
        var fresh = await page.GetByRole(AriaRole.Textbox, new() { Name = "New client secret" })
            .InputValueAsync();
        Assert.NotNull(await TokenAsync(client, id, secret));
        Assert.NotNull(await TokenAsync(client, id, fresh));
        await page.GetByRole(AriaRole.Button, new() { Name = "Revoke old secret" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Revoke", Exact = true }).ClickAsync();
        await Assertions
            .Expect(page.GetByRole(AriaRole.Button, new() { Name = "Revoke old secret" }))
            .ToHaveCountAsync(0);
        Assert.Null(await TokenAsync(client, id, secret));

        await console.Server.KillAsync();
        await console.Server.RestartAsync();
        Assert.Equal(HttpStatusCode.OK, await AskAsync(client, token));

        var consented = await ConsentAsync(page, client, callback.BaseUrl + "/done", id, fresh);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(client, consented));

        await page.GotoAsync(console.Server.Address + "/settings/developer-hub");
        await page.GetByRole(AriaRole.Link, new() { Name = "Order sync" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete app" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true }).ClickAsync();
        await Assertions
            .Expect(page.GetByRole(AriaRole.Link, new() { Name = "Order sync" }))
            .ToHaveCountAsync(0);
        await Assertions
            .Expect(page.GetByRole(AriaRole.Button, new() { Name = "New app" }))
            .ToBeVisibleAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(client, token));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(client, consented));
        Assert.Empty(console.ScriptFaults);
    }

    private static async Task<string> ConsentAsync(
        IPage page,
        HttpClient client,
        string redirectUri,
        string id,
        string secret
    )
    {
        var pkce = Pkce.New();
        await page.GotoAsync(
            $"{client.BaseAddress}oauth/authorize?client_id={id}&response_type=code&state=s"
                + $"&redirect_uri={Uri.EscapeDataString(redirectUri)}"
                + $"&code_challenge={pkce.Challenge}&code_challenge_method=S256"
        );
        await Assertions
            .Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Allow Order sync" }))
            .ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Allow" }).ClickAsync();
        await page.WaitForURLAsync(url => url.StartsWith(redirectUri, StringComparison.Ordinal));
        var (status, body) = await PostAsync(
            client,
            ("grant_type", "authorization_code"),
            ("client_id", id),
            ("client_secret", secret),
            ("code", OAuthHost.Query(new Uri(page.Url), "code")),
            ("redirect_uri", redirectUri),
            ("code_verifier", pkce.Verifier)
        );
        Assert.True(status == HttpStatusCode.OK, body.ToString());
        return body.GetProperty("access_token").GetString()!;
    }

    private static async Task<string?> TokenAsync(HttpClient client, string id, string secret)
    {
        var (status, body) = await PostAsync(
            client,
            ("grant_type", "client_credentials"),
            ("client_id", id),
            ("client_secret", secret)
        );
        return status == HttpStatusCode.OK ? body.GetProperty("access_token").GetString() : null;
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(
        HttpClient client,
        params (string Name, string Value)[] fields
    )
    {
        using var form = OAuthHost.Form(fields);
        using var answer = await client.PostAsync("/oauth/token", form);
        return (answer.StatusCode, await OAuthHost.ReadAsync(answer));
    }

    private static async Task<HttpStatusCode> AskAsync(HttpClient client, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/me");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }
}
