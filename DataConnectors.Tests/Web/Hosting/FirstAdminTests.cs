using System.Net;
using System.Text.RegularExpressions;
using DataConnectors.Core.Persistence;
using DataConnectors.Core.Workspace;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace DataConnectors.Tests.Web.Hosting;

public sealed partial class FirstAdminTests
{
    private const string Form = "Create admin";

    [Fact]
    public async Task Printed_link_creates_one_admin_and_then_stops_working()
    {
        await using var host = new ConsoleHost("Production");
        using var browser = await host.ReadyBrowserAsync();
        var link = Link(host);

        using var created = await EnterAsync(browser, link, "mira@example.com");
        using var again = await browser.GetAsync(link);
        var teammate = Assert.Single(await TeammatesAsync(host));

        Assert.Equal(HttpStatusCode.Redirect, created.StatusCode);
        Assert.Equal("mira@example.com", teammate.Email);
        Assert.True(teammate.CanAccessDeveloperHub);
        Assert.DoesNotContain(Form, await again.Content.ReadAsStringAsync());
        using var console = await browser.GetAsync("/settings/integrations/data-connectors");
        Assert.Equal(HttpStatusCode.OK, console.StatusCode);
    }

    [Fact]
    public async Task Form_loaded_before_the_first_admin_was_made_creates_no_second_one()
    {
        await using var host = new ConsoleHost("Production");
        using var browser = await host.ReadyBrowserAsync();
        var link = Link(host);

        var both = await Task.WhenAll(
            EnterAsync(browser, link, "mira@example.com"),
            EnterAsync(host.Browser(), link, "other@example.com")
        );

        Assert.Single(await TeammatesAsync(host));
        Assert.Single(both, answer => answer.StatusCode == HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Wrong_code_shows_no_form()
    {
        await using var host = new ConsoleHost("Production");
        using var browser = await host.ReadyBrowserAsync();

        var html = await browser.GetStringAsync("/first-admin?code=" + new string('0', 32));

        Assert.DoesNotContain(Form, html);
        Assert.Contains("This link does not work", html);
    }

    [Fact]
    public async Task Link_older_than_a_day_shows_no_form()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var host = new ConsoleHost(
            "Production",
            services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock))
        );
        using var browser = await host.ReadyBrowserAsync();
        var link = Link(host);
        Assert.Contains(Form, await browser.GetStringAsync(link));

        clock.Advance(TimeSpan.FromHours(24));

        Assert.DoesNotContain(Form, await browser.GetStringAsync(link));
    }

    [Fact]
    public async Task Short_password_is_explained_and_the_link_goes_on_working()
    {
        await using var host = new ConsoleHost("Production");
        using var browser = await host.ReadyBrowserAsync();
        var link = Link(host);

        using var refused = await EnterAsync(browser, link, "mira@example.com", "short");

        Assert.Contains("12 characters", await refused.Content.ReadAsStringAsync());
        Assert.Contains(Form, await browser.GetStringAsync(link));
    }

    [Fact]
    public async Task Development_prints_no_link()
    {
        await using var host = new ConsoleHost();
        using var browser = await host.ReadyBrowserAsync();

        Assert.DoesNotContain(
            host.Log,
            line => line.Contains("/first-admin", StringComparison.Ordinal)
        );
    }

    private static string Link(ConsoleHost host) =>
        host.Log.Select(line => PrintedLink().Match(line)).First(match => match.Success).Value;

    private static Task<HttpResponseMessage> EnterAsync(
        HttpClient browser,
        string link,
        string email,
        string password = "a long enough password"
    ) =>
        ConsoleHost.SubmitAsync(
            browser,
            link,
            link,
            ("_handler", "first-admin"),
            ("Entered.Company", "Harbor"),
            ("Entered.Name", "Mira"),
            ("Entered.Email", email),
            ("Entered.Password", password)
        );

    private static async Task<List<Teammate>> TeammatesAsync(ConsoleHost host)
    {
        await using var context = await host
            .Services.GetRequiredService<IDbContextFactory<DataConnectorsDbContext>>()
            .CreateDbContextAsync();
        return await context.Set<Teammate>().ToListAsync();
    }

    [GeneratedRegex("/first-admin\\?code=[0-9a-f]{32}")]
    private static partial Regex PrintedLink();
}
