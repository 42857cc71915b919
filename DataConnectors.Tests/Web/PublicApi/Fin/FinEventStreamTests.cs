using System.Net;
using DataConnectors.Core.Agent;
using DataConnectors.Core.Inbox;
using DataConnectors.Tests.Contract.PublicApi;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Tests.Web.PublicApi.Fin;

/// <summary>Server-Sent Events over real sockets, with a Fin that says what the test wants, when it wants.</summary>
public sealed class FinEventStreamTests : IAsyncLifetime
{
    private readonly ScriptedAgent agent = new();
    private ApiHost host = null!;

    public async ValueTask InitializeAsync() =>
        host = await ApiHost.StartAsync(services: services =>
        {
            services.AddSingleton<IAgent>(agent);
        });

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        agent.Dispose();
    }

    [Fact]
    public async Task What_was_missed_comes_once_and_in_order_from_the_last_event_that_was_read()
    {
        agent.Say("First answer", FinStatus.AwaitingUserReply);
        agent.Say("Second answer", FinStatus.AwaitingUserReply);
        agent.Say("Third answer", FinStatus.Resolved);
        var url = await SendAsync("start", "one");
        using var first = await FinStream.OpenAsync(url);
        var seen = await first.ReadUntilAsync("fin_status_updated awaiting_user_reply");
        first.Dispose();

        // While nobody listens, two more turns are taken.
        var second = await SendAsync("reply", "two");
        using (var waiting = await FinStream.OpenAsync(second))
        {
            await waiting.ReadUntilAsync("fin_status_updated awaiting_user_reply");
        }

        var third = await SendAsync("reply", "three");
        using (var waiting = await FinStream.OpenAsync(third))
        {
            await waiting.ReadUntilAsync(last: null);
        }

        using var resumed = await FinStream.OpenAsync(url, seen[^1].Id);
        var missed = await resumed.ReadUntilAsync(last: null);
        using var half = await FinStream.OpenAsync(url, missed[0].Id);
        var rest = await half.ReadUntilAsync(last: null);
        using var whole = await FinStream.OpenAsync(url);
        var all = await whole.ReadUntilAsync(last: null);
        using var over = await FinStream.OpenAsync(url, missed[^1].Id);

        Assert.Equal(["Second answer awaiting_user_reply", "Third answer resolved"], Turns(missed));
        Assert.Equal(missed.Skip(1).Select(Id), rest.Select(Id));
        Assert.Equal(
            seen.Where(happened => happened.Id is not null).Concat(missed).Select(Id),
            all.Select(Id)
        );
        Assert.Equal("fin_status_updated complete", all[^1].Short);
        Assert.Equal(HttpStatusCode.NoContent, over.Status);
    }

    [Fact]
    public async Task Parts_of_an_answer_come_as_they_are_written_each_the_whole_so_far()
    {
        agent.Say("It has shipped.", FinStatus.AwaitingUserReply, "It has", " shipped.");
        var url = await SendAsync("start", "Where is it?");
        using var stream = await FinStream.OpenAsync(url);

        agent.Continue();
        var part = (await stream.ReadAsync())!;
        agent.Continue();
        var next = (await stream.ReadAsync())!;

        // Who comes in the middle reads it from the start.
        using var late = await FinStream.OpenAsync(url);
        var lateFirst = (await late.ReadAsync())!;
        agent.Continue();
        var replied = (await stream.ReadUntilAsync("fin_replied replying"))[^1];

        Assert.Equal(("fin_reply_chunk", null), (part.Name, part.Id));
        Assert.Equal("It has", part.Data.GetProperty("chunk_text").GetString());
        Assert.Equal(0, part.Data.GetProperty("chunk_index").GetInt32());
        Assert.Equal("It has shipped.", next.Data.GetProperty("chunk_text").GetString());
        Assert.Equal(1, next.Data.GetProperty("chunk_index").GetInt32());
        Assert.Equal("It has shipped.", lateFirst.Data.GetProperty("chunk_text").GetString());
        Assert.Equal(
            part.Data.GetProperty("stream_id").GetString(),
            replied.Data.GetProperty("stream_id").GetString()
        );
    }

    [Fact]
    public async Task The_right_to_listen_is_for_one_conversation_and_cannot_be_made_up()
    {
        agent.Say("Hi", FinStatus.AwaitingUserReply);
        var url = await SendAsync("start", "Hello");
        var forged = url[..^4] + (url.EndsWith("AAAA", StringComparison.Ordinal) ? "BBBB" : "AAAA");

        using var other = await FinStream.OpenAsync(forged);
        using var none = await FinStream.OpenAsync(
            url[..url.IndexOf('?', StringComparison.Ordinal)]
        );
        using var good = await FinStream.OpenAsync(url);

        Assert.Equal(HttpStatusCode.Unauthorized, other.Status);
        Assert.Equal(HttpStatusCode.Unauthorized, none.Status);
        Assert.Equal(HttpStatusCode.OK, good.Status);
        Assert.Equal("*", Assert.Single(good.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.StartsWith(host.Client.BaseAddress!.ToString(), url, StringComparison.Ordinal);

        // It opens nothing else.
        using var client = host.CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", url.Split('=')[1]);
        var refused = await client.AskAsync("GET", "/conversations/1");
        refused.IsError(HttpStatusCode.Unauthorized, "unauthorized", "Access Token Invalid");
    }

    [Fact]
    public async Task A_silent_stream_shows_signs_of_life_and_ends_when_it_is_idle()
    {
        await using var hasty = await ApiHost.StartAsync(services: services =>
        {
            services.AddSingleton<IAgent>(agent);
            services.Configure<DataConnectors.Web.PublicApi.Fin.FinStreamOptions>(
                new ConfigurationBuilder()
                    .AddInMemoryCollection([new("HeartbeatSeconds", "1"), new("IdleSeconds", "10")])
                    .Build()
            );
        });
        agent.Say("Hi", FinStatus.AwaitingUserReply);
        var url = await SendAsync("start", "Hello", hasty);
        using var stream = await FinStream.OpenAsync(url);

        var events = await stream.ReadUntilAsync(last: null);

        Assert.Equal("fin_status_updated awaiting_user_reply", events[^1].Short);
        Assert.True(stream.Comments > 0);
    }

    private static string? Id(FinStreamEvent happened) => happened.Id;

    private static IEnumerable<string> Turns(IReadOnlyList<FinStreamEvent> events) =>
        events
            .Zip(events.Skip(1))
            .Where(pair => pair.First.Name == "fin_replied")
            .Select(pair =>
                $"{pair.First.Data.GetProperty("message").GetProperty("body").GetString()} {pair.Second.Status}"
            );

    private async Task<string> SendAsync(string verb, string body, ApiHost? to = null)
    {
        var answer = await (to ?? host).Client.AskAsync(
            "POST",
            $"/fin/{verb}",
            $$$"""{"conversation_id":"t-1","message":{"author":"user","body":"{{{body}}}"},"user":{"id":"u-1"}}"""
        );
        Assert.Equal((HttpStatusCode.OK, answer.Text), (answer.Status, answer.Text));
        return answer["sse_subscription_url"]!.GetValue<string>();
    }

    /// <summary>Says what it is told to; waits before each part, and before the end of an answer of parts.</summary>
    private sealed class ScriptedAgent : IAgent, IDisposable
    {
        private readonly Queue<(string Answer, FinStatus Status, string[] Parts)> script = new();
        private readonly SemaphoreSlim gate = new(0);

        public void Say(string answer, FinStatus status, params string[] parts) =>
            script.Enqueue((answer, status, parts));

        public void Continue() => gate.Release();

        public void Dispose() => gate.Dispose();

        public async Task<AgentTurn> ReplyAsync(
            AgentRequest request,
            CancellationToken cancellationToken
        )
        {
            var (answer, status, parts) = script.Dequeue();
            foreach (var part in parts)
            {
                await gate.WaitAsync(cancellationToken);
                request.OnEvent(new AgentEvent.AnswerPart(part));
            }

            if (parts.Length > 0)
            {
                await gate.WaitAsync(cancellationToken);
            }

            var trace = new AgentTrace([], null, new Dictionary<string, string>(), null, answer);
            return new AgentTurn(answer, State: null, trace) { Status = status };
        }
    }
}
