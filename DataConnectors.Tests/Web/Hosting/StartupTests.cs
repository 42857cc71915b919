using System.Net;
using DataConnectors.Core.People;
using DataConnectors.Core.Persistence;
using DataConnectors.Core.Workspace;
using DataConnectors.Web.Hosting;
using DataConnectors.Web.Hosting.Startup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Tests.Web.Hosting;

public sealed class StartupTests
{
    [Fact]
    public async Task Server_says_it_is_starting_until_the_last_task_is_done()
    {
        var gate = new TaskCompletionSource();
        await using var host = new ConsoleHost(services: services =>
            services.AddSingleton<IStartupTask>(new Waiting(gate.Task))
        );
        using var browser = host.Browser();

        using var health = await browser.GetAsync("/healthz");
        using var page = await browser.GetAsync("/sign-in");
        gate.SetResult();
        using var ready = await host.ReadyBrowserAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
        Assert.Equal("""{"status":"starting"}""", await health.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(1), page.Headers.RetryAfter!.Delta);
        Assert.Equal("""{"status":"ready"}""", await ready.GetStringAsync("/healthz"));
    }

    [Fact]
    public async Task Seeding_twice_changes_nothing()
    {
        await using var host = new ConsoleHost();
        using var browser = await host.ReadyBrowserAsync();
        var before = await CountAsync(host);

        foreach (var task in host.Services.GetServices<IStartupTask>())
        {
            await task.RunAsync(CancellationToken.None);
        }

        Assert.Equal((1, 1, 4, 8), before);
        Assert.Equal(before, await CountAsync(host));
    }

    [Fact]
    public async Task Production_seeds_nothing()
    {
        await using var host = new ConsoleHost("Production");
        using var browser = await host.ReadyBrowserAsync();

        Assert.Equal((0, 0, 0, 0), await CountAsync(host));
    }

    [Theory]
    [InlineData("sqlite", null)]
    [InlineData("SQLite", null)]
    [InlineData("postgresql", "this build has SQLite only")]
    [InlineData("mysql", "not known")]
    public void Database_provider_of_another_build_is_refused_with_a_reason(
        string provider,
        string? reason
    )
    {
        var result = new DatabaseOptionsValidator().Validate(
            name: null,
            new DatabaseOptions { Provider = provider }
        );

        Assert.Equal(reason is null, result.Succeeded);
        if (reason is not null)
        {
            Assert.Contains(reason, result.FailureMessage);
        }
    }

    private static async Task<(
        int Workspaces,
        int Teammates,
        int People,
        int Attributes
    )> CountAsync(ConsoleHost host)
    {
        await using var context = await host
            .Services.GetRequiredService<IDbContextFactory<DataConnectorsDbContext>>()
            .CreateDbContextAsync();
        return (
            await context.Set<WorkspaceSettings>().CountAsync(),
            await context.Set<Teammate>().CountAsync(),
            await context.Set<Person>().CountAsync(),
            await context.Set<AttributeDefinition>().CountAsync()
        );
    }

    private sealed class Waiting(Task gate) : IStartupTask
    {
        public Task RunAsync(CancellationToken cancellationToken) =>
            gate.WaitAsync(cancellationToken);
    }
}
