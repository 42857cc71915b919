using DataConnectors.Core.Connectors;
using DataConnectors.Core.Events;
using DataConnectors.Core.Logs;
using DataConnectors.Core.People;
using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Core.Inbox;

/// <summary>Registers conversations.</summary>
public static class InboxRegistration
{
    /// <summary>Adds the commands and queries of conversations.</summary>
    public static IServiceCollection AddInbox(this IServiceCollection services) =>
        services
            .AddEvents()
            .AddSingleton<ConversationChanges>()
            .AddSingleton<StartConversation>()
            .AddSingleton<ReceiveMessage>()
            .AddSingleton<SaveTurn>()
            .AddSingleton<FinEvents>()
            .AddSingleton<FinEventQueries>()
            .AddSingleton<IAgedRows, AgedFinEvents>()
            .AddSingleton<EscalateConversation>()
            .AddSingleton<AddHistory>()
            .AddSingleton<AnswerAsTeammate>()
            .AddSingleton<IObjectStore>(
                new AttributeStore<Conversation>(
                    ObjectMapping.Conversation,
                    result => result.ConversationId
                )
            )
            .AddSingleton<IAttributeEraser>(
                new AttributeEraser<Conversation>(AttributeOwner.Conversation)
            )
            .AddSingleton<ConversationQueries>();
}
