using System.Net;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.Messaging;

namespace DataConnectors.Tests.Web.Messenger;

/// <summary>Streams of events over real sockets.</summary>
public sealed class MessengerEventsTests
{
    [Fact]
    public async Task An_answer_is_announced_told_in_pieces_and_then_whole()
    {
        await using var host = await MessengerHost.StartAsync();
        var token = await host.OpenAsync();
        await using var listener = await host.ListenAsync(token, "0");
        Assert.Equal(HttpStatusCode.OK, listener.Status);
        Assert.Equal("text/event-stream", listener.ContentType);

        await host.SayAsync(token, "Hello");
        await listener.UntilAsync(each =>
            each.Events.Any(last =>
                last.Name == "typing" && !last.Data.GetProperty("is_typing").GetBoolean()
            )
        );

        Assert.Equal(
            ["message", "typing", "answer_part", "answer_part", "message", "typing"],
            listener.Events.Select(each => each.Name)
        );
        var messages = listener.Events.Where(each => each.Name == "message").ToList();
        Assert.All(
            messages,
            message => Assert.Equal(message.Id, message.Data.GetProperty("id").GetString())
        );
        Assert.Equal(
            messages[1].Text,
            string.Concat(
                listener.Events.Where(each => each.Name == "answer_part").Select(part => part.Text)
            )
        );
    }

    [Fact]
    public async Task After_a_cut_everything_that_was_stored_meanwhile_comes_and_then_what_follows()
    {
        await using var host = await MessengerHost.StartAsync();
        var token = await host.OpenAsync();
        var listener = await host.ListenAsync(token, "0");
        var conversation = (await host.SayAsync(token, "one")).ConversationId;
        await listener.UntilAsync(each => each.Messages.Count == 2);
        var lastSeen = listener.Events.Last(each => each.Name == "message").Id!;
        var seen = listener.Events.Where(each => each.Name == "message").ToList();
        host.Agent.Hold();
        await host.SayAsync(token, "two", conversation);

        // Cut in the middle of the answer.
        await listener.UntilAsync(each =>
            each.Events.Count(part => part.Name == "answer_part") == 4
        );
        await listener.DisposeAsync();
        host.Agent.Release();
        await UntilAnsweredAsync(host, token, conversation, 4);

        await using var again = await host.ListenAsync(token, lastSeen);
        await again.UntilAsync(each => each.Messages.Contains("Answer to: two"));
        await host.SayAsync(token, "three", conversation);
        await again.UntilAsync(each => each.Messages.Contains("Answer to: three"));

        var ids = again.Events.Where(each => each.Name == "message").Select(each => each.Id!);
        Assert.Equal(ids.Distinct(), ids);
        Assert.Equal(
            ["one", "Answer to: one", "two", "Answer to: two", "three", "Answer to: three"],
            seen.Concat(again.Events.Where(each => each.Name == "message"))
                .DistinctBy(each => each.Id)
                .Select(each => each.Text)
        );
    }

    [Fact]
    public async Task A_message_that_was_committed_after_a_later_one_is_not_left_out()
    {
        await using var host = await MessengerHost.StartAsync();
        var token = await host.OpenAsync();
        var conversation = (await host.SayAsync(token, "one")).ConversationId;
        await UntilAnsweredAsync(host, token, conversation, 2);

        // Its id is made first, and its commit comes last.
        var slow = host.Get<DataConnectors.Core.Kernel.IdGenerator>().Next();
        var seen = await host.ReplyAsTeammateAsync(conversation, "quick");
        await using (var context = await host.ContextAsync())
        {
            context.Add(
                new ConversationMessage
                {
                    Id = slow,
                    ConversationId = seen.ConversationId,
                    Author = MessageAuthor.Teammate,
                    Text = "slow",
                    CreatedAt = seen.CreatedAt,
                }
            );
            await context.SaveChangesAsync();
        }

        await using var again = await host.ListenAsync(token, $"{seen.Id}");
        await again.UntilAsync(each => each.Messages.Contains("slow"));
    }

    [Fact]
    public async Task Every_tab_hears_everything_once_and_nobody_elses()
    {
        await using var host = await MessengerHost.StartAsync();
        var jwt = await host.JwtAsync("u-1");
        var (one, other) = (await host.OpenAsync(jwt), await host.OpenAsync(jwt));
        var eve = await host.OpenAsync();
        await using var first = await host.ListenAsync(one, "0");
        await using var second = await host.ListenAsync(other, "0");
        await using var third = await host.ListenAsync(other, "0");
        await using var stranger = await host.ListenAsync(eve, "0");

        await host.SayAsync(one, "Hello");
        await host.SayAsync(eve, "Boo");
        foreach (var tab in new[] { first, second, third })
        {
            await tab.UntilAsync(each => each.Messages.Count == 2);
            Assert.Equal(["Hello", "Answer to: Hello (signed in)"], tab.Messages);
        }

        await stranger.UntilAsync(each => each.Messages.Count == 2);
        Assert.Equal(["Boo", "Answer to: Boo"], stranger.Messages);
    }

    [Fact]
    public async Task A_merged_visitors_conversation_is_heard_by_the_user()
    {
        await using var host = await MessengerHost.StartAsync();
        var user = await host.OpenAsync(await host.JwtAsync("u-1"));
        await using var listener = await host.ListenAsync(user, "0");
        var visitor = await host.OpenAsync();
        await using var before = await host.ListenAsync(visitor, "0");
        var conversation = (await host.SayAsync(visitor, "Hello")).ConversationId;
        await before.UntilAsync(each => each.Messages.Count == 2);

        await host.OpenAsync(await host.JwtAsync("u-1"), visitor);
        await before.Ended;
        await host.ReplyAsTeammateAsync(conversation, "Welcome");

        await listener.UntilAsync(each => each.Messages.Contains("Welcome"));
    }

    [Fact]
    public async Task A_session_has_a_few_streams_and_no_more()
    {
        await using var host = await MessengerHost.StartAsync();
        var token = await host.OpenAsync();
        var listeners = new List<MessengerListener>();
        for (var tab = 0; tab < PersonStreams.MaxPerSession; tab++)
        {
            listeners.Add(await host.ListenAsync(token, "0"));
        }

        await using var last = await host.ListenAsync(token, "0");
        Assert.Equal(HttpStatusCode.TooManyRequests, last.Status);
        foreach (var listener in listeners)
        {
            await listener.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_reader_that_does_not_read_is_cut_and_misses_nothing_afterwards()
    {
        await using var host = await MessengerHost.StartAsync();
        var token = await host.OpenAsync();
        var conversation = (await host.SayAsync(token, "Hello")).ConversationId;
        await UntilAnsweredAsync(host, token, conversation, 2);
        var session = await host.Get<SessionQueries>().FindAsync(token, CancellationToken.None);
        using var stream = host.Get<PersonStreams>().Open(session!.PersonId, session.Id)!;
        var id = long.Parse(conversation, System.Globalization.CultureInfo.InvariantCulture);

        for (var part = 0; part < 2_000; part++)
        {
            host.Get<ConversationChanges>()
                .Publish(new ConversationChange.AnswerPart(id, QuestionId: 1, "piece"));
        }

        await foreach (var _ in stream.Changes.ReadAllAsync())
        {
            // To its end: it was cut.
        }

        await using var again = await host.ListenAsync(token, "0");
        await again.UntilAsync(each => each.Messages.Count == 2);
    }

    private static async Task UntilAnsweredAsync(
        MessengerHost host,
        string token,
        string conversation,
        int messages
    )
    {
        await using var listener = await host.ListenAsync(token, "0");
        await listener.UntilAsync(each =>
            each.Events.Count(message =>
                message.Name == "message"
                && message.Data.GetProperty("conversation_id").GetString() == conversation
            ) >= messages
        );
    }
}
