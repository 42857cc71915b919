using System.Globalization;
using System.Net;
using System.Text.Json;
using DataConnectors.Core.Audiences;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.DeveloperApps;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.People;
using DataConnectors.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Tests.Web.PublicApi.Fin;

/// <summary>Other software talks to Fin over sockets, and Fin calls a real API on loopback.</summary>
public sealed class FinOverHttpTests(RunningConnectors host)
    : IClassFixture<RunningConnectors>,
        IAsyncLifetime
{
    private static long? published;
    private static int started;

    public async ValueTask InitializeAsync()
    {
        host.Api.Answer("/orders/1042", LoopbackAnswer.Json("""{"status":"shipped"}"""));
        if (published is null)
        {
            published = await host.PublishAsync(host.Order());
            await host.PublishAsync(
                host.Order() with
                {
                    Name = "Cancel membership",
                    Description = "Ends the membership of a user.",
                    CustomAudience = RoleAudience.Of([PersonRole.User]),
                    InternalDescription = "s3cret words of the team",
                }
            );
            await host.PublishAsync(
                host.Order() with
                {
                    Name = "Read invoices",
                    Description = "Lists invoices.",
                    CustomerAuthentication = true,
                    Headers = [new HeaderField("X-User", "{{person.user_id}}")],
                    DirectFinUsage = true,
                }
            );
            await host.PublishAsync(
                host.Order() with
                {
                    Name = "For workflows only",
                    Description = "Not for Fin.",
                    DirectFinUsage = false,
                }
            );
        }
    }

    public ValueTask DisposeAsync() => default;

    [Fact]
    public async Task A_conversation_is_driven_over_HTTP_alone_and_its_trace_says_why()
    {
        var id = NewId();
        var start = await PostAsync("/fin/start", Start(id, "Where is my order?", "u-1"));
        using var stream = await FinStream.OpenAsync(UrlOf(start));
        var asked = await stream.ReadUntilAsync("fin_status_updated awaiting_user_reply");
        var reply = await PostAsync("/fin/reply", Start(id, "1042", "u-1"));
        var answered = await stream.ReadUntilAsync("fin_status_updated awaiting_user_reply");
        var trace = await host.GetAsync($"/fin/conversations/{id}/trace");

        Assert.Equal(
            (HttpStatusCode.OK, id, "u-1", "thinking"),
            (
                start.Status,
                Text(start, "conversation_id"),
                Text(start, "user_id"),
                Text(start, "status")
            )
        );
        var said = asked.Single(happened => happened.Name == "fin_replied").Data;
        Assert.Equal(id, said.GetProperty("conversation_id").GetString());
        Assert.Equal("fin", said.GetProperty("message").GetProperty("author").GetString());
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Contains(
            "shipped",
            answered
                .Single(happened => happened.Name == "fin_replied")
                .Data.GetProperty("message")
                .GetProperty("body")
                .GetString()
        );
        var turns = trace.Json.GetProperty("turns").EnumerateArray().ToList();
        Assert.Equal(id, Text(trace, "conversation_id"));
        Assert.Equal(2, turns.Count);
        Assert.Equal("Where is my order?", turns[0].GetProperty("question").GetString());
        Assert.Equal(JsonValueKind.Null, turns[0].GetProperty("execution_id").ValueKind);
        Assert.Equal($"{published}", turns[1].GetProperty("chosen").GetString());
        Assert.Equal("1042", turns[1].GetProperty("inputs").GetProperty("order_id").GetString());
        Assert.Contains("shipped", turns[1].GetProperty("answer").GetString());
        var candidate = turns[0]
            .GetProperty("candidates")
            .EnumerateArray()
            .Single(each => each.GetProperty("id").GetString() == $"{published}");
        Assert.Equal("Get order status", candidate.GetProperty("name").GetString());
        Assert.InRange(candidate.GetProperty("score").GetDouble(), 0, 1);
        Assert.Equal(JsonValueKind.Null, candidate.GetProperty("skipped").ValueKind);
        var ran = await host.GetAsync(
            $"/data_connectors/{published}/execution_results/{turns[1].GetProperty("execution_id").GetString()}"
        );
        Assert.Equal("fin", Text(ran, "source_type"));

        await using var context = await host.ContextAsync();
        var conversation = await context
            .Set<Conversation>()
            .SingleAsync(each => each.ExternalId == id);
        var person = await context
            .Set<Person>()
            .SingleAsync(each => each.Id == conversation.PersonId);
        Assert.Equal(
            (ConversationChannel.Api, PersonRole.User, "u-1"),
            (conversation.Channel, person.Role, person.ExternalId)
        );
        Assert.True(conversation.IsActionUsedInReply);
        Assert.All(
            await MessagesAsync(conversation.Id, MessageAuthor.Person),
            message => Assert.True(message.IsVerified)
        );

        // Our own id is as good.
        Assert.Equal(
            trace.Text,
            (await host.GetAsync($"/fin/conversations/{conversation.Id}/trace")).Text
        );
    }

    [Fact]
    public async Task The_same_start_twice_is_one_conversation_and_another_is_refused()
    {
        var id = NewId();
        var both = await Task.WhenAll(
            PostAsync("/fin/start", Start(id, "Hello there", "u-2")),
            PostAsync("/fin/start", Start(id, "Hello there", "u-2"))
        );
        var again = await PostAsync("/fin/start", Start(id, "Hello there", "u-2"));
        var other = await PostAsync("/fin/start", Start(id, "Something else", "u-2"));
        var stranger = await PostAsync("/fin/start", Start(id, "Hello there", "u-3"));

        Assert.All(
            both.Append(again),
            answer =>
                Assert.Equal(
                    (HttpStatusCode.OK, id),
                    (answer.Status, Text(answer, "conversation_id"))
                )
        );
        Assert.All(
            [other, stranger],
            answer =>
                answer.AssertError(
                    HttpStatusCode.Conflict,
                    "conflict",
                    $"There is a conversation \"{id}\" already. Write on in it, or choose another id."
                )
        );
        await using var context = await host.ContextAsync();
        var conversation = await context
            .Set<Conversation>()
            .SingleAsync(each => each.ExternalId == id);
        Assert.Single(await MessagesAsync(conversation.Id, MessageAuthor.Person));
        Assert.Equal(1, await context.Set<Person>().CountAsync(each => each.ExternalId == "u-2"));
    }

    [Fact]
    public async Task A_question_is_answered_at_once_with_what_the_answer_uses()
    {
        var id = NewId();
        var answer = await PostAsync(
            "/fin/ask",
            $$$"""{"conversation_id":"{{{id}}}","question":"Where is my order 1042?","user":{"id":"u-4"}}"""
        );
        var again = await PostAsync(
            "/fin/ask",
            $$$"""{"conversation_id":"{{{id}}}","question":"Where is my order 1042?","user":{"id":"u-4"}}"""
        );
        var nameless = await PostAsync(
            "/fin/ask",
            """{"message":{"author":"user","body":"Where is my order?"}}"""
        );

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("shipped", Text(answer, "answer"));
        Assert.Equal("awaiting_user_reply", Text(answer, "status"));
        var source = Assert.Single(answer.Json.GetProperty("sources").EnumerateArray());
        Assert.Equal($"{published}", source.GetProperty("id").GetString());
        Assert.Equal("data_connector", source.GetProperty("type").GetString());
        Assert.Equal("Get order status", source.GetProperty("name").GetString());
        Assert.NotNull(source.GetProperty("execution_id").GetString());
        Assert.Equal(HttpStatusCode.Conflict, again.Status);

        // Who has no id of their own goes on with ours.
        var next = await PostAsync(
            "/fin/reply",
            $$$"""{"conversation_id":"{{{Text(nameless, "conversation_id")}}}","message":{"author":"user","body":"1042"}}"""
        );
        Assert.Equal(HttpStatusCode.OK, next.Status);
        Assert.Empty(nameless.Json.GetProperty("sources").EnumerateArray());
        var conversation = long.Parse(
            Text(nameless, "conversation_id")!,
            CultureInfo.InvariantCulture
        );
        Assert.All(
            await MessagesAsync(conversation, MessageAuthor.Person),
            message => Assert.False(message.IsVerified)
        );
    }

    [Fact]
    public async Task Handing_over_is_told_ends_the_stream_and_silences_Fin()
    {
        var id = NewId();
        var start = await PostAsync("/fin/start", Start(id, "Hello", "u-5"));
        using var stream = await FinStream.OpenAsync(UrlOf(start));
        await stream.ReadUntilAsync("fin_status_updated awaiting_user_reply");

        var escalated = await PostAsync(
            "/fin/escalate",
            $$"""{"conversation_id":"{{id}}","context":"Wants a refund."}"""
        );
        var told = await stream.ReadUntilAsync(last: null);
        using var late = await FinStream.OpenAsync(UrlOf(escalated));
        var toldLate = await late.ReadUntilAsync(last: null);
        var reply = await PostAsync("/fin/reply", Start(id, "Are you there?", "u-5"));
        using var silent = await FinStream.OpenAsync(UrlOf(reply));

        Assert.Equal(
            ["fin_status_updated escalated", "fin_status_updated complete"],
            told.Select(happened => happened.Short)
        );
        Assert.Equal(
            "Escalation requested via API",
            told[0].Data.GetProperty("reason").GetString()
        );
        Assert.Equal(
            told.Select(happened => happened.Id),
            toldLate.Select(happened => happened.Id)
        );
        Assert.Equal("escalated", Text(reply, "status"));
        Assert.Equal(HttpStatusCode.NoContent, silent.Status);
        var conversation = long.Parse(
            Text(escalated, "intercom_conversation_id")!,
            CultureInfo.InvariantCulture
        );
        var note = Assert.Single(await MessagesAsync(conversation, MessageAuthor.Teammate));
        Assert.Equal(
            (true, "Wants a refund.", host.Admin.TeammateId),
            (note.IsNote, note.Text, note.TeammateId)
        );
        Assert.Single(await MessagesAsync(conversation, MessageAuthor.Fin));
        await using var context = await host.ContextAsync();
        Assert.Single(
            await context
                .Set<ConversationEvent>()
                .Where(happened => happened.ConversationId == conversation)
                .ToListAsync(),
            happened => happened.Kind == ConversationEventKind.Escalated
        );
    }

    [Fact]
    public async Task A_user_without_a_conversation_is_handed_to_the_team()
    {
        var escalated = await PostAsync(
            "/fin/escalate",
            """{"user":{"id":"u-6","name":"Rita"},"message":"I want a person."}"""
        );

        Assert.Equal(HttpStatusCode.OK, escalated.Status);
        var conversation = long.Parse(
            Text(escalated, "intercom_conversation_id")!,
            CultureInfo.InvariantCulture
        );
        Assert.Empty(await MessagesAsync(conversation, MessageAuthor.Fin));
        Assert.Equal(
            "I want a person.",
            Assert.Single(await MessagesAsync(conversation, MessageAuthor.Person)).Text
        );
    }

    [Fact]
    public async Task What_Fin_can_do_is_told_by_audience_and_nothing_more()
    {
        var user = await PostAsync("/fin/capabilities", """{"user":{"id":"u-7"}}""");
        var visitor = await PostAsync("/fin/capabilities", "{}");

        Assert.Equal(["Cancel membership", "Get order status", "Read invoices"], NamesOf(user));
        Assert.Equal(["Get order status"], NamesOf(visitor));
        Assert.Equal(
            ["reply", "ask", "escalate"],
            visitor
                .Json.GetProperty("capabilities")
                .EnumerateArray()
                .Select(each => each.GetProperty("type").GetString()!)
                .Where(type => type != "data_connector")
        );
        Assert.DoesNotContain("s3cret", user.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Api.BaseUrl, user.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task History_and_attributes_stand_before_the_first_answer_and_what_is_not_defined_is_told()
    {
        await using (var context = await host.ContextAsync())
        {
            context.AddRange(
                new AttributeDefinition
                {
                    Id = 8_001,
                    Owner = AttributeOwner.Person,
                    Name = "plan",
                },
                new AttributeDefinition
                {
                    Id = 8_002,
                    Owner = AttributeOwner.Conversation,
                    Name = "priority",
                    Type = AttributeType.Number,
                }
            );
            await context.SaveChangesAsync();
        }

        var id = NewId();
        var start = await PostAsync(
            "/fin/start",
            $$$"""
            {
              "conversation_id": "{{{id}}}",
              "message": {"author": "user", "body": "Hello", "timestamp": "2026-01-24T10:01:20.000Z"},
              "user": {"id": "u-8", "email": "u8@example.com", "attributes": {"plan": "Pro", "shoe": 43}},
              "conversation_metadata": {
                "history": [
                  {"author": "user", "body": "I need help", "timestamp": "2026-01-24T10:00:01Z"},
                  {"author": "agent", "body": "What with?"}
                ],
                "attributes": {"priority": "high"}
              }
            }
            """
        );

        Assert.Equal(
            """{"user":{"attributes":{"shoe":"User attribute 'shoe' does not exist"}},"conversation":{"attributes":{"priority":"Attribute 'priority' takes a whole number, and the value is text that is no whole number"}}}""",
            start.Json.GetProperty("errors").GetRawText()
        );
        await using var behind = await host.ContextAsync();
        var person = await behind.Set<Person>().SingleAsync(each => each.ExternalId == "u-8");
        Assert.Equal("""{"plan":"Pro"}""", person.AttributesJson);
        var conversation = await behind
            .Set<Conversation>()
            .SingleAsync(each => each.ExternalId == id);
        var messages = await behind
            .Set<ConversationMessage>()
            .Where(message => message.ConversationId == conversation.Id)
            .OrderBy(message => message.Id)
            .Take(3)
            .ToListAsync();
        Assert.Equal(
            ["I need help", "What with?", "Hello"],
            messages.Select(message => message.Text)
        );
        Assert.Equal(
            new DateTimeOffset(2026, 1, 24, 10, 0, 1, TimeSpan.Zero),
            messages[0].CreatedAt
        );
        Assert.False(messages[0].IsVerified);
    }

    [Theory]
    [InlineData(
        "/fin/start",
        """{"message":{"author":"user","body":"x"}}""",
        "parameter_not_found",
        "conversation_id is required",
        null
    )]
    [InlineData(
        "/fin/start",
        """{"conversation_id":"x"}""",
        "parameter_not_found",
        "message is required",
        null
    )]
    [InlineData(
        "/fin/start",
        """{"conversation_id":"x","message":{"author":"fin","body":"x"}}""",
        "parameter_invalid",
        "Fin answers messages of the author \"user\".",
        "message.author"
    )]
    [InlineData(
        "/fin/start",
        """{"conversation_id":"x","message":{"author":"user","body":" "}}""",
        "parameter_invalid",
        "message.body has 1 to 4000 characters.",
        "message.body"
    )]
    [InlineData(
        "/fin/start",
        """{"conversation_id":"x","message":{"author":"user","body":"x","timestamp":"now"}}""",
        "parameter_invalid",
        "message.timestamp must be ISO 8601, such as 2026-01-24T10:01:20.000Z.",
        "message.timestamp"
    )]
    [InlineData(
        "/fin/start",
        """{"conversation_id":"x","message":{"author":"user","body":"x"},"user":{"id":"u","email":"nobody"}}""",
        "parameter_invalid",
        "This is no email address. Write it like ada@example.com.",
        "user.email"
    )]
    [InlineData(
        "/fin/start",
        """{"conversation_id":"x","message":{"author":"user","body":"x"},"usr":{}}""",
        "parameter_invalid",
        "There is no usr. Did you mean user?",
        "usr"
    )]
    [InlineData(
        "/fin/ask",
        """{"question":"x","message":{"author":"user","body":"x"}}""",
        "parameter_invalid",
        "Send the question or the message, not both.",
        "question"
    )]
    [InlineData("/fin/ask", "{}", "parameter_not_found", "question is required", null)]
    [InlineData(
        "/fin/escalate",
        "{}",
        "parameter_invalid",
        "Either conversation_id or user must be provided",
        "conversation_id"
    )]
    [InlineData(
        "/fin/capabilities",
        """{"user":{"id":" "}}""",
        "parameter_invalid",
        "user.id is not empty; leave it out for a visitor.",
        "user.id"
    )]
    public async Task What_cannot_be_read_is_named(
        string path,
        string body,
        string code,
        string message,
        string? field
    ) =>
        (await PostAsync(path, body)).AssertError(
            HttpStatusCode.UnprocessableEntity,
            code,
            message,
            field
        );

    [Theory]
    [InlineData(
        "/fin/reply",
        """{"conversation_id":"nowhere","message":{"author":"user","body":"x"}}"""
    )]
    [InlineData("/fin/escalate", """{"conversation_id":"nowhere"}""")]
    public async Task A_conversation_that_there_is_not_is_not_found(string path, string body) =>
        (await PostAsync(path, body)).AssertError(
            HttpStatusCode.NotFound,
            "not_found",
            "Conversation not found"
        );

    [Fact]
    public async Task Nobody_writes_in_the_conversation_of_another_user()
    {
        var id = NewId();
        await PostAsync("/fin/start", Start(id, "Hello", "u-9"));

        (await PostAsync("/fin/reply", Start(id, "Hello", "u-10"))).AssertError(
            HttpStatusCode.UnprocessableEntity,
            "parameter_invalid",
            "This conversation is one of another user.",
            "user.id"
        );
    }

    [Fact]
    public async Task Reading_and_writing_need_their_scopes()
    {
        var reader = await host.TokenAsync(ApiScopes.ReadConversations);
        var other = await host.TokenAsync(ApiScopes.ReadWriteConnectors);

        var missing = await host.GetAsync("/fin/conversations/nowhere/trace", reader);
        var refused = await host.GetAsync("/fin/conversations/nowhere/trace", other);

        missing.AssertError(HttpStatusCode.NotFound, "not_found", "Conversation not found");
        refused.AssertError(
            HttpStatusCode.Forbidden,
            "forbidden",
            "This access token needs the scope read_conversations or write_conversations. Ask for it, or use another token."
        );
        foreach (var path in new[] { "start", "reply", "ask", "escalate", "capabilities" })
        {
            (await host.PostAsync($"/fin/{path}", "{}", reader)).AssertError(
                HttpStatusCode.Forbidden,
                "forbidden",
                "This access token needs the scope write_conversations. Ask for it, or use another token."
            );
        }
    }

    private static string NewId() => $"ticket-{Interlocked.Increment(ref started)}";

    private static string Start(string conversationId, string body, string userId) =>
        $$$"""{"conversation_id":"{{{conversationId}}}","message":{"author":"user","body":"{{{body}}}"},"user":{"id":"{{{userId}}}"}}""";

    private static string? Text(ApiAnswer answer, string member) =>
        answer.Json.GetProperty(member).GetString();

    private static string UrlOf(ApiAnswer answer) => Text(answer, "sse_subscription_url")!;

    private static IEnumerable<string> NamesOf(ApiAnswer answer) =>
        answer
            .Json.GetProperty("capabilities")
            .EnumerateArray()
            .Where(each => each.GetProperty("type").GetString() == "data_connector")
            .Select(each => each.GetProperty("name").GetString()!)
            .Order(StringComparer.Ordinal);

    private async Task<List<ConversationMessage>> MessagesAsync(
        long conversationId,
        MessageAuthor author
    )
    {
        await using var context = await host.ContextAsync();
        return await context
            .Set<ConversationMessage>()
            .Where(message => message.ConversationId == conversationId && message.Author == author)
            .ToListAsync();
    }

    private Task<ApiAnswer> PostAsync(string path, string body) => host.PostAsync(path, body);
}
