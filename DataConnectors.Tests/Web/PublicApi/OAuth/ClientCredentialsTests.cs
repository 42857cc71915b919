using System.Net;
using System.Net.Http.Json;
using System.Text;
using DataConnectors.Core.DeveloperApps;
using DataConnectors.Web.PublicApi.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Tests.Web.PublicApi.OAuth;

public sealed class ClientCredentialsTests
{
    private const string Credentials = "client_credentials";

    [Fact]
    public async Task App_acts_for_the_teammate_who_made_it_with_a_token_of_the_form_callers_know()
    {
        await using var host = await OAuthHost.StartAsync();
        var app = await host.CreateAppAsync();

        var (status, body) = await host.TokenAsync(app, ("grant_type", Credentials));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("Bearer", body.GetProperty("token_type").GetString());
        Assert.Equal(string.Join(' ', ApiScopes.All), body.GetProperty("scope").GetString());
        var token = body.GetProperty("access_token").GetString()!;
        Assert.StartsWith(
            "tok:",
            Encoding.UTF8.GetString(Convert.FromBase64String(token)),
            StringComparison.Ordinal
        );
        using var me = await host.GetAsync(token);
        Assert.Equal(
            "demo@example.com",
            (await OAuthHost.ReadAsync(me)).GetProperty("email").GetString()
        );
    }

    [Fact]
    public async Task Wrong_secret_and_unknown_client_are_refused_in_the_words_of_OAuth()
    {
        await using var host = await OAuthHost.StartAsync();
        var app = await host.CreateAppAsync();

        var wrong = await host.PostAsync(
            "/oauth/token",
            ("grant_type", Credentials),
            ("client_id", app.ClientId),
            ("client_secret", "wrong")
        );
        var unknown = await host.PostAsync(
            "/oauth/token",
            ("grant_type", Credentials),
            ("client_id", "nobody"),
            ("client_secret", "wrong")
        );

        Assert.Equal(HttpStatusCode.Unauthorized, wrong.Status);
        Assert.Equal("invalid_client", wrong.Body.GetProperty("error").GetString());
        Assert.Equal("invalid_client", unknown.Body.GetProperty("error").GetString());
    }

    [Fact]
    public async Task Rotated_secret_opens_for_the_overlap_only()
    {
        await using var host = await OAuthHost.StartAsync();
        var app = await host.CreateAppAsync();
        var fresh = (
            await host.Get<RotateSecret>()
                .RunAsync(
                    await host.DemoAdminAsync(),
                    app.Id,
                    TimeSpan.FromHours(1),
                    CancellationToken.None
                )
        ).Value;

        var within = await host.TokenAsync(app, ("grant_type", Credentials));
        host.Clock.Advance(TimeSpan.FromHours(1));
        var after = await host.TokenAsync(app, ("grant_type", Credentials));
        var renewed = await host.TokenAsync(
            app with
            {
                ClientSecret = fresh,
            },
            ("grant_type", Credentials)
        );

        Assert.Equal(HttpStatusCode.OK, within.Status);
        Assert.Equal(HttpStatusCode.Unauthorized, after.Status);
        Assert.Equal(HttpStatusCode.OK, renewed.Status);
    }

    [Fact]
    public async Task Only_scopes_of_the_app_are_given()
    {
        await using var host = await OAuthHost.StartAsync();
        var app = await host.CreateAppAsync(ApiScopes.ReadVersions, ApiScopes.ReadExecutionResults);

        var less = await host.TokenAsync(
            app,
            ("grant_type", Credentials),
            ("scope", ApiScopes.ReadVersions)
        );
        var more = await host.TokenAsync(
            app,
            ("grant_type", Credentials),
            ("scope", ApiScopes.ReadWriteConnectors)
        );
        var invented = await host.TokenAsync(
            app,
            ("grant_type", Credentials),
            ("scope", "everything")
        );

        Assert.Equal(HttpStatusCode.OK, less.Status);
        Assert.Equal("invalid_scope", more.Body.GetProperty("error").GetString());
        Assert.Equal("invalid_scope", invented.Body.GetProperty("error").GetString());
    }

    [Fact]
    public async Task Missing_scope_is_403_with_the_error_list_and_changes_of_the_app_hold_at_once()
    {
        await using var host = await OAuthHost.StartAsync(services: collection =>
            collection.AddSingleton<IStartupFilter, ProbeOfWrites>()
        );
        var app = await host.CreateAppAsync();
        var token = await host.TokenTextAsync(app);
        var before = await host.StatusAsync(token, ProbeOfWrites.Path);

        await host.Get<ChangeApp>()
            .RunAsync(
                await host.DemoAdminAsync(),
                app.Id,
                new AppDetails("Less", [ApiScopes.ReadVersions], []),
                CancellationToken.None
            );
        using var answer = await host.GetAsync(token, ProbeOfWrites.Path);

        Assert.Equal(HttpStatusCode.OK, before);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        var body = await OAuthHost.ReadAsync(answer);
        Assert.Equal("error.list", body.GetProperty("type").GetString());
        Assert.Contains(
            ApiScopes.ReadWriteConnectors,
            body.GetProperty("errors")[0].GetProperty("message").GetString()
        );
    }

    [Fact]
    public async Task Token_ends_with_its_lifetime()
    {
        await using var host = await OAuthHost.StartAsync(
            settings: ("OAuth:AccessTokenMinutes", "5")
        );
        var token = await host.TokenTextAsync(await host.CreateAppAsync());

        host.Clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(2));
        var before = await host.StatusAsync(token);
        host.Clock.Advance(TimeSpan.FromSeconds(3));
        var after = await host.StatusAsync(token);

        Assert.Equal(HttpStatusCode.OK, before);
        Assert.Equal(HttpStatusCode.Unauthorized, after);
    }

    [Fact]
    public async Task Revoked_token_is_refused_at_once_though_it_was_remembered()
    {
        await using var host = await OAuthHost.StartAsync();
        var app = await host.CreateAppAsync();
        var token = await host.TokenTextAsync(app);
        var before = await host.StatusAsync(token);

        var (status, _) = await host.PostAsync(
            "/oauth/revoke",
            ("client_id", app.ClientId),
            ("client_secret", app.ClientSecret.Open()),
            ("token", token)
        );

        Assert.Equal(HttpStatusCode.OK, before);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(HttpStatusCode.Unauthorized, await host.StatusAsync(token));
    }

    [Fact]
    public async Task Token_of_a_deleted_app_is_refused_at_once()
    {
        await using var host = await OAuthHost.StartAsync();
        var app = await host.CreateAppAsync();
        var token = await host.TokenTextAsync(app);
        var before = await host.StatusAsync(token);

        await host.Get<DeleteApp>()
            .RunAsync(await host.DemoAdminAsync(), app.Id, CancellationToken.None);

        Assert.Equal(HttpStatusCode.OK, before);
        Assert.Equal(HttpStatusCode.Unauthorized, await host.StatusAsync(token));
    }

    [Fact]
    public async Task Teammate_who_loses_the_permission_gets_no_more_tokens_and_known_ones_lose_it_too()
    {
        await using var host = await OAuthHost.StartAsync();
        var app = await host.CreateAppAsync();
        var token = await host.TokenTextAsync(app);
        await host.StatusAsync(token);

        await host.ChangeDemoAdminAsync(admin => admin.CanAccessDeveloperHub = false);
        var (_, refused) = await host.TokenAsync(app, ("grant_type", Credentials));

        Assert.Equal("invalid_grant", refused.GetProperty("error").GetString());
        Assert.False(host.Get<AccessGrantCache>().TryGet(AccessTokenText.HashOf(token), out _));
    }

    [Fact]
    public async Task Introspection_explains_a_token_to_its_app_and_to_no_other()
    {
        await using var host = await OAuthHost.StartAsync();
        var app = await host.CreateAppAsync(ApiScopes.ReadVersions);
        var other = await host.CreateAppAsync();
        var token = await host.TokenTextAsync(app);

        var own = await IntrospectAsync(app);
        var foreign = await IntrospectAsync(other);

        Assert.True(own.GetProperty("active").GetBoolean());
        Assert.Equal(ApiScopes.ReadVersions, own.GetProperty("scope").GetString());
        Assert.Equal(app.ClientId, own.GetProperty("client_id").GetString());
        Assert.False(
            foreign.TryGetProperty("active", out var active) && active.GetBoolean(),
            foreign.ToString()
        );

        // Nor can the other one end it.
        await host.PostAsync(
            "/oauth/revoke",
            ("client_id", other.ClientId),
            ("client_secret", other.ClientSecret.Open()),
            ("token", token)
        );
        Assert.Equal(HttpStatusCode.OK, await host.StatusAsync(token));

        async Task<System.Text.Json.JsonElement> IntrospectAsync(CreatedApp caller) =>
            (
                await host.PostAsync(
                    "/oauth/introspect",
                    ("client_id", caller.ClientId),
                    ("client_secret", caller.ClientSecret.Open()),
                    ("token", token)
                )
            ).Body;
    }

    [Fact]
    public async Task Original_s_token_endpoint_takes_JSON_and_names_the_token_twice()
    {
        await using var host = await OAuthHost.StartAsync();
        var app = await host.CreateAppAsync();

        using var answer = await host.Browser.PostAsJsonAsync(
            "/auth/eagle/token",
            new { client_id = app.ClientId, client_secret = app.ClientSecret.Open() }
        );
        using var broken = await host.Browser.PostAsync(
            "/auth/eagle/token",
            new StringContent("{", Encoding.UTF8, "application/json")
        );

        var body = await OAuthHost.ReadAsync(answer);
        var token = body.GetProperty("token").GetString()!;
        Assert.Equal(token, body.GetProperty("access_token").GetString());
        Assert.Equal(HttpStatusCode.OK, await host.StatusAsync(token));
        Assert.Equal(HttpStatusCode.BadRequest, broken.StatusCode);
    }

    [Fact]
    public async Task Token_is_good_by_whatever_name_the_server_is_reached()
    {
        await using var host = await OAuthHost.StartAsync();
        var token = await host.TokenTextAsync(await host.CreateAppAsync());
        var port = host.Browser.BaseAddress!.Port;

        using var request = new HttpRequestMessage(HttpMethod.Get, "/me");
        request.Headers.Host = $"other.example.com:{port}";
        request.Headers.Authorization = new("Bearer", token);
        using var answer = await host.Browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Outside_Development_secrets_come_over_HTTPS_unless_from_this_machine()
    {
        await using var near = await OAuthHost.StartAsync("Production");
        await using var far = await OAuthHost.StartAsync(
            "Production",
            collection => collection.AddSingleton<IStartupFilter, CallerElsewhere>()
        );

        var local = await near.PostAsync("/oauth/token", ("grant_type", Credentials));
        var remote = await far.PostAsync("/oauth/token", ("grant_type", Credentials));

        Assert.DoesNotContain("HTTPS", local.Body.ToString());
        Assert.Contains("HTTPS", remote.Body.ToString());
    }

    /// <summary>Something behind the policy of writes, under a path of the public API.</summary>
    private sealed class ProbeOfWrites : IStartupFilter
    {
        public const string Path = "/probe-of-writes";

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.MapWhen(
                    context => context.Request.Path == Path,
                    branch =>
                        branch
                            .UseRouting()
                            .UseAuthorization()
                            .UseEndpoints(endpoints =>
                                endpoints
                                    .MapGet(Path, () => Results.Ok())
                                    .RequireAuthorization(ApiAccess.WriteConnectors)
                            )
                );
                next(app);
            };
    }

    /// <summary>Requests as if from another machine.</summary>
    private sealed class CallerElsewhere : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    (context, following) =>
                    {
                        context.Connection.RemoteIpAddress = IPAddress.Parse("203.0.113.7");
                        return following(context);
                    }
                );
                next(app);
            };
    }
}
