using DataConnectors.Core.Connectors;
using DataConnectors.Core.Events;
using DataConnectors.Core.Inbox.Teamwork;
using DataConnectors.Core.Inbox.Views;
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
            .AddSingleton<PendingMessages>()
            .AddSingleton<EditConversation>()
            .AddSingleton<ReplyAsTeammate>()
            .AddSingleton<AddNote>()
            .AddSingleton<AssignConversation>()
            .AddSingleton<CloseConversation>()
            .AddSingleton<ReopenConversation>()
            .AddSingleton<ListConversations>()
            .AddSingleton<InboxViewQueries>()
            .AddSingleton<CreateInboxView>()
            .AddSingleton<ChangeInboxView>()
            .AddSingleton<DeleteInboxView>()
            .AddSingleton<FinEvents>()
            .AddSingleton<FinEventQueries>()
            .AddSingleton<IAgedRows>(new AgedRows<FinEvent>("events of Fin"))
            .AddSingleton<EscalateConversation>()
            .AddSingleton<AddHistory>()
            .AddSingleton<IObjectStore>(
                new AttributeStore<Conversation>(
                    ObjectMapping.Conversation,
                    result => result.ConversationId
                )
            )
            .AddSingleton<IAttributeEraser>(
                new AttributeEraser<Conversation>(AttributeOwner.Conversation)
            )
            .AddSingleton<IPersonHistory, ConversationHistory>()
            .AddSingleton<ConversationQueries>();
}
