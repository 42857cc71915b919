using DataConnectors.Core.Agent.Choosing;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.People;
using DataConnectors.Core.Versioning;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DataConnectors.Core.Agent;

/// <summary>Registers Fin.</summary>
public static class AgentRegistration
{
    /// <summary>Adds the agent and the Messenger conversations it answers in.</summary>
    public static IServiceCollection AddAgent(this IServiceCollection services) =>
        services
            .AddSingleton<IAgent, DeterministicAgent>()
            .AddHostedService<ReadWordsAtStart>()
            .AddSingleton<ConversationTurns>()
            .AddSingleton(provider => new MessengerConversations(
                provider.GetRequiredService<IAgent>(),
                provider.GetRequiredService<LiveVersions>(),
                provider.GetRequiredService<ExecutionProfiles>(),
                provider.GetRequiredService<PeopleQueries>(),
                provider.GetRequiredService<ConversationQueries>(),
                provider.GetRequiredService<StartConversation>(),
                provider.GetRequiredService<ReceiveMessage>(),
                provider.GetRequiredService<SaveTurn>(),
                provider.GetRequiredService<ConversationTurns>(),
                provider.GetRequiredService<ILogger<MessengerConversations>>()
            ));
}
