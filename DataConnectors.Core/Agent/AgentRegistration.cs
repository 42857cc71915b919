using DataConnectors.Core.Content;
using DataConnectors.Core.Deployment;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.People;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DataConnectors.Core.Agent;

/// <summary>Registers Fin.</summary>
public static class AgentRegistration
{
    /// <summary>Adds the agent and the conversations it answers in.</summary>
    public static IServiceCollection AddAgent(this IServiceCollection services) =>
        services
            .AddContent()
            .AddDeployment()
            .AddSingleton<IAgent, DeterministicAgent>()
            .AddSingleton<FinCandidates>()
            .AddSingleton<ConversationTurns>()
            .AddSingleton(provider => new FinConversations(
                provider.GetRequiredService<IAgent>(),
                provider.GetRequiredService<FinCandidates>(),
                provider.GetRequiredService<PeopleQueries>(),
                provider.GetRequiredService<ConversationQueries>(),
                provider.GetRequiredService<StartConversation>(),
                provider.GetRequiredService<ReceiveMessage>(),
                provider.GetRequiredService<SaveTurn>(),
                provider.GetRequiredService<ConversationChanges>(),
                provider.GetRequiredService<ConversationTurns>(),
                provider.GetRequiredService<ArticleShelf>(),
                provider.GetRequiredService<AiAnswers>(),
                provider.GetRequiredService<ILogger<FinConversations>>()
            ))
            .AddSingleton<AnswerInBackground>()
            .AddHostedService(provider => provider.GetRequiredService<AnswerInBackground>());
}
