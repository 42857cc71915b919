using System.Net;
using System.Text;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.People;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Tests.Web.Messenger;

/// <summary>What the frame may ask, and what it is answered.</summary>
public sealed class MessengerEndpointTests
{
    [Fact]
    public async Task A_visitor_asks_and_reads_the_answer()
    {
        await using var host = await MessengerHost.StartAsync();
        var token = await host.OpenAsync();

        var sent = await host.SayAsync(token, "Where is my order?");
        await using var listener = await host.ListenAsync(token, "0");
        await listener.UntilAsync(each => each.Messages.Count == 2);

        var thread = await host.GetAsync($"/messenger/conversations/{sent.ConversationId}", token);
        Assert.Equal(
            [("person", "Where is my order?"), ("fin", "Answer to: Where is my order?")],
            thread
                .Json.GetProperty("messages")
                .EnumerateArray()
                .Select(message =>
                    (
                        message.GetProperty("author").GetString(),
                        message.GetProperty("text").GetString()
                    )
                )
        );
        var list = await host.GetAsync("/messenger/conversations", token);
        var only = Assert.Single(list.Json.GetProperty("conversations").EnumerateArray());
        Assert.Equal("Where is my order?", only.GetProperty("subject").GetString());
        Assert.Equal(
            "Answer to: Where is my order?",
            only.GetProperty("last_message").GetProperty("text").GetString()
        );
        Assert.Equal(
            only.GetProperty("last_message").GetProperty("id").GetString(),
            list.Json.GetProperty("latest_event_id").GetString()
        );
        await using var context = await host.ContextAsync();
        Assert.False(
            await context.Set<ConversationMessage>().AnyAsync(message => message.IsVerified)
        );
    }

    [Fact]
    public async Task Only_what_a_signed_session_sends_is_verified_and_the_visitors_history_comes_along()
    {
        await using var host = await MessengerHost.StartAsync();
        var visitor = await host.OpenAsync();
        var before = await host.SayAsync(visitor, "Hello");

        var user = await host.OpenAsync(await host.JwtAsync("u-1"), visitor);
        var after = await host.SayAsync(user, "It is me", before.ConversationId);
        await using var listener = await host.ListenAsync(user, "0");
        await listener.UntilAsync(each =>
            each.Messages.Contains("Answer to: It is me (signed in)")
        );

        Assert.Equal(before.ConversationId, after.ConversationId);
        await using var context = await host.ContextAsync();
        Assert.Equal(
            [("Hello", false), ("It is me", true)],
            (
                await context
                    .Set<ConversationMessage>()
                    .Where(message => message.Author == MessageAuthor.Person)
                    .OrderBy(message => message.Id)
                    .ToListAsync()
            ).Select(message => (message.Text, message.IsVerified))
        );
        (await host.GetAsync("/messenger/conversations", visitor)).AssertError(
            HttpStatusCode.Unauthorized,
            "session_over"
        );
    }

    [Fact]
    public async Task A_message_that_is_sent_again_is_stored_and_answered_once()
    {
        await using var host = await MessengerHost.StartAsync();
        var token = await host.OpenAsync();
        var id = MessengerHost.NewUuid();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => host.SayAsync(token, "Hello", clientId: id))
        );
        var later = await host.SayAsync(token, "Hello", clientId: id);

        var first = answers[0];
        Assert.All([.. answers, later], answer => Assert.Equal(first.Id, answer.Id));
        await using var listener = await host.ListenAsync(token, "0");
        await listener.UntilAsync(each => each.Messages.Count >= 2);
        await using var context = await host.ContextAsync();
        Assert.Equal(2, await context.Set<ConversationMessage>().CountAsync());
        Assert.Equal(1, await context.Set<Conversation>().CountAsync());

        var stranger = await host.OpenAsync();
        (await host.SayAsync(stranger, "Hello", clientId: id)).AssertError(
            HttpStatusCode.Conflict,
            "conflict"
        );
    }

    [Fact]
    public async Task Nobody_reads_or_writes_what_is_not_theirs()
    {
        await using var host = await MessengerHost.StartAsync();
        var ana = await host.OpenAsync(await host.JwtAsync("u-1"));
        var conversation = (await host.SayAsync(ana, "Mine")).ConversationId;
        var eve = await host.OpenAsync(await host.JwtAsync("u-2"));

        (await host.GetAsync($"/messenger/conversations/{conversation}", eve)).AssertError(
            HttpStatusCode.NotFound,
            "not_found"
        );
        (await host.SayAsync(eve, "Theirs", conversation)).AssertError(
            HttpStatusCode.NotFound,
            "not_found"
        );
        (await host.SayAsync(eve, "Theirs", "x' or 1=1")).AssertError(
            HttpStatusCode.NotFound,
            "not_found"
        );
        Assert.Empty(
            (await host.GetAsync("/messenger/conversations", eve))
                .Json.GetProperty("conversations")
                .EnumerateArray()
        );
        foreach (var token in new[] { null, "", "nonsense" })
        {
            foreach (
                var path in new[]
                {
                    "/messenger/conversations",
                    $"/messenger/conversations/{conversation}",
                    "/messenger/events",
                }
            )
            {
                (await host.GetAsync(path, token)).AssertError(
                    HttpStatusCode.Unauthorized,
                    "session_over"
                );
            }
        }
    }

    [Fact]
    public async Task A_note_of_the_team_is_not_the_customers_to_read()
    {
        await using var host = await MessengerHost.StartAsync();
        var token = await host.OpenAsync();
        var conversation = (await host.SayAsync(token, "Hello")).ConversationId;
        await using var listener = await host.ListenAsync(token, "0");
        await listener.UntilAsync(each => each.Messages.Count == 2);

        await host.ReplyAsTeammateAsync(conversation, "A difficult one", isNote: true);
        await host.ReplyAsTeammateAsync(conversation, "Hello, this is Mira");
        await listener.UntilAsync(each => each.Messages.Contains("Hello, this is Mira"));

        Assert.DoesNotContain("A difficult one", listener.Messages);
        Assert.DoesNotContain(
            "A difficult one",
            (await host.GetAsync($"/messenger/conversations/{conversation}", token)).Text,
            StringComparison.Ordinal
        );
        await using var again = await host.ListenAsync(token, "0");
        await again.UntilAsync(each => each.Messages.Count == 3);
        Assert.DoesNotContain("A difficult one", again.Messages);
    }

    [Fact]
    public async Task Who_sends_too_fast_is_told_so()
    {
        await using var host = await MessengerHost.StartAsync(
            settings: ("Messenger:MessagesPerMinute", "3")
        );
        var token = await host.OpenAsync();
        for (var message = 0; message < 3; message++)
        {
            Assert.Equal(HttpStatusCode.Created, (await host.SayAsync(token, "Hello")).Status);
        }

        (await host.SayAsync(token, "Hello")).AssertError(
            HttpStatusCode.TooManyRequests,
            "rate_limited"
        );
        Assert.Equal(
            HttpStatusCode.Created,
            (await host.SayAsync(await host.OpenAsync(), "Hello")).Status
        );
    }

    [Fact]
    public async Task What_is_no_message_is_refused_by_name()
    {
        await using var host = await MessengerHost.StartAsync();
        var token = await host.OpenAsync();

        (await host.SayAsync(token, "  ")).AssertError(
            HttpStatusCode.UnprocessableEntity,
            "invalid"
        );
        (await host.SayAsync(token, new string('x', 4001))).AssertError(
            HttpStatusCode.UnprocessableEntity,
            "invalid"
        );
        (await host.SayAsync(token, new string('x', 100_000))).AssertError(
            HttpStatusCode.RequestEntityTooLarge,
            "too_large"
        );
        (await host.PostAsync("/messenger/messages", new { text = "Hi" }, token)).AssertError(
            HttpStatusCode.UnprocessableEntity,
            "invalid"
        );
        (
            await host.SendAsync(
                HttpMethod.Post,
                "/messenger/messages",
                token,
                new StringContent("{", Encoding.UTF8, "application/json")
            )
        ).AssertError(HttpStatusCode.BadRequest, "not_json");
        (
            await host.SendAsync(
                HttpMethod.Post,
                "/messenger/messages",
                token,
                new StringContent("text=Hi", Encoding.UTF8, "application/x-www-form-urlencoded")
            )
        ).AssertError(HttpStatusCode.UnsupportedMediaType, "not_json");
        (await host.PostAsync("/messenger/email", new { email = "nobody" }, token)).AssertError(
            HttpStatusCode.UnprocessableEntity,
            "invalid"
        );
        (await host.GetAsync("/messenger/sessions/none")).AssertError(
            HttpStatusCode.NotFound,
            "not_found"
        );
    }

    [Fact]
    public async Task A_token_that_is_not_believed_is_refused_by_name_and_leaves_nobody_behind()
    {
        await using var host = await MessengerHost.StartAsync();
        await host.JwtAsync("u-1");
        int People()
        {
            using var context = host.ContextAsync().GetAwaiter().GetResult();
            return context.Set<Person>().Count();
        }

        var before = People();
        (
            await host.PostAsync(
                "/messenger/sessions",
                new { user_jwt = Support.UserJwt.Sign("wrong", new { user_id = "u-1", exp = 1 }) }
            )
        ).AssertError(HttpStatusCode.Unauthorized, "jwt_signature_invalid");

        Assert.Equal(before, People());
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_its_stream()
    {
        await using var host = await MessengerHost.StartAsync();
        var token = await host.OpenAsync(await host.JwtAsync("u-1"));
        await using var listener = await host.ListenAsync(token, "0");

        var ended = await host.SendAsync(HttpMethod.Delete, "/messenger/sessions", token);

        Assert.Equal(HttpStatusCode.NoContent, ended.Status);
        await listener.Ended;
        (await host.GetAsync("/messenger/conversations", token)).AssertError(
            HttpStatusCode.Unauthorized,
            "session_over"
        );
    }

    [Theory]
    [InlineData("Development", "", "frame-ancestors *")]
    [InlineData("Production", "", "frame-ancestors 'self'")]
    [InlineData(
        "Development",
        "https://www.example.com",
        "frame-ancestors 'self' https://www.example.com"
    )]
    public async Task Only_the_frame_may_be_embedded_and_only_where_it_is_allowed(
        string environment,
        string origins,
        string expected
    )
    {
        await using var host = await MessengerHost.StartAsync(environment);
        await host.Get<DataConnectors.Core.Messaging.AllowedOrigins>()
            .SetAsync(Support.Some.Actor, origins, CancellationToken.None);

        using var frame = await host.Client.GetAsync("/messenger/frame");
        using var console = await host.Client.GetAsync("/sign-in");
        using var tryOut = await host.Client.GetAsync("/messenger/try");

        Assert.Equal(HttpStatusCode.OK, frame.StatusCode);
        Assert.EndsWith(expected, Policy(frame), StringComparison.Ordinal);
        Assert.False(frame.Headers.Contains("Set-Cookie"));
        Assert.EndsWith("frame-ancestors 'self'", Policy(console), StringComparison.Ordinal);
        Assert.Equal(
            environment == "Development" ? HttpStatusCode.OK : HttpStatusCode.NotFound,
            tryOut.StatusCode
        );
        using var script = await host.Client.GetAsync("/messenger.js");
        Assert.Equal("text/javascript", script.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("https://www.example.com/path")]
    [InlineData("*")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://a.example.com;script-src")]
    [InlineData("https://user@example.com")]
    public async Task What_is_no_origin_is_not_allowed(string origin)
    {
        await using var host = await MessengerHost.StartAsync();

        var outcome = await host.Get<DataConnectors.Core.Messaging.AllowedOrigins>()
            .SetAsync(Support.Some.Actor, origin, CancellationToken.None);

        Assert.Equal("allowedOrigins", Assert.Single(outcome.Failure!.Problems).Path);
    }

    private static string Policy(HttpResponseMessage answer) =>
        Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
}
