using System.Net;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Workspace;
using DataConnectors.Web.Hosting.SignIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Tests.Web.Hosting;

public sealed class SignInTests
{
    private const string List = "/settings/integrations/data-connectors";

    [Theory]
    [InlineData("/")]
    [InlineData(List + "?q=order")]
    [InlineData("/settings/integrations/authentication")]
    [InlineData("/no-such-page")]
    public async Task Page_without_sign_in_leads_to_the_sign_in_page_and_back(string page)
    {
        await using var host = new ConsoleHost();
        using var browser = await host.ReadyBrowserAsync();

        using var answer = await browser.GetAsync(page);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(
            "/sign-in?returnUrl=" + Uri.EscapeDataString(page),
            answer.Headers.Location!.PathAndQuery
        );
    }

    [Fact]
    public async Task Demo_button_signs_in_and_returns_to_the_page()
    {
        await using var host = new ConsoleHost();
        using var browser = await host.ReadyBrowserAsync();

        using var answer = await ConsoleHost.SubmitAsync(
            browser,
            "/sign-in",
            "/sign-in/demo?returnUrl=" + Uri.EscapeDataString(List + "?q=a")
        );

        Assert.Equal(List + "?q=a", answer.Headers.Location!.OriginalString);
        using var page = await browser.GetAsync(List);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains(
            "frame-ancestors 'self'",
            page.Headers.GetValues("Content-Security-Policy").Single()
        );
    }

    [Fact]
    public async Task Demo_sign_in_without_the_forms_token_is_refused()
    {
        await using var host = new ConsoleHost();
        using var browser = await host.ReadyBrowserAsync();

        using var answer = await browser.PostAsync("/sign-in/demo", content: null);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("Development", true)]
    [InlineData("Production", false)]
    [InlineData("Staging", false)]
    public async Task Demo_sign_in_exists_in_Development_only(string environment, bool exists)
    {
        await using var host = new ConsoleHost(environment);
        using var browser = await host.ReadyBrowserAsync();

        var html = await browser.GetStringAsync("/sign-in");
        var routes = host
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Select(endpoint => endpoint.RoutePattern.RawText);

        Assert.Equal(exists, html.Contains("Continue as demo admin", StringComparison.Ordinal));
        Assert.Equal(exists, routes.Contains("/sign-in/demo"));
    }

    [Fact]
    public async Task Sign_out_ends_the_session()
    {
        await using var host = new ConsoleHost();
        using var browser = await host.ReadyBrowserAsync();
        using var signedIn = await ConsoleHost.SubmitAsync(browser, "/sign-in", "/sign-in/demo");

        using var answer = await ConsoleHost.SubmitAsync(browser, "/sign-in", "/sign-out");
        using var page = await browser.GetAsync(List);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
    }

    [Fact]
    public async Task Right_password_signs_in_with_a_cookie_that_scripts_cannot_read()
    {
        await using var host = new ConsoleHost();
        using var browser = await host.ReadyBrowserAsync();
        await AddTeammateAsync(host);

        using var answer = await EnterAsync(browser, "mira@example.com", "a long enough password");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var cookie = answer
            .Headers.GetValues("Set-Cookie")
            .Single(value => value.StartsWith("dataconnectors=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_against_the_right_one_and_say_so()
    {
        await using var host = new ConsoleHost();
        using var browser = await host.ReadyBrowserAsync();
        await AddTeammateAsync(host);

        for (var attempt = 1; attempt < SignInRegistration.MaxFailures; attempt++)
        {
            using var wrong = await EnterAsync(browser, "mira@example.com", "not it");
            Assert.Contains("Email or password is wrong", await wrong.Content.ReadAsStringAsync());
        }

        using var fifth = await EnterAsync(browser, "mira@example.com", "not it");
        using var right = await EnterAsync(browser, "mira@example.com", "a long enough password");

        Assert.Contains("locked for 5 minutes", await fifth.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        Assert.Contains("locked for 5 minutes", await right.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    [InlineData(null)]
    public void Return_address_elsewhere_is_replaced_by_the_start_page(string? url) =>
        Assert.Equal(LocalUrl.Start, LocalUrl.OrStart(url));

    [Fact]
    public async Task Sign_in_never_redirects_to_another_host()
    {
        await using var host = new ConsoleHost();
        using var browser = await host.ReadyBrowserAsync();
        await AddTeammateAsync(host);

        using var answer = await EnterAsync(
            browser,
            "mira@example.com",
            "a long enough password",
            "?returnUrl=//evil.example"
        );

        Assert.Equal(
            List,
            new Uri(new Uri("http://localhost"), answer.Headers.Location!).PathAndQuery
        );
        Assert.Equal(
            "localhost",
            new Uri(new Uri("http://localhost"), answer.Headers.Location!).Host
        );
    }

    private static Task<HttpResponseMessage> EnterAsync(
        HttpClient browser,
        string email,
        string password,
        string query = ""
    ) =>
        ConsoleHost.SubmitAsync(
            browser,
            "/sign-in" + query,
            "/sign-in" + query,
            ("_handler", "sign-in"),
            ("Entered.Email", email),
            ("Entered.Password", password)
        );

    private static async Task AddTeammateAsync(ConsoleHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var created = await scope
            .ServiceProvider.GetRequiredService<UserManager<Teammate>>()
            .CreateAsync(
                new Teammate
                {
                    Id = host.Services.GetRequiredService<IdGenerator>().Next(),
                    Name = "Mira",
                    UserName = "mira@example.com",
                    Email = "mira@example.com",
                },
                "a long enough password"
            );
        Assert.True(created.Succeeded, created.ToString());
    }
}
