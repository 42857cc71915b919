using System.Diagnostics;
using DataConnectors.Core.Agent;
using DataConnectors.Core.Audiences;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.People;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DataConnectors.Benchmarks;

/// <summary>What it costs to count whom an audience reaches among many people, and to judge many connectors for one of them.</summary>
internal static class AudienceBenchmark
{
    private const int Companies = 1_000;

    public static async Task<int> RunAsync(string[] arguments)
    {
        var people = Comparison.Option(arguments, "--people", 100_000);
        var connectors = Comparison.Option(arguments, "--connectors", 500);
        var folder = Directory.CreateTempSubdirectory("dataconnectors-audiences-");
        try
        {
            using var host = await Composition.StartAsync(folder.FullName);
            await SeedAsync(host.Services, people);
            await CountAsync(host.Services);
            await JudgeAsync(host.Services, connectors);
            await host.StopAsync();
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }

        return 0;
    }

    private static async Task CountAsync(IServiceProvider services)
    {
        var count = services.GetRequiredService<CountReach>();
        for (var round = 0; round < 4; round++)
        {
            var begin = Stopwatch.GetTimestamp();
            var reach = await count.RunAsync(
                new AudienceChoice([], Rule(round), new Rollout(20, 1)),
                default
            );
            Console.WriteLine(
                FormattableString.Invariant(
                    $"{Stopwatch.GetElapsedTime(begin).TotalMilliseconds:0} ms to find {reach.Matching} of {reach.People} people"
                )
            );
        }
    }

    private static async Task JudgeAsync(IServiceProvider services, int connectors)
    {
        var book = services.GetRequiredService<AudienceBook>();
        var person = (
            await services.GetRequiredService<PeopleQueries>().ListAfterAsync(0, 1, default)
        )[0];
        var audiences = Enumerable
            .Range(1, 20)
            .ToDictionary(id => (long)id, id => new KnownAudience(id, $"A{id}", Rule(id)));
        var reusable = Definitions(connectors, i => new() { AudienceIds = [1 + (i % 20)] });
        var custom = Definitions(connectors, i => new() { CustomAudience = Rule(i) });
        var rolledOut = Definitions(connectors, _ => new() { RolloutPercent = 20 });
        foreach (
            var (name, definitions) in new[]
            {
                ("20 reusable audiences", reusable),
                ("a custom audience each", custom),
                ("a roll-out each", rolledOut),
            }
        )
        {
            Time($"{connectors} connectors with {name}", () => Judge(definitions));
        }

        await book.ReadAsync(default);
        var begin = Stopwatch.GetTimestamp();
        for (var turn = 0; turn < 1_000; turn++)
        {
            await book.ReadAsync(default);
        }

        Console.WriteLine(
            FormattableString.Invariant(
                $"{Stopwatch.GetElapsedTime(begin).TotalMicroseconds / 1_000:0} µs to see that the audiences are still the same"
            )
        );

        void Judge(IReadOnlyList<ConnectorDefinition> definitions)
        {
            var judge = new AudienceJudge(
                audiences,
                new AudienceSubject(person, Conversation: null, TimeProvider.System.GetUtcNow())
            );
            for (var i = 0; i < definitions.Count; i++)
            {
                SkipReasons.For(i, definitions[i], judge);
            }
        }
    }

    private static void Time(string what, Action act)
    {
        const int turns = 2_000;
        for (var turn = 0; turn < turns; turn++)
        {
            act();
        }

        var begin = Stopwatch.GetTimestamp();
        for (var turn = 0; turn < turns; turn++)
        {
            act();
        }

        Console.WriteLine(
            FormattableString.Invariant(
                $"{Stopwatch.GetElapsedTime(begin).TotalMicroseconds / turns:0} µs a turn to judge {what}"
            )
        );
    }

    private static List<ConnectorDefinition> Definitions(
        int count,
        Func<int, ConnectorDefinition> make
    ) => [.. Enumerable.Range(0, count).Select(make)];

    private static AudienceRule Rule(int seed) =>
        new()
        {
            Conditions =
            [
                new()
                {
                    Attribute = "person.plan",
                    Comparison = AudienceComparison.InList,
                    Values = ["pro", "enterprise"],
                },
                new()
                {
                    Attribute = "company.seats",
                    Comparison = AudienceComparison.AtLeast,
                    Values = [$"{seed % 50}"],
                },
            ],
            Groups =
            [
                new()
                {
                    Join = AudienceJoin.Any,
                    Conditions =
                    [
                        new()
                        {
                            Attribute = AttributeCatalog.Tags,
                            Comparison = AudienceComparison.Contains,
                            Values = ["vip"],
                        },
                        new()
                        {
                            Attribute = "person.since",
                            Comparison = AudienceComparison.MoreThanDaysAgo,
                            Values = ["30"],
                        },
                    ],
                },
            ],
        };

    private static async Task SeedAsync(IServiceProvider services, int people)
    {
        await using var context = await services
            .GetRequiredService<IDbContextFactory<DataConnectorsDbContext>>()
            .CreateDbContextAsync();
        context.AddRange(
            Enumerable
                .Range(1, Companies)
                .Select(id => new Company
                {
                    Id = id,
                    ExternalId = $"com_{id}",
                    Name = $"Company {id}",
                    AttributesJson = $$"""{"seats":{{id % 100}},"plan":"team"}""",
                })
        );
        string[] plans = ["free", "pro", "enterprise"];
        foreach (var chunk in Enumerable.Range(1, people).Chunk(5_000))
        {
            context.AddRange(
                chunk.Select(id => new Person
                {
                    Id = id,
                    Role = (PersonRole)(id % 3),
                    ExternalId = $"user_{id}",
                    Name = $"Person {id}",
                    Email = $"person{id}@example.com",
                    CompanyId = 1 + (id % Companies),
                    AttributesJson =
                        $$"""{"plan":"{{plans[id % 3]}}","country":"ES","orders":{{id % 40}},"since":"2025-0{{1 + (id % 9)}}-11","tags":["newsletter"{{(id % 10 == 0 ? ",\"vip\"" : "")}}]}""",
                })
            );
            await context.SaveChangesAsync();
            context.ChangeTracker.Clear();
        }
    }
}
