using DataConnectors.Core.Connectors;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.Logs;
using DataConnectors.Core.People;
using DataConnectors.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Tests.Core.Logs;

public sealed class ExecutionRecorderTests
{
    [Fact]
    public async Task A_record_is_readable_from_elsewhere_once_its_task_ends()
    {
        await using var database = await Finished.DatabaseAsync();
        var recorder = await database.StartAsync();
        var run = Finished.Execution();

        await recorder.OnCompletedAsync(run).WaitAsync(Finished.Patience);

        var record = await database.RecordOf(run);
        Assert.Equal(run.StartedAt, record.StartedAt);
        Assert.Equal("fin", record.Source);
        Assert.True(record.IsSuccess);
        Assert.Equal(
            (200, 3, 201L, 301L),
            (record.HttpStatus, record.VersionNumber, record.PersonId, record.ConversationId)
        );
        Assert.Equal(
            (12_345, 10_001L),
            (record.DurationMicroseconds, record.HttpDurationMicroseconds)
        );
        Assert.Equal(Finished.OrderJson, record.RawResponseBody);
        await recorder.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Every_column_of_the_table_is_written()
    {
        await using var database = await Finished.DatabaseAsync();
        await using var context = await database.Contexts.CreateDbContextAsync();

        var properties = context.Model.FindEntityType(typeof(ExecutionRecord))!.GetProperties();

        Assert.Equal(properties.Count(), ExecutionInsert.ColumnCount);
    }

    [Fact]
    public async Task What_fin_saw_is_read_back_also_when_it_is_the_whole_answer()
    {
        await using var database = await Finished.DatabaseAsync();
        var restricted = Finished.Execution();
        var answer = Some.Json(Finished.OrderJson);
        var full = Finished.Execution() with { Shaped = new ShapedResponse(answer, answer) };
        await database.RecordAsync(restricted, full);
        var get = database.Get<GetExecutionResult>();

        var restrictedRecord = await get.RunAsync(1, restricted.Id, CancellationToken.None);
        var fullRecord = await get.RunAsync(1, full.Id, CancellationToken.None);

        Assert.Equal(
            """{"state":"shipped","customer":{"mail":"grace@example.com"}}""",
            restrictedRecord!.ShapedResponseBody
        );
        Assert.Equal(Finished.OrderJson, fullRecord!.ShapedResponseBody);
    }

    [Fact]
    public async Task More_runs_than_the_queue_holds_wait_and_are_all_recorded()
    {
        await using var database = await Finished.DatabaseAsync();
        var recorder = database.Get<ExecutionRecorder>();
        var runs = Enumerable.Range(0, 5_000).Select(_ => Finished.Execution()).ToList();

        // Queued before anybody reads, so that the queue is full.
        var recordings = runs.ConvertAll(recorder.OnCompletedAsync);
        Assert.True(recorder.IsExhausted);
        await recorder.StartAsync(CancellationToken.None);
        await Task.WhenAll(recordings).WaitAsync(Finished.Patience);

        Assert.False(recorder.IsExhausted);
        await using var context = await database.Contexts.CreateDbContextAsync();
        Assert.Equal(runs.Count, await context.Set<ExecutionRecord>().CountAsync());
        await recorder.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_full_queue_alone_is_no_reason_to_refuse_work()
    {
        await using var database = await Finished.DatabaseAsync();
        var recorder = database.Get<ExecutionRecorder>();

        var recordings = Enumerable
            .Range(0, 3_000)
            .Select(_ => recorder.OnCompletedAsync(Finished.Execution()))
            .ToList();

        Assert.False(recorder.IsExhausted);
        await recorder.StartAsync(CancellationToken.None);
        await Task.WhenAll(recordings).WaitAsync(Finished.Patience);
        await recorder.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Stopping_writes_out_what_is_queued()
    {
        await using var database = await Finished.DatabaseAsync();
        var recorder = database.Get<ExecutionRecorder>();
        var recordings = Enumerable
            .Range(0, 1_000)
            .Select(_ => recorder.OnCompletedAsync(Finished.Execution()))
            .ToList();

        await recorder.StartAsync(CancellationToken.None);
        await recorder.StopAsync(CancellationToken.None);

        Assert.All(recordings, recording => Assert.True(recording.IsCompletedSuccessfully));
        await using var context = await database.Contexts.CreateDbContextAsync();
        Assert.Equal(1_000, await context.Set<ExecutionRecord>().CountAsync());
    }

    [Fact]
    public async Task Changes_of_attributes_are_stored_with_the_record()
    {
        await using var database = await Finished.DatabaseAsync(configure: services =>
            services.AddSingleton<IObjectStore>(
                new AttributeStore<Conversation>(
                    ObjectMapping.Conversation,
                    result => result.ConversationId
                )
            )
        );
        await database.AddAsync(
            Some.Person(201, attributesJson: """{"plan":"free","old":"x"}"""),
            Some.Person(202),
            new Conversation
            {
                Id = 301,
                PersonId = 201,
                AttributesJson = """{"topic":"order"}""",
            }
        );

        await database.RecordAsync(
            Finished.Execution(
                changes:
                [
                    Some.Change("person.plan", "\"pro\""),
                    Some.Change("person.old", "null"),
                    Some.Change("conversation.order_number", "1001"),
                ]
            )
        );

        await using var context = await database.Contexts.CreateDbContextAsync();
        var people = await context.Set<Person>().OrderBy(person => person.Id).ToListAsync();
        Assert.Equal(["""{"plan":"pro"}""", "{}"], people.Select(person => person.AttributesJson));
        var conversation = await context.Set<Conversation>().SingleAsync();
        Assert.Equal("""{"topic":"order","order_number":1001}""", conversation.AttributesJson);
    }

    [Fact]
    public async Task Changes_for_somebody_who_is_gone_do_not_hold_up_the_record()
    {
        await using var database = await Finished.DatabaseAsync();

        await database.RecordAsync(Finished.Execution(changes: [Some.Change("person.plan", "1")]));

        await using var context = await database.Contexts.CreateDbContextAsync();
        Assert.Equal(1, await context.Set<ExecutionRecord>().CountAsync());
    }

    [Fact]
    public async Task While_the_database_fails_nothing_is_promised_and_nothing_is_lost()
    {
        await using var database = await Finished.DatabaseAsync();
        var recorder = await database.StartAsync();
        await SqlAsync(database, "ALTER TABLE Executions RENAME TO Away");

        var recordings = Enumerable
            .Range(0, 20)
            .Select(_ => recorder.OnCompletedAsync(Finished.Execution()))
            .ToList();
        await Task.Delay(300);
        Assert.All(recordings, recording => Assert.False(recording.IsCompleted));

        await SqlAsync(database, "ALTER TABLE Away RENAME TO Executions");
        await Task.WhenAll(recordings).WaitAsync(Finished.Patience);

        await using var context = await database.Contexts.CreateDbContextAsync();
        Assert.Equal(20, await context.Set<ExecutionRecord>().CountAsync());
        await recorder.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_record_that_the_database_refuses_does_not_hold_up_the_others()
    {
        await using var database = await Finished.DatabaseAsync();
        var first = Finished.Execution();
        var recorder = database.Get<ExecutionRecorder>();

        // The same execution twice breaks the primary key.
        var recordings = new[] { first, first, Finished.Execution(), Finished.Execution() }
            .Select(recorder.OnCompletedAsync)
            .ToList();
        await recorder.StartAsync(CancellationToken.None);
        await Task.WhenAny(Task.WhenAll(recordings)).WaitAsync(Finished.Patience);

        Assert.Equal(
            [true, false, true, true],
            recordings.Select(recording => recording.IsCompletedSuccessfully)
        );
        await using var context = await database.Contexts.CreateDbContextAsync();
        Assert.Equal(3, await context.Set<ExecutionRecord>().CountAsync());
        await recorder.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Stopping_gives_up_on_a_failing_database_when_the_host_says_so()
    {
        await using var database = await Finished.DatabaseAsync();
        var recorder = await database.StartAsync();
        await SqlAsync(database, "DROP TABLE Executions");
        var recording = recorder.OnCompletedAsync(Finished.Execution());

        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await recorder.StopAsync(patience.Token).WaitAsync(Finished.Patience);

        Assert.False(recording.IsCompleted);
    }

    private static async Task SqlAsync(TestDatabase database, string sql)
    {
        await using var context = await database.Contexts.CreateDbContextAsync();
        await context.Database.ExecuteSqlRawAsync(sql);
    }
}
