using DataConnectors.Core.Credentials;
using DataConnectors.Core.Kernel;
using DataConnectors.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DataConnectors.Tests.Core.Credentials;

public sealed class TokenReaderTests
{
    private readonly FakeTimeProvider clock = new(Some.Instant);
    private readonly CountingProtector protector = new();

    [Fact]
    public async Task Tokens_are_read_in_their_order_with_prefix_and_domain()
    {
        await using var database = await CreateDatabaseAsync();
        var key = await CreateAsync(database, Some.NewToken("Key", "X-Api-Key", "k"));
        var bearer = await CreateAsync(
            database,
            Some.NewToken("Bearer", "Authorization", "b", "Bearer", "api.example.com")
        );

        var headers = (await database.Get<TokenReader>().ReadAsync([bearer, key], default)).Value;

        Assert.Equal(
            [
                ("Authorization", "Bearer b", "api.example.com", "Bearer"),
                ("X-Api-Key", "k", null, "Key"),
            ],
            headers.Select(header =>
                (header.Name, header.Value.Open(), header.Domain, header.TokenName)
            )
        );
    }

    [Fact]
    public async Task A_token_is_decrypted_once_until_it_has_to_be_looked_at_again()
    {
        await using var database = await CreateDatabaseAsync();
        var id = await CreateAsync(database, Some.NewToken());
        var reader = database.Get<TokenReader>();

        await reader.ReadAsync([id], default);
        clock.Advance(TimeSpan.FromSeconds(29));
        await reader.ReadAsync([id], default);
        Assert.Equal(1, protector.Opened);

        clock.Advance(TimeSpan.FromSeconds(2));
        await reader.ReadAsync([id], default);
        Assert.Equal(2, protector.Opened);
    }

    [Fact]
    public async Task No_tokens_are_read_without_allocating()
    {
        await using var database = await CreateDatabaseAsync();
        var reader = database.Get<TokenReader>();
        IReadOnlyList<long> none = [];
        Assert.Empty((await reader.ReadAsync(none, default)).Value);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            _ = await reader.ReadAsync(none, default);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public async Task A_deleted_token_is_missing_at_once()
    {
        await using var database = await CreateDatabaseAsync();
        var id = await CreateAsync(database, Some.NewToken());
        var reader = database.Get<TokenReader>();
        await reader.ReadAsync([id], default);

        await database.Get<DeleteToken>().RunAsync(Some.Actor, id, default);
        var read = await reader.ReadAsync([id], default);

        var missing = Assert.IsType<TokenFailure.Missing>(read.Failure);
        Assert.Equal(id, missing.TokenId);
        Assert.Contains($"{id}", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_process_deletes_is_noticed_within_half_a_minute()
    {
        await using var database = await CreateDatabaseAsync();
        var id = await CreateAsync(database, Some.NewToken());
        var reader = database.Get<TokenReader>();
        await reader.ReadAsync([id], default);

        await using (var context = await database.Contexts.CreateDbContextAsync())
        {
            await context.Set<Token>().ExecuteDeleteAsync();
        }

        clock.Advance(TimeSpan.FromSeconds(30));

        Assert.IsType<TokenFailure.Missing>((await reader.ReadAsync([id], default)).Failure);
    }

    [Fact]
    public async Task A_token_whose_keys_are_gone_is_named()
    {
        await using var database = await CreateDatabaseAsync();
        var id = await CreateAsync(database, Some.NewToken("Shop key"));
        protector.HasKeys = false;

        var read = await database.Get<TokenReader>().ReadAsync([id], default);

        var lost = Assert.IsType<TokenFailure.KeysLost>(read.Failure);
        Assert.Contains("\"Shop key\"", lost.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_use_is_stored_at_most_once_a_minute()
    {
        await using var database = await CreateDatabaseAsync();
        var id = await CreateAsync(database, Some.NewToken());
        var use = database.Get<TokenUse>();

        var headers = (await database.Get<TokenReader>().ReadAsync([id], default)).Value;
        Assert.Null(await LastUseAsync(database, use));

        use.Note(headers);
        Assert.Equal(Some.Instant, await LastUseAsync(database, use));

        clock.Advance(TimeSpan.FromSeconds(59));
        use.Note(headers);
        Assert.Equal(Some.Instant, await LastUseAsync(database, use));

        clock.Advance(TimeSpan.FromSeconds(1));
        use.Note(headers);
        Assert.Equal(Some.Instant.AddMinutes(1), await LastUseAsync(database, use));
    }

    [Theory]
    [InlineData(null, "api.example.com", true)]
    [InlineData("example.com", "example.com", true)]
    [InlineData("example.com", "API.EXAMPLE.COM.", true)]
    [InlineData("example.com", "evil-example.com", false)]
    [InlineData("api.example.com", "example.com", false)]
    [InlineData("example.com", "example.com.evil.test", false)]
    public void A_domain_covers_itself_and_what_is_below_it(
        string? domain,
        string host,
        bool expected
    ) => Assert.Equal(expected, TokenDomain.Covers(domain, host));

    private Task<TestDatabase> CreateDatabaseAsync() =>
        TestDatabase.CreateAsync(
            clock,
            services => services.AddSingleton<ISecretProtector>(protector)
        );

    private static async Task<long> CreateAsync(TestDatabase database, NewToken token) =>
        (await database.Get<CreateToken>().RunAsync(Some.Actor, token, default)).Value.Id;

    private static async Task<DateTimeOffset?> LastUseAsync(TestDatabase database, TokenUse use)
    {
        await use.FlushAsync();
        return Assert.Single(await database.Get<TokenQueries>().ListAsync(default)).LastUsedAt;
    }

    /// <summary>Encrypts nothing, and counts how often it is asked to decrypt.</summary>
    private sealed class CountingProtector : ISecretProtector
    {
        public int Opened { get; private set; }

        public bool HasKeys { get; set; } = true;

        public string Protect(SecretText secret) => secret.Open();

        public SecretText? Unprotect(string protectedText)
        {
            Opened++;
            return HasKeys ? new SecretText(protectedText) : null;
        }
    }
}
