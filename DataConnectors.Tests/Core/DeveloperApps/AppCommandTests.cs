using DataConnectors.Core.DeveloperApps;
using DataConnectors.Core.DeveloperApps.OAuth;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Workspace;
using DataConnectors.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace DataConnectors.Tests.Core.DeveloperApps;

public sealed class AppCommandTests
{
    private static readonly AppDetails Details = new(
        " Order sync ",
        [ApiScopes.ReadVersions, ApiScopes.ReadExecutionResults],
        ["https://app.example.com/callback", "http://127.0.0.1:3000/cb"]
    );

    [Fact]
    public async Task App_has_a_secret_that_is_accepted_and_stored_encrypted()
    {
        await using var database = await TestDatabase.CreateAsync();

        var created = (await CreateAsync(database)).Value;

        var app = (await FindAsync(database, created.Id)).Value.App;
        Assert.Equal("Order sync", app.Name);
        Assert.Equal([ApiScopes.ReadExecutionResults, ApiScopes.ReadVersions], app.Scopes);
        Assert.Equal(Details.RedirectUris, app.RedirectUris);
        Assert.Equal(created.ClientId, app.ClientId);
        Assert.True(await AcceptsAsync(database, created.Id, created.ClientSecret));
        Assert.False(await AcceptsAsync(database, created.Id, new SecretText("wrong")));
        await using var context = await database.Contexts.CreateDbContextAsync();
        var stored = await context.Set<AppSecret>().SingleAsync();
        Assert.DoesNotContain(created.ClientSecret.Open(), stored.ProtectedValue);
    }

    [Fact]
    public async Task Every_problem_is_reported_at_its_place()
    {
        await using var database = await TestDatabase.CreateAsync();

        var fault = (
            await CreateAsync(
                database,
                new AppDetails(
                    "",
                    ["everything"],
                    [
                        "/callback",
                        "http://app.example.com/cb",
                        "https://app.example.com/cb#there",
                        "https://app.example.com/ok",
                        "https://app.example.com/ok",
                        "https://user@app.example.com/cb",
                        "ftp://localhost/cb",
                        "http://[::1]:3000/cb",
                    ]
                )
            )
        ).Failure;

        Assert.Equal(
            [
                "name",
                "scopes",
                "redirectUris[0]",
                "redirectUris[1]",
                "redirectUris[2]",
                "redirectUris[4]",
                "redirectUris[5]",
                "redirectUris[6]",
            ],
            fault!.Problems.Select(problem => problem.Path)
        );
    }

    [Fact]
    public async Task Name_is_given_once()
    {
        await using var database = await TestDatabase.CreateAsync();
        await CreateAsync(database);

        var fault = (await CreateAsync(database)).Failure;

        Assert.Equal("name", Assert.Single(fault!.Problems).Path);
    }

    [Fact]
    public async Task Old_secret_is_accepted_for_the_overlap_and_no_longer()
    {
        var clock = new FakeTimeProvider(Some.Instant);
        await using var database = await TestDatabase.CreateAsync(clock);
        var app = (await CreateAsync(database)).Value;

        var fresh = (await RotateAsync(database, app.Id, RotateSecret.DefaultOverlap)).Value;

        clock.Advance(RotateSecret.DefaultOverlap - TimeSpan.FromSeconds(1));
        Assert.True(await AcceptsAsync(database, app.Id, app.ClientSecret));
        Assert.True(await AcceptsAsync(database, app.Id, fresh));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(await AcceptsAsync(database, app.Id, app.ClientSecret));
        Assert.True(await AcceptsAsync(database, app.Id, fresh));
    }

    [Fact]
    public async Task Third_secret_waits_until_the_old_one_has_ended_or_is_revoked()
    {
        await using var database = await TestDatabase.CreateAsync();
        var app = (await CreateAsync(database)).Value;
        await RotateAsync(database, app.Id, TimeSpan.FromHours(1));

        var third = await RotateAsync(database, app.Id, TimeSpan.FromHours(1));
        var revoked = await database
            .Get<RevokeOldSecret>()
            .RunAsync(Some.Actor, app.Id, CancellationToken.None);
        var afterwards = await RotateAsync(database, app.Id, TimeSpan.Zero);

        Assert.Equal(FaultKind.Conflict, third.Failure!.Kind);
        Assert.True(revoked.IsSuccess);
        Assert.False(await AcceptsAsync(database, app.Id, app.ClientSecret));
        Assert.True(afterwards.IsSuccess);
        Assert.Single((await FindAsync(database, app.Id)).Value.Secrets);
    }

    [Fact]
    public async Task Deleting_an_app_deletes_its_secrets_and_tokens()
    {
        await using var database = await TestDatabase.CreateAsync();
        var app = (await CreateAsync(database)).Value;
        await using (var context = await database.Contexts.CreateDbContextAsync())
        {
            var client = await context.Set<OAuthClient>().SingleAsync();
            context.Add(
                new OAuthToken
                {
                    Application = client,
                    Authorization = new OAuthAuthorization { Application = client },
                }
            );
            await context.SaveChangesAsync();
        }

        var outcome = await database
            .Get<DeleteApp>()
            .RunAsync(Some.Actor, app.Id, CancellationToken.None);

        Assert.True(outcome.IsSuccess);
        await using var left = await database.Contexts.CreateDbContextAsync();
        Assert.Empty(await left.Set<AppSecret>().ToListAsync());
        Assert.Empty(await left.Set<OAuthClient>().ToListAsync());
        Assert.Empty(await left.Set<OAuthAuthorization>().ToListAsync());
        Assert.Empty(await left.Set<OAuthToken>().ToListAsync());
    }

    [Fact]
    public async Task Nobody_does_any_of_it_without_the_permission()
    {
        await using var database = await TestDatabase.CreateAsync();
        var actor = Some.ActorWithoutPermission;
        var none = CancellationToken.None;

        Fault?[] faults =
        [
            (await database.Get<CreateApp>().RunAsync(actor, Details, none)).Failure,
            (await database.Get<ChangeApp>().RunAsync(actor, 1, Details, none)).Failure,
            (await database.Get<RotateSecret>().RunAsync(actor, 1, TimeSpan.Zero, none)).Failure,
            (await database.Get<RevokeOldSecret>().RunAsync(actor, 1, none)).Failure,
            (await database.Get<DeleteApp>().RunAsync(actor, 1, none)).Failure,
            (await database.Get<AppQueries>().ListAsync(actor, none)).Failure,
            (await database.Get<AppQueries>().GetAsync(actor, 1, none)).Failure,
            (await database.Get<PersonalAccessTokenQueries>().ListAsync(actor, none)).Failure,
            (await database.Get<RevokePersonalAccessToken>().RunAsync(actor, 1, none)).Failure,
        ];

        Assert.All(faults, fault => Assert.Equal(FaultKind.Forbidden, fault?.Kind));
    }

    [Fact]
    public async Task Seeded_app_is_made_once_there_is_an_admin_and_follows_its_configuration()
    {
        await using var database = await TestDatabase.CreateAsync();
        var seed = database.Get<SeedApp>();
        var (first, second) = (new SecretText("first"), new SecretText("second"));

        Assert.False(await seed.RunAsync("robot", first, ApiScopes.All, CancellationToken.None));
        await database.AddAsync(
            new Teammate
            {
                Id = 101,
                Name = "Ada",
                CanAccessDeveloperHub = true,
            }
        );
        Assert.True(await seed.RunAsync("robot", first, ApiScopes.All, CancellationToken.None));
        Assert.True(
            await seed.RunAsync("robot", second, [ApiScopes.ReadVersions], CancellationToken.None)
        );

        var app = await database
            .Get<AppQueries>()
            .FindByClientIdAsync("robot", CancellationToken.None);
        Assert.Equal([ApiScopes.ReadVersions], app!.Scopes);
        Assert.Equal("Ada", app.CreatedByName);
        Assert.False(await AcceptsAsync(database, app.Id, first));
        Assert.True(await AcceptsAsync(database, app.Id, second));
    }

    private static Task<Outcome<CreatedApp, Fault>> CreateAsync(
        TestDatabase database,
        AppDetails? details = null
    ) => database.Get<CreateApp>().RunAsync(Some.Actor, details ?? Details, CancellationToken.None);

    private static Task<Outcome<AppWithSecrets, Fault>> FindAsync(TestDatabase database, long id) =>
        database.Get<AppQueries>().GetAsync(Some.Actor, id, CancellationToken.None);

    private static Task<Outcome<SecretText, Fault>> RotateAsync(
        TestDatabase database,
        long id,
        TimeSpan overlap
    ) => database.Get<RotateSecret>().RunAsync(Some.Actor, id, overlap, CancellationToken.None);

    private static Task<bool> AcceptsAsync(TestDatabase database, long id, SecretText secret) =>
        database.Get<AppSecrets>().AcceptAsync(id, secret.Open(), CancellationToken.None);
}
