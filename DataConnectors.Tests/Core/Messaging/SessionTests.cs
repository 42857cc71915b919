using DataConnectors.Core.CustomObjects;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Messaging;
using DataConnectors.Core.People;
using DataConnectors.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace DataConnectors.Tests.Core.Messaging;

/// <summary>Visitors, leads and users in a browser, and what becomes of what they said.</summary>
public sealed class SessionTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(Some.Instant);
    private TestDatabase database = null!;
    private string secret = null!;

    private OpenSession Sessions => database.Get<OpenSession>();

    public async ValueTask InitializeAsync()
    {
        database = await MessagingDatabase.CreateAsync(clock);
        secret = await database.SecretAsync();
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task A_visitor_has_a_session_that_the_token_alone_opens()
    {
        var opened = await OpenAsync();

        var found = await FindAsync(opened.Token!.Open());
        Assert.Equal(opened.Session.Id, found!.Id);
        Assert.False(found.IsVerified);
        Assert.Equal(PersonRole.Visitor, (await PersonAsync(found.PersonId))!.Role);
        Assert.NotEqual(opened.Token.Open(), found.TokenHash);
        Assert.Null(await FindAsync(found.TokenHash));
        Assert.Null(await FindAsync(""));

        clock.Advance(OpenSession.VisitorLifetime);
        Assert.Null(await FindAsync(opened.Token.Open()));
    }

    [Fact]
    public async Task A_visitor_becomes_a_lead_and_a_user_and_keeps_what_they_said()
    {
        var visitor = await OpenAsync();
        var conversation = await SayAsync(visitor.Session, "Where is my order?");
        await database
            .Get<LeaveEmail>()
            .RunAsync(visitor.Session.PersonId, " ana@example.com ", CancellationToken.None);
        var lead = await PersonAsync(visitor.Session.PersonId);
        Assert.Equal((PersonRole.Lead, "ana@example.com"), (lead!.Role, lead.Email));
        Assert.False((await FindAsync(visitor.Token!.Open()))!.IsVerified);

        var user = await OpenAsync(Jwt("u-1", "ana.ruiz@example.com"), visitor.Session);

        Assert.True(user.Session.IsVerified);
        var person = await PersonAsync(user.Session.PersonId);
        Assert.Equal(
            (lead.Id, PersonRole.User, "u-1", "ana.ruiz@example.com"),
            (person!.Id, person.Role, person.ExternalId, person.Email)
        );
        Assert.Equal(person.Id, await OwnerAsync(conversation));

        // Whoever has the visitor's token has proved nothing.
        Assert.Null(await FindAsync(visitor.Token.Open()));
    }

    [Fact]
    public async Task A_visitor_who_is_a_known_user_is_merged_into_them_with_everything()
    {
        var first = await OpenAsync(Jwt("u-1", "ana@example.com"));
        var earlier = await SayAsync(first.Session, "Hello");
        var visitor = await OpenAsync();
        var later = await SayAsync(visitor.Session, "Hello again");
        await database.AddAsync(
            new CustomObjectType
            {
                Id = 9,
                Key = "order",
                Name = "Order",
            },
            Order(1),
            Order(2),
            Reference(1, visitor.Session.PersonId),
            Reference(2, visitor.Session.PersonId),
            Reference(2, first.Session.PersonId)
        );

        var merged = await OpenAsync(Jwt("u-1", "ana@example.com"), visitor.Session);

        Assert.Equal(first.Session.PersonId, merged.Session.PersonId);
        Assert.Null(await PersonAsync(visitor.Session.PersonId));
        Assert.Equal(
            [merged.Session.PersonId, merged.Session.PersonId],
            [await OwnerAsync(earlier), await OwnerAsync(later)]
        );
        await using var context = await database.Contexts.CreateDbContextAsync();
        Assert.All(
            await context.Set<CustomObjectReference>().ToListAsync(),
            reference => Assert.Equal(merged.Session.PersonId, reference.PersonId)
        );
        Assert.Equal(2, await context.Set<CustomObjectReference>().CountAsync());
        Assert.NotNull(await FindAsync(first.Token!.Open()));
    }

    [Fact]
    public async Task Another_user_of_the_same_browser_takes_nothing_over()
    {
        var ana = await OpenAsync(Jwt("u-1", "ana@example.com"));
        var conversation = await SayAsync(ana.Session, "Hello");

        var ben = await OpenAsync(Jwt("u-2", "ben@example.com"), ana.Session);

        Assert.NotEqual(ana.Session.PersonId, ben.Session.PersonId);
        Assert.Equal(ana.Session.PersonId, await OwnerAsync(conversation));
        Assert.Null(await FindAsync(ana.Token!.Open()));
    }

    [Fact]
    public async Task A_lead_of_another_browser_with_the_address_of_a_user_stays_apart()
    {
        var stranger = await OpenAsync();
        await database
            .Get<LeaveEmail>()
            .RunAsync(stranger.Session.PersonId, "ana@example.com", CancellationToken.None);

        var ana = await OpenAsync(Jwt("u-1", "ana@example.com"));

        Assert.NotEqual(stranger.Session.PersonId, ana.Session.PersonId);
        Assert.Equal(PersonRole.Lead, (await PersonAsync(stranger.Session.PersonId))!.Role);
    }

    [Fact]
    public async Task A_user_known_by_the_address_gets_the_id_later()
    {
        var byEmail = await OpenAsync(Jwt(null, "ana@example.com"));

        var byId = await OpenAsync(Jwt("u-1", "ana@example.com"));
        var again = await OpenAsync(Jwt(null, "ana@example.com"));

        Assert.Equal(byEmail.Session.PersonId, byId.Session.PersonId);
        Assert.Equal(byEmail.Session.PersonId, again.Session.PersonId);
        Assert.Equal("u-1", (await PersonAsync(again.Session.PersonId))!.ExternalId);
    }

    [Fact]
    public async Task Two_tabs_that_sign_in_at_once_are_one_user()
    {
        var visitor = await OpenAsync();
        var conversation = await SayAsync(visitor.Session, "Hello");

        var opened = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(tab =>
                    Task.Run(() =>
                        OpenAsync(
                            Jwt("u-1", "ana@example.com"),
                            tab % 2 == 0 ? visitor.Session : null
                        )
                    )
                )
        );

        var person = Assert.Single(opened.Select(each => each.Session.PersonId).Distinct());
        Assert.Equal(person, await OwnerAsync(conversation));
        await using var context = await database.Contexts.CreateDbContextAsync();
        Assert.Equal(1, await context.Set<Person>().CountAsync());
    }

    [Fact]
    public async Task The_same_user_keeps_the_session_and_a_refused_token_changes_nothing()
    {
        var ana = await OpenAsync(Jwt("u-1", "ana@example.com"));
        clock.Advance(TimeSpan.FromHours(20));

        var again = await OpenAsync(Jwt("u-1", "ana@example.com"), ana.Session);
        var refused = await Sessions.RunAsync("no.to.ken", ana.Session, CancellationToken.None);

        Assert.Null(again.Token);
        Assert.Equal(ana.Session.Id, again.Session.Id);
        Assert.False(refused.IsSuccess);
        clock.Advance(TimeSpan.FromHours(20));
        Assert.NotNull(await FindAsync(ana.Token!.Open()));
        clock.Advance(TimeSpan.FromHours(20));
        Assert.Null(await FindAsync(ana.Token!.Open()));
    }

    [Fact]
    public async Task Attributes_that_are_defined_and_the_company_are_taken_over()
    {
        await database.CreateAttributeAsync("plan");
        await database.CreateAttributeAsync("seats", AttributeType.Number);

        var opened = await OpenAsync(
            UserJwt.Sign(
                secret,
                new
                {
                    user_id = "u-1",
                    plan = "pro",
                    seats = "many",
                    unknown = "x",
                    company = new { company_id = "c-1", name = "Acme" },
                    exp = Hour(),
                }
            )
        );

        var person = await PersonAsync(opened.Session.PersonId);
        Assert.Equal("""{"plan":"pro"}""", person!.AttributesJson);
        await using var context = await database.Contexts.CreateDbContextAsync();
        var company = await context.Set<Company>().SingleAsync();
        Assert.Equal(
            ("c-1", "Acme", company.Id),
            (company.ExternalId, company.Name, person.CompanyId!.Value)
        );
    }

    [Fact]
    public async Task The_address_of_a_user_is_not_changed_by_what_somebody_types()
    {
        var ana = await OpenAsync(Jwt("u-1", "ana@example.com"));

        var outcome = await database
            .Get<LeaveEmail>()
            .RunAsync(ana.Session.PersonId, "eve@example.com", CancellationToken.None);

        Assert.Equal(FaultKind.Conflict, outcome.Failure!.Kind);
        Assert.Equal("ana@example.com", (await PersonAsync(ana.Session.PersonId))!.Email);
    }

    [Fact]
    public async Task A_session_that_is_ended_opens_nothing()
    {
        var ana = await OpenAsync(Jwt("u-1", "ana@example.com"));

        await database.Get<EndSession>().RunAsync(ana.Session.Id, CancellationToken.None);

        Assert.Null(await FindAsync(ana.Token!.Open()));
    }

    private static CustomObject Order(long id) =>
        new()
        {
            Id = id,
            TypeId = 9,
            ExternalId = $"order-{id}",
        };

    private static CustomObjectReference Reference(long objectId, long personId) =>
        new()
        {
            ObjectId = objectId,
            Name = "customer",
            PersonId = personId,
        };

    private long Hour() => clock.GetUtcNow().AddHours(1).ToUnixTimeSeconds();

    private string Jwt(string? userId, string email) =>
        userId is null
            ? UserJwt.Sign(secret, new { email, exp = Hour() })
            : UserJwt.Sign(
                secret,
                new
                {
                    user_id = userId,
                    email,
                    exp = Hour(),
                }
            );

    private async Task<OpenedSession> OpenAsync(
        string? jwt = null,
        MessengerSession? current = null
    ) => (await Sessions.RunAsync(jwt, current, CancellationToken.None)).Value;

    private Task<MessengerSession?> FindAsync(string token) =>
        database.Get<SessionQueries>().FindAsync(token, CancellationToken.None);

    private async Task<long> SayAsync(MessengerSession session, string text) =>
        (
            await database
                .Get<SendMessage>()
                .RunAsync(session, conversationId: null, text, Uuid(), CancellationToken.None)
        )
            .Value
            .ConversationId;

    private Guid Uuid() =>
        new($"00000000-0000-4000-8000-{database.Get<IdGenerator>().Next() & 0xffffffffffff:x12}");

    private async Task<Person?> PersonAsync(long id)
    {
        await using var context = await database.Contexts.CreateDbContextAsync();
        return await context.Set<Person>().FirstOrDefaultAsync(person => person.Id == id);
    }

    private async Task<long> OwnerAsync(long conversationId)
    {
        await using var context = await database.Contexts.CreateDbContextAsync();
        return await context
            .Set<Conversation>()
            .Where(conversation => conversation.Id == conversationId)
            .Select(conversation => conversation.PersonId)
            .SingleAsync();
    }
}
