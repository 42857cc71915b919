using System.Globalization;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Messaging;
using DataConnectors.Core.People;
using DataConnectors.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace DataConnectors.Tests.Core.Messaging;

/// <summary>Which user tokens are believed.</summary>
public sealed class UserTokensTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(Some.Instant);
    private TestDatabase database = null!;
    private string secret = null!;

    public async ValueTask InitializeAsync()
    {
        database = await MessagingDatabase.CreateAsync(clock);
        secret = await database.SecretAsync();
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task A_signed_token_says_who_it_is()
    {
        var identity = (
            await VerifyAsync(
                UserJwt.Sign(
                    secret,
                    new
                    {
                        user_id = "u-1",
                        email = "ana@example.com",
                        name = "Ana Ruiz",
                        company = new { company_id = "c-1", name = "Acme" },
                        plan = "pro",
                        exp = In(TimeSpan.FromHours(1)),
                    }
                )
            )
        ).Value;

        Assert.Equal("u-1", identity.UserId);
        Assert.Equal("ana@example.com", identity.Email);
        Assert.Equal("Ana Ruiz", identity.Name);
        Assert.Equal(new CompanyIdentity("c-1", "Acme"), identity.Company);
        Assert.Equal("pro", identity.Attributes!["plan"].GetString());
    }

    [Theory]
    [InlineData("email", "ana@example.com")]
    [InlineData("user_id", "u-1")]
    public async Task One_of_user_id_and_email_will_do(string claim, string value)
    {
        var outcome = await VerifyAsync(
            UserJwt.Sign(secret, Claims((claim, value), ("exp", In(TimeSpan.FromHours(1)))))
        );

        Assert.True(outcome.IsSuccess);
    }

    [Theory]
    [InlineData("none", UserTokenFault.JwtAlgorithmNotAllowed)]
    [InlineData("HS384", UserTokenFault.JwtAlgorithmNotAllowed)]
    [InlineData("HS512", UserTokenFault.JwtAlgorithmNotAllowed)]
    [InlineData("RS256", UserTokenFault.JwtAlgorithmNotAllowed)]
    [InlineData("hs256", UserTokenFault.JwtAlgorithmNotAllowed)]
    public async Task Only_HS256_is_accepted(string algorithm, UserTokenFault expected) =>
        await AssertRefusedAsync(
            UserJwt.Sign(
                secret,
                Claims(("user_id", "u-1"), ("exp", In(TimeSpan.FromHours(1)))),
                algorithm
            ),
            expected
        );

    [Fact]
    public async Task Another_secret_or_another_payload_is_refused()
    {
        var good = UserJwt.Sign(
            secret,
            Claims(("user_id", "u-1"), ("exp", In(TimeSpan.FromHours(1))))
        );

        await AssertRefusedAsync(
            UserJwt.Sign(
                "another secret that is long enough for the algorithm",
                Claims(("user_id", "u-1"), ("exp", In(TimeSpan.FromHours(1))))
            ),
            UserTokenFault.JwtSignatureInvalid
        );
        await AssertRefusedAsync(
            UserJwt.Tamper(good, Claims(("user_id", "u-2"), ("exp", In(TimeSpan.FromHours(1))))),
            UserTokenFault.JwtSignatureInvalid
        );
        await AssertRefusedAsync(
            good[..(good.LastIndexOf('.') + 1)],
            UserTokenFault.JwtSignatureInvalid
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("a.b")]
    [InlineData("a.b.c")]
    [InlineData("....")]
    public async Task What_is_no_token_is_refused(string text) =>
        await AssertRefusedAsync(text, UserTokenFault.JwtMalformed);

    [Fact]
    public async Task A_token_that_is_too_long_is_refused() =>
        await AssertRefusedAsync(
            UserJwt.Sign(
                secret,
                Claims(
                    ("user_id", "u-1"),
                    ("filler", new string('x', 9000)),
                    ("exp", In(TimeSpan.FromHours(1)))
                )
            ),
            UserTokenFault.JwtMalformed
        );

    [Theory]
    [InlineData("00:00:00", true)]
    [InlineData("-00:00:59", true)]
    [InlineData("-00:01:00", false)]
    [InlineData("-1.00:00:00", false)]
    public async Task A_token_is_good_until_it_expires_give_or_take_a_minute(
        string from,
        bool isAccepted
    )
    {
        var outcome = await VerifyAsync(
            UserJwt.Sign(secret, Claims(("user_id", "u-1"), ("exp", In(Span(from)))))
        );

        Assert.Equal(isAccepted ? null : UserTokenFault.JwtExpired, outcome.Failure?.Reason);
    }

    [Theory]
    [InlineData("1.00:00:00", true)]
    [InlineData("1.00:01:01", false)]
    [InlineData("365.00:00:00", false)]
    public async Task A_token_lives_a_day_at_most(string from, bool isAccepted)
    {
        var outcome = await VerifyAsync(
            UserJwt.Sign(secret, Claims(("user_id", "u-1"), ("exp", In(Span(from)))))
        );

        Assert.Equal(isAccepted ? null : UserTokenFault.JwtExpiryTooFar, outcome.Failure?.Reason);
    }

    [Fact]
    public async Task A_token_needs_an_expiry_that_is_a_number()
    {
        await AssertRefusedAsync(
            UserJwt.Sign(secret, Claims(("user_id", "u-1"))),
            UserTokenFault.JwtExpiryMissing
        );
        await AssertRefusedAsync(
            UserJwt.Sign(secret, Claims(("user_id", "u-1"), ("exp", "tomorrow"))),
            UserTokenFault.JwtMalformed
        );
    }

    [Fact]
    public async Task A_token_that_begins_later_is_refused() =>
        await AssertRefusedAsync(
            UserJwt.Sign(
                secret,
                Claims(
                    ("user_id", "u-1"),
                    ("nbf", In(TimeSpan.FromMinutes(5))),
                    ("exp", In(TimeSpan.FromHours(1)))
                )
            ),
            UserTokenFault.JwtNotYetValid
        );

    [Fact]
    public async Task A_token_about_nobody_is_refused()
    {
        await AssertRefusedAsync(
            UserJwt.Sign(secret, Claims(("name", "Ana"), ("exp", In(TimeSpan.FromHours(1))))),
            UserTokenFault.JwtUserMissing
        );
        await AssertRefusedAsync(
            UserJwt.Sign(secret, Claims(("user_id", "  "), ("exp", In(TimeSpan.FromHours(1))))),
            UserTokenFault.JwtUserMissing
        );
    }

    [Theory]
    [InlineData("email", "not an address")]
    [InlineData("user_id", true)]
    [InlineData("company", "Acme")]
    [InlineData("name", "a\u0007b")]
    public async Task A_claim_of_another_form_is_refused(string claim, object value) =>
        await AssertRefusedAsync(
            UserJwt.Sign(
                secret,
                claim == "user_id"
                    ? Claims((claim, value), ("exp", In(TimeSpan.FromHours(1))))
                    : Claims(("user_id", "u-1"), (claim, value), ("exp", In(TimeSpan.FromHours(1))))
            ),
            UserTokenFault.JwtClaimInvalid
        );

    [Fact]
    public async Task The_old_secret_is_good_for_a_day_after_a_rotation_or_until_it_is_revoked()
    {
        var rotate = database.Get<RotateIdentitySecret>();
        string Old() =>
            UserJwt.Sign(secret, Claims(("user_id", "u-1"), ("exp", In(TimeSpan.FromHours(1)))));

        var fresh = (await rotate.RunAsync(Some.Actor, CancellationToken.None)).Value.Open();

        Assert.True((await VerifyAsync(Old())).IsSuccess);
        Assert.True(
            (
                await VerifyAsync(
                    UserJwt.Sign(
                        fresh,
                        Claims(("user_id", "u-1"), ("exp", In(TimeSpan.FromHours(1))))
                    )
                )
            ).IsSuccess
        );
        Assert.Equal(
            FaultKind.Conflict,
            (await rotate.RunAsync(Some.Actor, CancellationToken.None)).Failure!.Kind
        );
        clock.Advance(TimeSpan.FromHours(24));
        await AssertRefusedAsync(Old(), UserTokenFault.JwtSignatureInvalid);

        await rotate.RunAsync(Some.Actor, CancellationToken.None);
        secret = fresh;
        Assert.True((await VerifyAsync(Old())).IsSuccess);
        await database.Get<RevokeOldIdentitySecret>().RunAsync(Some.Actor, CancellationToken.None);
        await AssertRefusedAsync(Old(), UserTokenFault.JwtSignatureInvalid);
    }

    [Fact]
    public async Task Nothing_is_believed_before_there_is_a_secret()
    {
        await using var empty = await MessagingDatabase.CreateAsync(clock);

        var outcome = await empty
            .Get<UserTokens>()
            .VerifyAsync(
                UserJwt.Sign(
                    secret,
                    Claims(("user_id", "u-1"), ("exp", In(TimeSpan.FromHours(1))))
                ),
                CancellationToken.None
            );

        Assert.Equal(UserTokenFault.JwtSecretNotSetUp, outcome.Failure!.Reason);
    }

    [Fact]
    public async Task The_secret_is_not_in_the_database_file()
    {
        var bytes = await ReadSharedAsync(database.FilePath);
        var log = await ReadSharedAsync(database.FilePath + "-wal");

        Assert.DoesNotContain(secret, bytes + log, StringComparison.Ordinal);
    }

    private static async Task<string> ReadSharedAsync(string path)
    {
        await using var file = new FileStream(
            path,
            FileMode.OpenOrCreate,
            FileAccess.Read,
            FileShare.ReadWrite
        );
        using var reader = new StreamReader(file, System.Text.Encoding.Latin1);
        return await reader.ReadToEndAsync();
    }

    private static TimeSpan Span(string text) => TimeSpan.Parse(text, CultureInfo.InvariantCulture);

    private static Dictionary<string, object> Claims(params (string Name, object Value)[] claims) =>
        claims.ToDictionary(claim => claim.Name, claim => claim.Value);

    private long In(TimeSpan from) => (clock.GetUtcNow() + from).ToUnixTimeSeconds();

    private Task<Outcome<UserIdentity, UserTokenRefusal>> VerifyAsync(string token) =>
        database.Get<UserTokens>().VerifyAsync(token, CancellationToken.None);

    private async Task AssertRefusedAsync(string token, UserTokenFault expected) =>
        Assert.Equal(expected, (await VerifyAsync(token)).Failure?.Reason);
}
