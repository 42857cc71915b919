using DataConnectors.Core.Agent.Choosing;
using DataConnectors.Core.Agent.LanguageModel;
using DataConnectors.Core.Content;
using DataConnectors.Core.Deployment;
using DataConnectors.Core.Egress;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.People;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DataConnectors.Core.Agent;

/// <summary>Registers Fin.</summary>
public static class AgentRegistration
{
    /// <summary>
    /// Adds the agent and the conversations it answers in. The section <c>Fin:LanguageModel</c>, where there is one, puts a language model in the
    /// agent's place.
    /// </summary>
    public static IServiceCollection AddAgent(
        this IServiceCollection services,
        IConfiguration? configuration = null
    )
    {
        services
            .AddOptions<LanguageModelOptions>()
            .Configure(options =>
            {
                if (configuration is not null)
                {
                    options.Read(configuration);
                }
            })
            .ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<LanguageModelOptions>, LanguageModelOptionsValidator>()
            .AddContent()
            .AddDeployment()
            .AddSingleton<DeterministicAgent>()
            .AddSingleton(Choose)
            .AddSingleton<FinCandidates>()
            .AddHostedService<ReadWordsAtStart>()
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
            .AddSingleton<ResumeAnswers>()
            .AddHostedService(provider => provider.GetRequiredService<AnswerInBackground>());
    }

    private static IAgent Choose(IServiceProvider provider)
    {
        var deterministic = provider.GetRequiredService<DeterministicAgent>();
        var options = provider.GetRequiredService<IOptions<LanguageModelOptions>>().Value;
        return options.IsConfigured
            ? new LanguageModelAgent(
                ChatEndpoint.Open(options, provider.GetRequiredService<EndpointClients>()),
                options,
                deterministic,
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<LanguageModelAgent>>()
            )
            : deterministic;
    }
}
