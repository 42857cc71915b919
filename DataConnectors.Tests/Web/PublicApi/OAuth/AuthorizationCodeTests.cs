using System.Net;
using System.Net.Http.Json;
using DataConnectors.Core.DeveloperApps;

namespace DataConnectors.Tests.Web.PublicApi.OAuth;

public sealed class AuthorizationCodeTests
{
    [Fact]
    public async Task Who_is_not_signed_in_signs_in_first_and_comes_back()
    {
        await using var host = await OAuthHost.StartAsync();
        var path = OAuthHost.AuthorizePath(await host.CreateAppAsync(), Pkce.New());

        using var answer = await host.Browser.GetAsync(path);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.EndsWith(
            "/sign-in?returnUrl=" + Uri.EscapeDataString(path),
            answer.Headers.Location!.ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Page_names_the_app_the_teammate_and_the_scopes_in_plain_words()
    {
        await using var host = await OAuthHost.StartAsync();
        var app = await host.CreateAppAsync(ApiScopes.ReadVersions);
        await host.SignInAsync();

        using var answer = await host.Browser.GetAsync(OAuthHost.AuthorizePath(app, Pkce.New()));

        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Allow App ", html);
        Assert.Contains("Demo Admin", html);
        Assert.Contains("Read versions of data connectors", html);
        Assert.DoesNotContain("Read, create, change", html);
        Assert.Contains(
            "form-action 'self' https://app.example.com;",
            answer.Headers.GetValues("Content-Security-Policy").Single()
        );
    }

    [Fact]
    public async Task Consent_gives_a_code_that_becomes_tokens_which_act_for_the_teammate()
    {
        await using var host = await OAuthHost.StartAsync();
        var app = await host.CreateAppAsync(ApiScopes.ReadVersions);
        await host.SignInAsync();
        var pkce = Pkce.New();

        var sent = await host.ConsentAsync(app, pkce);
        var (status, body) = await host.ExchangeAsync(
            app,
            OAuthHost.Query(sent, "code"),
            pkce.Verifier
        );

        Assert.StartsWith(OAuthHost.RedirectUri, sent.ToString(), StringComparison.Ordinal);
        Assert.Equal("abc", OAuthHost.Query(sent, "state"));
        Assert.True(status == HttpStatusCode.OK, body.ToString());
        var token = body.GetProperty("access_token").GetString()!;
        using var me = await host.GetAsync(token);
        Assert.Equal("Demo Admin", (await OAuthHost.ReadAsync(me)).GetProperty("name").GetString());

        // Past the first token's end the refresh token gives another.
        host.Clock.Advance(TimeSpan.FromHours(2));
        var refreshed = await host.TokenAsync(
            app,
            ("grant_type", "refresh_token"),
            ("refresh_token", body.GetProperty("refresh_token").GetString()!)
        );
        Assert.Equal(HttpStatusCode.Unauthorized, await host.StatusAsync(token));
        Assert.Equal(
            HttpStatusCode.OK,
            await host.StatusAsync(refreshed.Body.GetProperty("access_token").GetString()!)
        );
    }

    [Fact]
    public async Task Without_PKCE_there_is_no_code_and_plain_is_none()
    {
        await using var host = await OAuthHost.StartAsync();
        var app = await host.CreateAppAsync();
        await host.SignInAsync();
        var path = OAuthHost.AuthorizePath(app, Pkce.New());

        using var without = await host.Browser.GetAsync(
            path[..path.IndexOf("&code_challenge", StringComparison.Ordinal)]
        );
        using var plain = await host.Browser.GetAsync(
            path.Replace("S256", "plain", StringComparison.Ordinal)
        );

        await AssertRefusedAsync(without, "invalid_request");
        await AssertRefusedAsync(plain, "invalid_request");
    }

    [Fact]
    public async Task Code_is_worth_nothing_without_its_verifier()
    {
        await using var host = await OAuthHost.StartAsync();
        var app = await host.CreateAppAsync();
        await host.SignInAsync();

        var sent = await host.ConsentAsync(app, Pkce.New());
        var (status, body) = await host.ExchangeAsync(
            app,
            OAuthHost.Query(sent, "code"),
            Pkce.New().Verifier
        );

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("invalid_grant", body.GetProperty("error").GetString());
    }

    [Fact]
    public async Task Code_used_twice_ends_what_came_of_it_at_once()
    {
        await using var host = await OAuthHost.StartAsync();
        var app = await host.CreateAppAsync();
        await host.SignInAsync();
        var pkce = Pkce.New();
        var code = OAuthHost.Query(await host.ConsentAsync(app, pkce), "code");
        var (_, body) = await host.ExchangeAsync(app, code, pkce.Verifier);
        var token = body.GetProperty("access_token").GetString()!;
        var before = await host.StatusAsync(token);

        // Right away a second try may be a retry of a lost answer; later it is a theft.
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var (status, _) = await host.ExchangeAsync(app, code, pkce.Verifier);

        Assert.Equal(HttpStatusCode.OK, before);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(HttpStatusCode.Unauthorized, await host.StatusAsync(token));
    }

    [Fact]
    public async Task Refusal_is_told_to_the_app()
    {
        await using var host = await OAuthHost.StartAsync();
        var app = await host.CreateAppAsync();
        await host.SignInAsync();

        var sent = await host.ConsentAsync(app, Pkce.New(), "deny");

        Assert.Equal("access_denied", OAuthHost.Query(sent, "error"));
        Assert.Equal("abc", OAuthHost.Query(sent, "state"));
        Assert.Equal("", OAuthHost.Query(sent, "code"));
    }

    [Fact]
    public async Task Teammate_without_the_permission_cannot_allow()
    {
        await using var host = await OAuthHost.StartAsync();
        var app = await host.CreateAppAsync();
        await host.SignInAsync();
        await host.ChangeDemoAdminAsync(admin => admin.CanAccessDeveloperHub = false);

        var sent = await host.ConsentAsync(app, Pkce.New());

        Assert.Equal("access_denied", OAuthHost.Query(sent, "error"));
    }

    [Fact]
    public async Task Code_is_sent_nowhere_but_to_a_redirect_URI_of_the_app()
    {
        await using var host = await OAuthHost.StartAsync();
        var app = await host.CreateAppAsync();
        await host.SignInAsync();

        using var answer = await host.Browser.GetAsync(
            OAuthHost
                .AuthorizePath(app, Pkce.New())
                .Replace("callback", "callback%2Fevil", StringComparison.Ordinal)
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null(answer.Headers.Location);
    }

    [Fact]
    public async Task Answer_that_another_site_posts_is_refused()
    {
        await using var host = await OAuthHost.StartAsync();
        var app = await host.CreateAppAsync();
        await host.SignInAsync();

        using var form = OAuthHost.Form(("answer", "allow"));
        using var answer = await host.Browser.PostAsync(
            OAuthHost.AuthorizePath(app, Pkce.New()),
            form
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null(answer.Headers.Location);
    }

    [Fact]
    public async Task Scope_that_the_app_may_not_ask_for_is_refused()
    {
        await using var host = await OAuthHost.StartAsync();
        var app = await host.CreateAppAsync(ApiScopes.ReadVersions);
        await host.SignInAsync();

        using var answer = await host.Browser.GetAsync(
            OAuthHost.AuthorizePath(app, Pkce.New(), ApiScopes.ReadWriteConnectors)
        );

        await AssertRefusedAsync(answer, "invalid_scope");
    }

    [Fact]
    public async Task Original_s_token_endpoint_takes_a_code_without_grant_type_and_redirect_URI()
    {
        await using var host = await OAuthHost.StartAsync();
        var app = await host.CreateAppAsync();
        await host.SignInAsync();
        var pkce = Pkce.New();
        var sent = await host.ConsentAsync(app, pkce);

        using var answer = await host.Browser.PostAsJsonAsync(
            "/auth/eagle/token",
            new
            {
                client_id = app.ClientId,
                client_secret = app.ClientSecret.Open(),
                code = OAuthHost.Query(sent, "code"),
                code_verifier = pkce.Verifier,
            }
        );

        var body = await OAuthHost.ReadAsync(answer);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, body.ToString());
        Assert.Equal(
            HttpStatusCode.OK,
            await host.StatusAsync(body.GetProperty("token").GetString()!)
        );
    }

    // A request that is not in order is answered here and not sent on.
    private static async Task AssertRefusedAsync(HttpResponseMessage answer, string error)
    {
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null(answer.Headers.Location);
        Assert.Contains(error, await answer.Content.ReadAsStringAsync());
    }
}
