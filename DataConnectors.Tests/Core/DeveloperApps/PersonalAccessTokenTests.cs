using DataConnectors.Core.DeveloperApps;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Workspace;
using DataConnectors.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace DataConnectors.Tests.Core.DeveloperApps;

public sealed class PersonalAccessTokenTests
{
    private readonly FakeTimeProvider clock = new(Some.Instant);

    [Fact]
    public async Task Use_is_noted_at_most_once_a_minute()
    {
        await using var database = await TestDatabase.CreateAsync(clock);
        var hash = await CreateAsync(database);

        await UseAsync(database, hash);
        clock.Advance(TimeSpan.FromSeconds(59));
        await UseAsync(database, hash);
        var early = await LastUsedAsync(database);
        clock.Advance(TimeSpan.FromSeconds(1));
        await UseAsync(database, hash);

        Assert.Equal(Some.Instant, early);
        Assert.Equal(Some.Instant.AddMinutes(1), await LastUsedAsync(database));
    }

    [Fact]
    public async Task Teammates_see_and_revoke_their_own_only()
    {
        await using var database = await TestDatabase.CreateAsync(clock);
        var hash = await CreateAsync(database);
        var queries = database.Get<PersonalAccessTokenQueries>();
        var revoke = database.Get<RevokePersonalAccessToken>();
        var token = Assert.Single(
            (await queries.ListAsync(Some.Actor, CancellationToken.None)).Value
        );

        var others = await queries.ListAsync(Some.OtherActor, CancellationToken.None);
        var taken = await revoke.RunAsync(Some.OtherActor, token.Id, CancellationToken.None);
        var stillGood = await UseAsync(database, hash);
        var own = await revoke.RunAsync(Some.Actor, token.Id, CancellationToken.None);

        Assert.Empty(others.Value);
        Assert.Equal(FaultKind.NotFound, taken.Failure!.Kind);
        Assert.NotNull(stillGood);
        Assert.True(own.IsSuccess);
        Assert.Null(await UseAsync(database, hash));
    }

    private static async Task<string> CreateAsync(TestDatabase database)
    {
        await database.AddAsync(
            new Teammate
            {
                Id = Some.Actor.TeammateId,
                Name = Some.Actor.Name,
                CanAccessDeveloperHub = true,
            }
        );
        var token = await database
            .Get<CreatePersonalAccessToken>()
            .RunAsync(Some.Actor, "Script", ApiScopes.All, lifetime: null, CancellationToken.None);
        return AccessTokenText.HashOf(token.Value.Open());
    }

    private static Task<AccessGrant?> UseAsync(TestDatabase database, string hash) =>
        database.Get<PersonalAccessTokens>().FindAsync(hash, CancellationToken.None);

    private static async Task<DateTimeOffset?> LastUsedAsync(TestDatabase database)
    {
        await using var context = await database.Contexts.CreateDbContextAsync();
        return (await context.Set<PersonalAccessToken>().SingleAsync()).LastUsedAt;
    }
}
