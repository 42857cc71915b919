using DataConnectors.Core.Connectors;
using DataConnectors.Core.Logs;
using DataConnectors.Core.Persistence;
using DataConnectors.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DataConnectors.Tests.Core.Persistence;

public sealed class DatabaseMigratorTests
{
    [Fact]
    public async Task The_migrations_make_the_schema_that_the_mappings_describe()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var context = await database.Contexts.CreateDbContextAsync();

        Assert.False(context.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task Migrating_again_keeps_what_is_stored()
    {
        await using var database = await TestDatabase.CreateAsync();
        var id = (
            await database.Get<CreateConnector>().RunAsync(Some.Actor, Some.Definition(), default)
        ).Value;

        await database.Get<DatabaseMigrator>().MigrateAsync(default);

        Assert.NotNull(await database.Get<ConnectorQueries>().FindDraftAsync(id, default));
    }

    [Fact]
    public async Task A_database_of_the_first_schema_is_brought_up_with_what_is_in_it()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var context = await database.Contexts.CreateDbContextAsync();
        var migrator = context.GetService<IMigrator>();
        await migrator.MigrateAsync("Initial");
        await context.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO AttributeDefinitions (Id, Owner, Name, Type) VALUES (1, 0, 'plan', 0);
            INSERT INTO Connectors (Id, Name, State, DraftJson, DraftRevision, DraftSavedBy, CreatedAt, UpdatedAt)
            VALUES (2, 'Old', 0, '{{"name":"Old","objectMappings":[{{"responsePath":"plan","attributePath":"person.plan"}}]}}', 1, 'Ada', 0, 0);
            INSERT INTO Executions (Id, ConnectorId, StartedAt, Source, IsSuccess, DurationMicroseconds, InputsJson, TraceJson, RequestHeadersJson, RawResponseBody)
            VALUES (3, 2, 0, 'fin', 1, 5, '{{}}', '[]', '[]', 'body');
            """
        );

        await database.Get<DatabaseMigrator>().MigrateAsync(default);

        var draft = await database.Get<ConnectorQueries>().FindDraftAsync(2, default);
        Assert.Equivalent(
            Some.Mapping("plan", "person.plan"),
            Assert.Single(draft!.Definition.ObjectMappings),
            strict: true
        );
        var record = await context.Set<ExecutionRecord>().SingleAsync();
        Assert.Equal("body", record.RawResponseBody);
        Assert.Empty(StoredExecution.Findings(record));
        Assert.Empty(StoredExecution.Changes(record));
        var attributes = await database
            .Get<DataConnectors.Core.People.AttributeQueries>()
            .ListAsync(default);
        Assert.Equal(["Old"], attributes.Single(attribute => attribute.Id == 1).UsedBy);
    }

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    public async Task Every_connection_is_set_up_to_lose_nothing(string pragma, string expected)
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var context = await database.Contexts.CreateDbContextAsync();
        await context.Database.OpenConnectionAsync();
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {pragma};";

        Assert.Equal(expected, $"{await command.ExecuteScalarAsync()}");
    }

    [Fact]
    public async Task An_instant_is_read_back_to_the_millisecond_in_utc()
    {
        await using var database = await TestDatabase.CreateAsync();
        var instant = new DateTimeOffset(2026, 3, 2, 9, 30, 0, 123, TimeSpan.FromHours(2));
        await database.AddAsync(
            new DataConnectors.Core.People.Person { Id = 1, CreatedAt = instant }
        );

        await using var context = await database.Contexts.CreateDbContextAsync();
        var stored = await context.Set<DataConnectors.Core.People.Person>().SingleAsync();

        Assert.Equal(instant, stored.CreatedAt);
        Assert.Equal(TimeSpan.Zero, stored.CreatedAt.Offset);
    }
}
