using System.Text.Json;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Credentials;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Versioning;
using DataConnectors.Tests.Support;
using Microsoft.Data.Sqlite;

namespace DataConnectors.Tests.Core.Credentials;

public sealed class TokenCommandTests
{
    private const string Secret = "s3cr3t-value-of-the-shop";

    [Fact]
    public async Task A_token_is_encrypted_in_the_files_of_the_database()
    {
        await using var database = await TestDatabase.CreateAsync();
        var created = await database
            .Get<CreateToken>()
            .RunAsync(Some.Actor, Some.NewToken(value: Secret), default);
        SqliteConnection.ClearAllPools();

        var files = await Task.WhenAll(
            database.Folder.GetFiles().Select(file => File.ReadAllBytesAsync(file.FullName))
        );

        Assert.Contains(files, bytes => Holds(bytes, created.Value.Name));
        Assert.DoesNotContain(files, bytes => Holds(bytes, Secret));
        Assert.DoesNotContain(
            files,
            bytes =>
                Holds(bytes, Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Secret)))
        );
    }

    [Fact]
    public async Task A_summary_never_holds_the_value()
    {
        await using var database = await TestDatabase.CreateAsync(
            new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Some.Instant)
        );
        var created = await database
            .Get<CreateToken>()
            .RunAsync(Some.Actor, Some.NewToken(value: Secret), default);

        var listed = await database.Get<TokenQueries>().ListAsync(default);

        Assert.DoesNotContain(Secret, created.Value.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, JsonSerializer.Serialize(listed), StringComparison.Ordinal);
        Assert.DoesNotContain(
            Secret,
            Some.NewToken(value: Secret).ToString(),
            StringComparison.Ordinal
        );
        Assert.Equal(created.Value, Assert.Single(listed));
    }

    [Fact]
    public async Task Commands_are_refused_without_the_permission()
    {
        await using var database = await TestDatabase.CreateAsync();
        var token = await CreateAsync(database, Some.NewToken());
        var actor = Some.ActorWithoutPermission;

        var create = await database
            .Get<CreateToken>()
            .RunAsync(actor, Some.NewToken("Other"), default);
        var delete = await database.Get<DeleteToken>().RunAsync(actor, token, default);

        Assert.Equal(FaultKind.Forbidden, create.Failure!.Kind);
        Assert.Equal(FaultKind.Forbidden, delete.Failure!.Kind);
        Assert.Single(await database.Get<TokenQueries>().ListAsync(default));
    }

    [Fact]
    public async Task A_name_is_taken_once_also_when_two_teammates_choose_it_together()
    {
        await using var database = await TestDatabase.CreateAsync();
        var create = database.Get<CreateToken>();

        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(_ => Task.Run(() => create.RunAsync(Some.Actor, Some.NewToken(), default)))
        );

        Assert.Single(outcomes, outcome => outcome.IsSuccess);
        Assert.All(
            outcomes.Where(outcome => !outcome.IsSuccess),
            outcome => Assert.Equal("name", outcome.Failure!.Problems[0].Path)
        );
    }

    [Theory]
    [InlineData("", "X-Key", "v", null, "name")]
    [InlineData("A", "", "v", null, "headerKey")]
    [InlineData("A", "X Key", "v", null, "headerKey")]
    [InlineData("A", "Host", "v", null, "headerKey")]
    [InlineData("A", "Proxy-Authorization", "v", null, "headerKey")]
    [InlineData("A", "X-Key", "", null, "value")]
    [InlineData("A", "X-Key", "a\r\nX-Evil: 1", null, "value")]
    [InlineData("A", "X-Key", "é", null, "value")]
    [InlineData("A", "X-Key", "v", "https://a.example/", "domain")]
    public async Task A_token_that_could_not_be_sent_is_not_stored(
        string name,
        string headerKey,
        string value,
        string? domain,
        string path
    )
    {
        await using var database = await TestDatabase.CreateAsync();

        var outcome = await database
            .Get<CreateToken>()
            .RunAsync(Some.Actor, Some.NewToken(name, headerKey, value, domain: domain), default);

        Assert.Equal(path, Assert.Single(outcome.Failure!.Problems).Path);
        Assert.Empty(await database.Get<TokenQueries>().ListAsync(default));
    }

    [Fact]
    public async Task A_token_is_deleted_only_when_no_draft_and_no_live_version_attaches_it()
    {
        await using var database = await TestDatabase.CreateAsync();
        var token = await CreateAsync(database, Some.NewToken());
        var delete = database.Get<DeleteToken>();
        var attached = Some.Definition("Get orders") with { TokenIds = [token] };
        var connector = await database.CreateConnectorAsync(attached);

        var byDraft = await delete.RunAsync(Some.Actor, token, default);
        await database.Get<PublishDraft>().RunAsync(Some.Actor, connector, 1, "", default);
        await database
            .Get<SaveDraft>()
            .RunAsync(Some.Actor, connector, Some.Definition("Renamed"), 1, default);
        var byLiveVersion = await delete.RunAsync(Some.Actor, token, default);
        await database.Get<PublishDraft>().RunAsync(Some.Actor, connector, 2, "", default);
        var unused = await delete.RunAsync(Some.Actor, token, default);
        var again = await delete.RunAsync(Some.Actor, token, default);

        Assert.Equal(FaultKind.Conflict, byDraft.Failure!.Kind);
        Assert.Contains("\"Get orders\"", byDraft.Failure.Message, StringComparison.Ordinal);
        Assert.Equal(FaultKind.Conflict, byLiveVersion.Failure!.Kind);
        Assert.Contains("\"Get orders\"", byLiveVersion.Failure.Message, StringComparison.Ordinal);
        Assert.True(unused.IsSuccess);
        Assert.Equal(FaultKind.NotFound, again.Failure!.Kind);
    }

    [Fact]
    public async Task An_id_elsewhere_in_a_draft_is_no_use_of_the_token()
    {
        await using var database = await TestDatabase.CreateAsync();
        var token = await CreateAsync(database, Some.NewToken());
        await database.CreateConnectorAsync(
            Some.Definition() with
            {
                InternalDescription = $"{token}",
            }
        );

        Assert.Empty(await database.Get<TokenUsers>().ListAsync(token, default));
    }

    private static async Task<long> CreateAsync(TestDatabase database, NewToken token) =>
        (await database.Get<CreateToken>().RunAsync(Some.Actor, token, default)).Value.Id;

    private static bool Holds(byte[] bytes, string text) =>
        bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(text)) >= 0;
}
