using System.Globalization;
using System.Net;
using DataConnectors.Core.DeveloperApps;
using DataConnectors.Core.Inbox;
using DataConnectors.Tests.Contract.PublicApi;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Tests.Web.PublicApi.Conversations;

/// <summary>Conversations by the API: such as begin now, and history that is brought in.</summary>
public sealed class ConversationTests : IAsyncLifetime
{
    private ApiHost host = null!;
    private string contact = "";

    public async ValueTask InitializeAsync()
    {
        host = await ApiHost.StartAsync();
        var created = await host.Client.AskAsync(
            "POST",
            "/contacts",
            """{"external_id":"u-1","name":"Uma"}"""
        );
        contact = created["id"]!.GetValue<string>();
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task History_stands_with_its_times_and_is_not_answered()
    {
        var began = await CreateAsync(
            """, "body": "It is broken", "created_at": 1671028894, "state": "closed" """
        );
        var id = began["conversation_id"]!.GetValue<string>();
        await ReplyAsync(
            id,
            """{"message_type":"comment","type":"admin","body":"Since when?","created_at":1671028994}"""
        );
        await ReplyAsync(
            id,
            """{"message_type":"note","type":"admin","body":"Known bug","created_at":1671029000}"""
        );
        await ReplyAsync(
            id,
            """{"message_type":"comment","type":"user","body":"Today","created_at":1671029094,"user_id":"u-1"}"""
        );
        var read = await host.Client.AskAsync("GET", $"/conversations/{id}");
        var young = await CreateAsync(""", "body": "Just now", "skip_fin": true """);

        Assert.Equal("user_message", began["type"]!.GetValue<string>());
        Assert.Equal(1671028894, began["created_at"]!.GetValue<long>());
        read.Json.IsJson(
            $$$"""
            {
              "type": "conversation", "id": "{{{id}}}", "external_id": null, "title": "It is broken", "created_at": 1671028894, "updated_at": 1671029094,
              "open": false, "state": "closed", "admin_assignee_id": null,
              "source": {"type": "conversation", "id": "{{{began[
                "id"
            ]}}}", "delivered_as": "customer_initiated", "body": "It is broken",
                "author": {"type": "user", "id": "{{{contact}}}", "name": "Uma"}},
              "contacts": {"type": "contact.list", "contacts": [{"type": "contact", "id": "{{{contact}}}", "external_id": "u-1"}]},
              "custom_attributes": {}, "ai_agent_participated": false, "ai_agent": null,
              "conversation_parts": {"type": "conversation_part.list", "total_count": 3, "conversation_parts": [
                {{{Part(0, "comment", "Since when?", 1671028994, "admin", "900", "Ada Admin")}}},
                {{{Part(1, "note", "Known bug", 1671029000, "admin", "900", "Ada Admin")}}},
                {{{Part(2, "comment", "Today", 1671029094, "user", contact, "Uma")}}}]}
            }
            """
        );

        // The next one is answered: whatever came before would have been, too.
        await AnsweredAsync("Hello");
        await using var context = await host.Contexts.CreateDbContextAsync();
        var held = new[] { id, young["conversation_id"]!.GetValue<string>() }
            .Select(each => long.Parse(each, CultureInfo.InvariantCulture))
            .ToList();
        Assert.Empty(
            await context
                .Set<ConversationMessage>()
                .Where(message =>
                    held.Contains(message.ConversationId) && message.Author == MessageAuthor.Fin
                )
                .ToListAsync()
        );
        Assert.All(
            await context.Set<Conversation>().Where(each => held.Contains(each.Id)).ToListAsync(),
            conversation =>
                Assert.Equal((null, null), (conversation.PendingMessageId, conversation.FinStatus))
        );

        string Part(
            int index,
            string type,
            string body,
            long at,
            string author,
            string authorId,
            string name
        ) =>
            $$$"""{"type":"conversation_part","id":"{{{read["conversation_parts"]!["conversation_parts"]![index]!["id"]}}}","part_type":"{{{type}}}","body":"{{{body}}}","created_at":{{{at}}},"author":{"type":"{{{author}}}","id":"{{{authorId}}}","name":"{{{name}}}"}}""";
    }

    [Fact]
    public async Task What_is_written_now_is_answered_until_an_admin_takes_over()
    {
        var id = await AnsweredAsync("Hello");
        var taken = await ReplyAsync(
            id,
            """{"message_type":"comment","type":"admin","body":"I take this."}"""
        );
        var after = await ReplyAsync(
            id,
            """{"message_type":"comment","type":"user","body":"Thanks"}"""
        );

        Assert.Equal("900", taken["admin_assignee_id"]!.GetValue<string>());
        Assert.True(after["ai_agent_participated"]!.GetValue<bool>());
        await using var context = await host.Contexts.CreateDbContextAsync();
        var conversation = await context
            .Set<Conversation>()
            .SingleAsync(each => each.Id == long.Parse(id, CultureInfo.InvariantCulture));
        Assert.Equal((900, null), (conversation.AssigneeId, conversation.PendingMessageId));
        Assert.Contains(
            await context.Set<ConversationEvent>().ToListAsync(),
            happened =>
                happened.ConversationId == conversation.Id
                && happened.Kind == ConversationEventKind.Assigned
        );
    }

    [Theory]
    [InlineData(
        """{"from":{"type":"user","id":"@"},"body":""}""",
        "parameter_invalid",
        "body has 1 to 4000 characters.",
        "body"
    )]
    [InlineData("""{"body":"x"}""", "parameter_not_found", "from is required", null)]
    [InlineData(
        """{"from":{"type":"user"},"body":"x"}""",
        "parameter_not_found",
        "from.id is required",
        null
    )]
    [InlineData(
        """{"from":{"type":"user","id":"@"},"body":"x","created_at":99999999999}""",
        "parameter_invalid",
        "created_at lies in the future.",
        "created_at"
    )]
    [InlineData(
        """{"from":{"type":"user","id":"@"},"body":"x","state":"closed"}""",
        "parameter_invalid",
        "Only history can be brought in closed.",
        "state"
    )]
    [InlineData(
        """{"from":{"type":"user","id":"@"},"body":"x","subject":"y"}""",
        "parameter_invalid",
        "There is no subject. The API reference lists what can be sent.",
        "subject"
    )]
    public async Task What_no_conversation_can_be_is_refused(
        string json,
        string code,
        string message,
        string? field
    ) =>
        (
            await host.Client.AskAsync(
                "POST",
                "/conversations",
                json.Replace("@", contact, StringComparison.Ordinal)
            )
        ).IsError(HttpStatusCode.UnprocessableEntity, code, message, field);

    [Fact]
    public async Task Who_and_what_is_not_there_is_not_found_and_scopes_are_asked_for()
    {
        var id = (await CreateAsync(""", "body": "x", "skip_fin": true """))[
            "conversation_id"
        ]!.GetValue<string>();
        using var reader = await host.ClientAsync(ApiScopes.ReadConversations);

        (
            await host.Client.AskAsync(
                "POST",
                "/conversations",
                """{"from":{"type":"user","id":"123_doesnt_exist"},"body":"Hello there"}"""
            )
        ).IsError(HttpStatusCode.NotFound, "not_found", "User Not Found");
        (await reader.AskAsync("GET", "/conversations/1")).IsError(
            HttpStatusCode.NotFound,
            "not_found",
            "Conversation not found"
        );
        (
            await host.Client.AskAsync(
                "POST",
                "/conversations/1/reply",
                """{"message_type":"comment","type":"user","body":"x"}"""
            )
        ).IsError(HttpStatusCode.NotFound, "not_found", "Conversation not found");
        (
            await host.Client.AskAsync(
                "POST",
                $"/conversations/{id}/reply",
                """{"message_type":"comment","type":"user","body":"x","user_id":"somebody-else"}"""
            )
        ).IsError(HttpStatusCode.NotFound, "not_found", "User Not Found");
        (
            await host.Client.AskAsync(
                "POST",
                $"/conversations/{id}/reply",
                """{"message_type":"comment","type":"admin","admin_id":"5","body":"x"}"""
            )
        ).IsError(HttpStatusCode.NotFound, "not_found", "Admin Not Found", "admin_id");
        (
            await host.Client.AskAsync(
                "POST",
                $"/conversations/{id}/reply",
                """{"message_type":"note","type":"user","body":"x"}"""
            )
        ).IsError(
            HttpStatusCode.UnprocessableEntity,
            "parameter_invalid",
            "Only an admin writes a note.",
            "message_type"
        );
        (await reader.AskAsync("POST", "/conversations", "{}")).IsError(
            HttpStatusCode.Forbidden,
            "forbidden",
            "This access token needs the scope write_conversations. Ask for it, or use another token."
        );
    }

    private async Task<Answer> CreateAsync(string members)
    {
        var answer = await host.Client.AskAsync(
            "POST",
            "/conversations",
            $$$"""{"from":{"type":"user","id":"{{{contact}}}"}{{{members}}}}"""
        );
        Assert.Equal((HttpStatusCode.OK, answer.Text), (answer.Status, answer.Text));
        return answer;
    }

    private async Task<Answer> ReplyAsync(string id, string json)
    {
        var answer = await host.Client.AskAsync("POST", $"/conversations/{id}/reply", json);
        Assert.Equal((HttpStatusCode.OK, answer.Text), (answer.Status, answer.Text));
        return answer;
    }

    /// <summary>A conversation that begins now, once Fin answered in it.</summary>
    private async Task<string> AnsweredAsync(string body)
    {
        var id = (await CreateAsync($$""", "body": "{{body}}" """))[
            "conversation_id"
        ]!.GetValue<string>();
        for (var tries = 0; tries < 1_200; tries++)
        {
            var read = await host.Client.AskAsync("GET", $"/conversations/{id}");
            if (read["ai_agent_participated"]!.GetValue<bool>())
            {
                return id;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException("Fin did not answer.");
    }
}
