using DataConnectors.Core.Inbox;
using DataConnectors.Core.Inbox.Views;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Benchmarks;

/// <summary>What it costs to open, filter, count and search an Inbox with many conversations.</summary>
internal static class InboxBenchmark
{
    private const long Me = 7;
    private const long Connector = 9001;

    public static async Task<int> RunAsync(string[] arguments)
    {
        var seconds = Comparison.Option(arguments, "--seconds", 2);
        var count = Comparison.Option(arguments, "--conversations", 10_000);
        var folder = Directory.CreateTempSubdirectory("dataconnectors-inbox-");
        try
        {
            using var host = await Composition.StartAsync(folder.FullName);
            await SeedAsync(host.Services, count);
            await MeasureAsync(host.Services, count, seconds);
            await host.StopAsync();
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }

        return 0;
    }

    private static async Task MeasureAsync(IServiceProvider services, int count, int seconds)
    {
        var lists = services.GetRequiredService<ListConversations>();
        var all = new ConversationFilter();
        var deep = await CursorAfterAsync(
            lists,
            all,
            pages: count / ListConversations.PageSize / 2
        );
        var subjects = new Dictionary<string, Func<Task>>(StringComparer.Ordinal);
        foreach (var view in BuiltInView.All)
        {
            subjects[$"page of {view.Name}"] = () => PageAsync(lists, view.Filter);
        }

        subjects["page in the middle of All"] = () => PageAsync(lists, all, cursor: deep);
        subjects["page of a custom view"] = () =>
            PageAsync(
                lists,
                new ConversationFilter
                {
                    IsActionUsedInReply = true,
                    ConnectorId = Connector,
                    PersonRole = PersonRole.Lead,
                }
            );
        subjects["search that finds one"] = () =>
            PageAsync(lists, all, search: $"Last words {count / 2}.");
        subjects["counts of all built-in views"] = () =>
            lists.CountAsync([.. BuiltInView.All.Select(view => view.Filter)], Me, default);
        Console.WriteLine($"| {count:N0} conversations | p50 ms | p99 ms |\n|---|---:|---:|");
        foreach (var (name, run) in subjects)
        {
            var taken = await Measurement.TakeAsync(
                async () =>
                {
                    await run();
                    return Task.CompletedTask;
                },
                inFlight: 1,
                TimeSpan.FromSeconds(seconds)
            );
            Console.WriteLine(
                FormattableString.Invariant($"| {name} | {taken.P50:0.00} | {taken.P99:0.00} |")
            );
        }
    }

    private static Task<Page<ConversationRow>> PageAsync(
        ListConversations lists,
        ConversationFilter filter,
        string? cursor = null,
        string? search = null
    ) => lists.RunAsync(new ConversationSearch(filter, search, Me), cursor, default);

    private static async Task<string?> CursorAfterAsync(
        ListConversations lists,
        ConversationFilter filter,
        int pages
    )
    {
        string? cursor = null;
        for (var page = 0; page < pages; page++)
        {
            cursor = (
                await lists.RunAsync(
                    new ConversationSearch(filter, Search: null, Me),
                    cursor,
                    default
                )
            ).NextCursor;
        }

        return cursor;
    }

    private static async Task SeedAsync(IServiceProvider services, int count)
    {
        var random = new Random(1);
        var now = DateTimeOffset.FromUnixTimeSeconds(1_790_000_000);
        var contexts = services.GetRequiredService<IDbContextFactory<DataConnectorsDbContext>>();
        await using var context = await contexts.CreateDbContextAsync();
        var people = Math.Max(1, count / 5);
        for (var person = 1; person <= people; person++)
        {
            context.Add(
                new Person
                {
                    Id = person,
                    Role = (PersonRole)(person % 3),
                    Name = $"Person {person}",
                    Email = $"person{person}@example.com",
                }
            );
        }

        for (var id = 1; id <= count; id++)
        {
            var isUsed = random.Next(3) == 0;
            context.Add(
                new Conversation
                {
                    Id = id,
                    PersonId = random.Next(people) + 1,
                    Subject = $"Where is my order {random.Next(9999)}?",
                    Snippet = $"Last words {id}.",
                    LastAuthor = MessageAuthor.Fin,
                    State = (ConversationState)random.Next(2),
                    AssigneeId = random.Next(10) == 0 ? Me : null,
                    FinStatus = (FinStatus)random.Next(4),
                    IsActionUsedInReply = isUsed,
                    UpdatedAt = now.AddSeconds(-random.Next(5_000_000)),
                }
            );
            if (isUsed)
            {
                context.Add(
                    new ConversationAction
                    {
                        Id = id,
                        ConversationId = id,
                        ConnectorId = Connector + random.Next(5),
                        ConnectorName = "Get order status",
                    }
                );
            }
        }

        await context.SaveChangesAsync();
    }
}
