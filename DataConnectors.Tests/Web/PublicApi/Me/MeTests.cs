using System.Net;
using DataConnectors.Core.DeveloperApps;
using DataConnectors.Tests.Web.Hosting;
using DataConnectors.Tests.Web.PublicApi.OAuth;

namespace DataConnectors.Tests.Web.PublicApi.Me;

public sealed class MeTests
{
    [Fact]
    public async Task Teammate_and_workspace_are_told_as_the_original_tells_them()
    {
        await using var host = await OAuthHost.StartAsync();

        using var answer = await host.GetAsync(
            await host.TokenTextAsync(await host.CreateAppAsync())
        );

        var me = await OAuthHost.ReadAsync(answer);
        Assert.Equal(
            ["type", "id", "name", "email", "email_verified", "app", "avatar", "has_inbox_seat"],
            me.EnumerateObject().Select(member => member.Name)
        );
        Assert.Equal("admin", me.GetProperty("type").GetString());
        Assert.Equal(
            (await host.DemoAdminAsync()).TeammateId.ToString(
                System.Globalization.CultureInfo.InvariantCulture
            ),
            me.GetProperty("id").GetString()
        );
        var app = me.GetProperty("app");
        Assert.Equal("app", app.GetProperty("type").GetString());
        Assert.Matches("^[a-z0-9]{8}$", app.GetProperty("id_code").GetString());
        Assert.Equal("Harbor & Pine", app.GetProperty("name").GetString());
        Assert.Equal("US", app.GetProperty("region").GetString());
    }

    [Fact]
    public async Task Demo_client_is_there_in_Development()
    {
        await using var host = await OAuthHost.StartAsync();

        var (status, body) = await host.PostAsync(
            "/oauth/token",
            ("grant_type", "client_credentials"),
            ("client_id", "demo-client"),
            ("client_secret", "demo-secret")
        );

        Assert.Equal(HttpStatusCode.OK, status);
        using var me = await host.GetAsync(body.GetProperty("access_token").GetString()!);
        Assert.Equal(
            "demo@example.com",
            (await OAuthHost.ReadAsync(me)).GetProperty("email").GetString()
        );
    }

    [Fact]
    public async Task Configured_client_is_there_as_soon_as_the_first_admin_is()
    {
        await using var host = await OAuthHost.StartAsync(
            "Production",
            settings:
            [
                ("DeveloperHub:SeedClient:ClientId", "robot"),
                ("DeveloperHub:SeedClient:ClientSecret", "robot-secret"),
                ("DeveloperHub:SeedClient:Scopes", ApiScopes.ReadVersions),
            ]
        );
        var before = await TokenAsync();
        var link = host.Console.Log.Single(line =>
            line.Contains("/first-admin?code=", StringComparison.Ordinal)
        );
        var code = link.Split("code=")[1].Split(' ')[0];

        using var created = await ConsoleHost.SubmitAsync(
            host.Browser,
            $"/first-admin?code={code}",
            $"/first-admin?code={code}",
            ("_handler", "first-admin"),
            ("Entered.Company", "Harbor"),
            ("Entered.Name", "Mira"),
            ("Entered.Email", "mira@example.com"),
            ("Entered.Password", "a long enough password")
        );
        var after = await TokenAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, before.Status);
        Assert.Equal(HttpStatusCode.OK, after.Status);
        Assert.Equal(ApiScopes.ReadVersions, after.Body.GetProperty("scope").GetString());

        Task<(HttpStatusCode Status, System.Text.Json.JsonElement Body)> TokenAsync() =>
            host.PostAsync(
                "/oauth/token",
                ("grant_type", "client_credentials"),
                ("client_id", "robot"),
                ("client_secret", "robot-secret")
            );
    }
}
