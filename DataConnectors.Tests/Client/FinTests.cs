using DataConnectors.Client.Models;
using DataConnectors.Client.Names;

namespace DataConnectors.Tests.Client;

/// <summary>A program talks to Fin, and brings in what it knows, through the client and the real server.</summary>
[Collection(ApiServer.Name)]
public sealed class FinTests(ApiServer server)
{
    [Fact]
    public async Task A_program_talks_to_Fin()
    {
        using var client = server.Client();
        var user = new FinUser { Id = "client-1", Name = "Clio" };
        var id = $"client-{Guid.NewGuid():N}";

        var can = await client.Fin.ListCapabilitiesAsync(new() { User = user });
        var started = await client.Fin.StartAsync(
            new()
            {
                ConversationId = id,
                Message = "Hello",
                User = user,
            }
        );
        var replied = await client.Fin.ReplyAsync(
            new()
            {
                ConversationId = id,
                Message = "Hello again",
                User = user,
            }
        );
        var answer = await client.Fin.AskAsync(new() { Question = "Hello?", User = user });
        var escalated = await client.Fin.EscalateAsync(new() { ConversationId = id });
        var trace = await client.Fin.GetTraceAsync(answer.ConversationId);

        Assert.Contains(can.Capabilities, capability => capability.Type == "ask");
        Assert.Equal((id, "client-1"), (started.ConversationId, started.UserId));
        Assert.Equal(FinStatus.Thinking, replied.Status);
        Assert.StartsWith(
            server.Console.Address,
            started.SseSubscriptionUrl!.ToString(),
            StringComparison.Ordinal
        );
        Assert.NotNull(answer.Answer);
        Assert.Equal(FinStatus.Escalated, escalated.Status);
        Assert.Equal(answer.Answer, Assert.Single(trace.Turns).Answer);
    }

    [Fact]
    public async Task A_program_brings_in_a_contact_and_what_they_said()
    {
        using var client = server.Client();
        var contact = await client.Contacts.CreateAsync(
            new()
            {
                Role = ContactRole.Lead,
                Name = "Lea",
                SignedUpAt = 1571672154L,
            }
        );
        var changed = await client.Contacts.UpdateAsync(contact.Id, new() { Name = (string?)null });
        var began = await client.Conversations.CreateAsync(
            new()
            {
                From = new(contact.Id),
                Body = "Long ago",
                CreatedAt = 1671028894,
            }
        );
        var conversation = await client.Conversations.ReplyAsync(
            began.ConversationId,
            new()
            {
                Type = "admin",
                Body = "Yes?",
                CreatedAt = 1671028994,
            }
        );

        Assert.Equal("Lea", contact.Name);
        Assert.Null(changed.Name);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1571672154), changed.SignedUpAt);
        Assert.Equal(contact.Id, (await client.Contacts.GetAsync(contact.Id)).Id);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1671028894), conversation.CreatedAt);
        Assert.Equal("Yes?", Assert.Single(conversation.ConversationParts.Parts).Body);
        Assert.Equal(
            conversation.Id,
            (await client.Conversations.GetAsync(began.ConversationId)).Id
        );
    }
}
