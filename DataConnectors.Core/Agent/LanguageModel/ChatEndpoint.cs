using System.ClientModel;
using System.ClientModel.Primitives;
using DataConnectors.Core.Egress;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;

namespace DataConnectors.Core.Agent.LanguageModel;

/// <summary>Opens the chat client of the configured endpoint, over the one way out.</summary>
internal static class ChatEndpoint
{
    // The client will not do without a key; an endpoint that asks for none ignores it.
    private const string NoKey = "none";

    /// <summary>A client that tries once: whoever waits gets the deterministic agent's answer rather than a second try.</summary>
    public static IChatClient Open(LanguageModelOptions options, EndpointClients clients)
    {
        var endpoint = new Uri(options.Endpoint);
        return new ChatClient(
            options.Model,
            new ApiKeyCredential(options.ApiKey?.Open() ?? NoKey),
            new OpenAIClientOptions
            {
                Endpoint = endpoint,
                Transport = new HttpClientPipelineTransport(clients.Create(endpoint)),
                RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
                NetworkTimeout = TimeSpan.FromSeconds(options.TimeoutSeconds),
            }
        ).AsIChatClient();
    }
}
