using DataConnectors.Core.DeveloperApps;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using DataConnectors.Core.Workspace;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DataConnectors.Benchmarks;

/// <summary>What it costs to know an access token that was known a moment ago, against asking the database each time.</summary>
internal static class AccessTokenBenchmark
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        var seconds = Comparison.Option(arguments, "--seconds", 3);
        var rounds = Comparison.Option(arguments, "--rounds", 3);
        var folder = Directory.CreateTempSubdirectory("dataconnectors-tokens-");
        try
        {
            using var host = await Composition.StartAsync(folder.FullName);
            await CompareAsync(host.Services, seconds, rounds);
            await host.StopAsync();
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }

        return 0;
    }

    private static async Task CompareAsync(IServiceProvider services, int seconds, int rounds)
    {
        var token = await CreateAsync(services);
        var tokens = services.GetRequiredService<PersonalAccessTokens>();
        var grants = services.GetRequiredService<AccessGrantCache>();
        Console.WriteLine(Measurement.Header);
        await Comparison.PrintAsync(
            new Dictionary<string, Func<Task<Task>>>(StringComparer.Ordinal)
            {
                ["database"] = async () =>
                {
                    await tokens.FindAsync(AccessTokenText.HashOf(token), default);
                    return Task.CompletedTask;
                },
                // As the handler of requests does it.
                ["remembered"] = async () =>
                {
                    var hash = AccessTokenText.HashOf(token);
                    if (!grants.TryGet(hash, out _))
                    {
                        var readAt = grants.Generation;
                        var grant = await tokens.FindAsync(hash, default);
                        grants.Keep(hash, grant!, readAt);
                    }

                    return Task.CompletedTask;
                },
            },
            "database",
            inFlight: 1,
            seconds,
            rounds
        );
        var runs = 1_000_000;
        var begin = System.Diagnostics.Stopwatch.GetTimestamp();
        for (var run = 0; run < runs; run++)
        {
            grants.TryGet(AccessTokenText.HashOf(token), out _);
        }

        var elapsed = System.Diagnostics.Stopwatch.GetElapsedTime(begin);
        Console.WriteLine(
            FormattableString.Invariant(
                $"{elapsed.TotalNanoseconds / runs:0} ns to hash a token and find it remembered"
            )
        );
    }

    private static async Task<string> CreateAsync(IServiceProvider services)
    {
        var actor = new Actor(1, "Ada", CanAccessDeveloperHub: true);
        await using var context = await services
            .GetRequiredService<IDbContextFactory<DataConnectorsDbContext>>()
            .CreateDbContextAsync();
        context.Add(
            new Teammate
            {
                Id = actor.TeammateId,
                Name = actor.Name,
                CanAccessDeveloperHub = true,
            }
        );
        await context.SaveChangesAsync();
        var created = await services
            .GetRequiredService<CreatePersonalAccessToken>()
            .RunAsync(actor, "Load", ApiScopes.All, lifetime: null, default);
        return created.Value.Open();
    }
}
