using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using DataConnectors.Core.Agent;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.Messaging;
using DataConnectors.Core.Persistence;
using DataConnectors.Tests.Support;
using DataConnectors.Tests.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Tests.Web.Messenger;

/// <summary>The whole server behind a real socket, asked as the Messenger's frame asks it, with an agent that says what the test wants.</summary>
internal sealed class MessengerHost : IAsyncDisposable
{
    private static int lastUuid;

    private MessengerHost(ConsoleHost console, HttpClient client, ScriptedAgent agent)
    {
        Console = console;
        Client = client;
        Agent = agent;
    }

    public ConsoleHost Console { get; }

    public HttpClient Client { get; }

    public ScriptedAgent Agent { get; }

    public static async Task<MessengerHost> StartAsync(
        string environment = "Development",
        params (string Key, string Value)[] settings
    )
    {
        var agent = new ScriptedAgent();
        var console = new ConsoleHost(
            environment,
            services => services.AddSingleton<IAgent>(agent),
            settings
        );
        console.UseKestrel(0);
        console.StartServer();
        using var ready = await console.ReadyBrowserAsync();
        return new MessengerHost(
            console,
            new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })
            {
                BaseAddress = ready.BaseAddress,
            },
            agent
        );
    }

    public T Get<T>()
        where T : notnull => Console.Services.GetRequiredService<T>();

    public static string NewUuid() =>
        $"00000000-0000-4000-8000-{Interlocked.Increment(ref lastUuid):x12}";

    /// <summary>The token of a new session; of a visitor without a JWT.</summary>
    public async Task<string> OpenAsync(string? userJwt = null, string? current = null)
    {
        var answer = await PostAsync("/messenger/sessions", new { user_jwt = userJwt }, current);
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        return answer.Json.TryGetProperty("token", out var token) ? token.GetString()! : current!;
    }

    /// <summary>A user token for an hour.</summary>
    public async Task<string> JwtAsync(string userId) =>
        UserJwt.Sign(
            (await Get<IdentitySecrets>().GetOrCreateAsync(CancellationToken.None)).Open(),
            new
            {
                user_id = userId,
                email = $"{userId}@example.com",
                exp = TimeProvider.System.GetUtcNow().AddHours(1).ToUnixTimeSeconds(),
            }
        );

    public Task<MessengerAnswer> SayAsync(
        string token,
        string text,
        string? conversation = null,
        string? clientId = null
    ) =>
        PostAsync(
            "/messenger/messages",
            new
            {
                client_id = clientId ?? NewUuid(),
                conversation_id = conversation,
                text,
            },
            token
        );

    public Task<MessengerAnswer> PostAsync(string path, object body, string? token = null) =>
        SendAsync(
            HttpMethod.Post,
            path,
            token,
            new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json")
        );

    public Task<MessengerAnswer> GetAsync(string path, string? token = null) =>
        SendAsync(HttpMethod.Get, path, token);

    public async Task<MessengerAnswer> SendAsync(
        HttpMethod method,
        string path,
        string? token = null,
        HttpContent? content = null
    )
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Messenger", token);
        }

        using var answer = await Client.SendAsync(request);
        return new MessengerAnswer(answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Listens as the frame does.</summary>
    public Task<MessengerListener> ListenAsync(string token, string? lastEventId = null) =>
        MessengerListener.StartAsync(Client, token, lastEventId);

    /// <summary>Lets a teammate reply, as the inbox does it: stored, then told of.</summary>
    public async Task<ConversationMessage> ReplyAsTeammateAsync(
        string conversation,
        string text,
        bool isNote = false
    )
    {
        var id = long.Parse(conversation, System.Globalization.CultureInfo.InvariantCulture);
        var message = new ConversationMessage
        {
            Id = Get<DataConnectors.Core.Kernel.IdGenerator>().Next(),
            ConversationId = id,
            Author = MessageAuthor.Teammate,
            TeammateId = 7,
            IsNote = isNote,
            Text = text,
            CreatedAt = TimeProvider.System.GetUtcNow(),
        };
        await using var context = await ContextAsync();
        context.Add(message);
        await context.SaveChangesAsync();
        Get<ConversationChanges>().Publish(new ConversationChange.MessageAdded(id, message));
        return message;
    }

    public Task<DataConnectorsDbContext> ContextAsync() =>
        Get<IDbContextFactory<DataConnectorsDbContext>>().CreateDbContextAsync();

    public ValueTask DisposeAsync()
    {
        Client.Dispose();
        return Console.DisposeAsync();
    }
}

/// <summary>What the server answered.</summary>
internal sealed record MessengerAnswer(HttpStatusCode Status, string Text)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Text);

    public string Id => Text_("id");

    public string ConversationId => Text_("conversation_id");

    public void AssertError(HttpStatusCode status, string code)
    {
        Assert.True(status == Status, $"{Status}: {Text}");
        Assert.Equal(code, Json.GetProperty("error").GetProperty("code").GetString());
    }

    private string Text_(string name)
    {
        Assert.True(Status == HttpStatusCode.Created, $"{Status}: {Text}");
        return Json.GetProperty(name).GetString()!;
    }
}

/// <summary>Answers every message with "Answer to: …", in pieces, once it may.</summary>
internal sealed class ScriptedAgent : IAgent
{
    private TaskCompletionSource gate = Opened();

    /// <summary>Lets answers wait from now on.</summary>
    public void Hold() =>
        gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Release() => gate.TrySetResult();

    public async Task<AgentTurn> ReplyAsync(
        AgentRequest request,
        CancellationToken cancellationToken
    )
    {
        var answer =
            $"Answer to: {request.Message}{(request.Session.IsSignedIn ? " (signed in)" : "")}";
        request.OnEvent(new AgentEvent.AnswerPart(answer[..6]));
        request.OnEvent(new AgentEvent.AnswerPart(answer[6..]));
        await gate.Task.WaitAsync(cancellationToken);
        return new AgentTurn(
            answer,
            State: null,
            new AgentTrace([], null, new Dictionary<string, string>(), null, answer)
        );
    }

    private static TaskCompletionSource Opened()
    {
        var open = new TaskCompletionSource();
        open.SetResult();
        return open;
    }
}
