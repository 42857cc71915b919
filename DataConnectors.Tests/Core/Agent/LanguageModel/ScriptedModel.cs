using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using DataConnectors.Tests.Support;

namespace DataConnectors.Tests.Core.Agent.LanguageModel;

/// <summary>A server that speaks the protocol of OpenAI-compatible chat completions, streamed, and says what a test tells it to.</summary>
internal sealed class ScriptedModel : IAsyncDisposable
{
    private readonly ConcurrentQueue<Func<JsonNode, LoopbackAnswer>> answers = new();

    public ScriptedModel() =>
        Api.Answer(
            "/v1/chat/completions",
            request =>
                answers.TryDequeue(out var next)
                    ? next(JsonNode.Parse(request.Body)!)
                    : LoopbackAnswer.Text("nothing scripted", 500)
        );

    public LoopbackApi Api { get; } = LoopbackApi.Start();

    public string Endpoint => Api.BaseUrl + "/v1";

    /// <summary>What was asked, in order.</summary>
    public IReadOnlyList<JsonNode> Requests =>
        [.. Api.Requests.Select(request => JsonNode.Parse(request.Body)!)];

    public ScriptedModel Then(LoopbackAnswer answer) => Then(_ => answer);

    public ScriptedModel Then(Func<JsonNode, LoopbackAnswer> answer)
    {
        answers.Enqueue(answer);
        return this;
    }

    /// <summary>Says a text, word by word.</summary>
    public ScriptedModel ThenSays(string text) =>
        Then(
            Stream([
                .. Words(text)
                    .Select(word =>
                        Chunk(new JsonObject { ["role"] = "assistant", ["content"] = word })
                    ),
                Chunk([], "stop"),
            ])
        );

    /// <summary>Calls the tool whose name begins so, or exactly this name where none does.</summary>
    public ScriptedModel ThenCalls(string tool, string arguments) =>
        Then(request =>
            Stream([
                Chunk(
                    new JsonObject
                    {
                        ["role"] = "assistant",
                        ["tool_calls"] = new JsonArray(
                            new JsonObject
                            {
                                ["index"] = 0,
                                ["id"] = $"call_{answers.Count}",
                                ["type"] = "function",
                                ["function"] = new JsonObject
                                {
                                    ["name"] =
                                        ToolNames(request)
                                            .FirstOrDefault(name =>
                                                name.StartsWith(tool, StringComparison.Ordinal)
                                            )
                                        ?? tool,
                                    ["arguments"] = arguments,
                                },
                            }
                        ),
                    }
                ),
                Chunk([], "tool_calls"),
            ])
        );

    public static IReadOnlyList<string> ToolNames(JsonNode request) =>
        [
            .. (request["tools"]?.AsArray() ?? []).Select(tool =>
                tool!["function"]!["name"]!.GetValue<string>()
            ),
        ];

    /// <summary>The latest message of a role, as text.</summary>
    public static string Last(JsonNode request, string role) =>
        request["messages"]!
            .AsArray()
            .Last(message => message!["role"]!.GetValue<string>() == role)!
            .ToJsonString(
                new()
                {
                    Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                }
            );

    public ValueTask DisposeAsync() => Api.DisposeAsync();

    private static IEnumerable<string> Words(string text)
    {
        for (var start = 0; start < text.Length; )
        {
            var space = text.IndexOf(' ', start);
            var end = space < 0 ? text.Length : space + 1;
            yield return text[start..end];
            start = end;
        }
    }

    private static JsonObject Chunk(JsonObject delta, string? finish = null) =>
        new()
        {
            ["id"] = "chatcmpl-1",
            ["object"] = "chat.completion.chunk",
            ["created"] = 1,
            ["model"] = "small-model",
            ["choices"] = new JsonArray(
                new JsonObject
                {
                    ["index"] = 0,
                    ["delta"] = delta,
                    ["finish_reason"] = finish,
                }
            ),
        };

    private static LoopbackAnswer Stream(IEnumerable<JsonObject> chunks) =>
        LoopbackAnswer.Bytes(
            Encoding.UTF8.GetBytes(
                string.Concat(chunks.Select(chunk => $"data: {chunk.ToJsonString()}\n\n"))
                    + "data: [DONE]\n\n"
            ),
            200,
            ("Content-Type", "text/event-stream")
        );
}
