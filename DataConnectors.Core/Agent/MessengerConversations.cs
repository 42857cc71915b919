using DataConnectors.Core.Agent.Dialogue;
using DataConnectors.Core.CustomerAuthentication;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;
using DataConnectors.Core.Versioning;
using Microsoft.Extensions.Logging;

namespace DataConnectors.Core.Agent;

/// <summary>What Fin answered in a stored conversation.</summary>
/// <param name="ConversationId">The conversation, new or old.</param>
/// <param name="Message">Fin's message as stored.</param>
/// <param name="ConnectorId">The connector that ran; null when none did.</param>
public sealed record MessengerReply(
    long ConversationId,
    ConversationMessage Message,
    long? ConnectorId
);

/// <summary>Lets people talk to Fin with the live connectors, and stores everything said.</summary>
public sealed class MessengerConversations
{
    /// <summary>The longest message, in characters.</summary>
    public const int LongestMessage = 4000;

    private readonly IAgent agent;
    private readonly LiveVersions liveVersions;
    private readonly ExecutionProfiles profiles;
    private readonly PeopleQueries people;
    private readonly ConversationQueries conversations;
    private readonly StartConversation startConversation;
    private readonly ReceiveMessage receiveMessage;
    private readonly SaveTurn saveTurn;
    private readonly ConversationTurns turns;
    private readonly ILogger<MessengerConversations> logger;

    internal MessengerConversations(
        IAgent agent,
        LiveVersions liveVersions,
        ExecutionProfiles profiles,
        PeopleQueries people,
        ConversationQueries conversations,
        StartConversation startConversation,
        ReceiveMessage receiveMessage,
        SaveTurn saveTurn,
        ConversationTurns turns,
        ILogger<MessengerConversations> logger
    )
    {
        this.agent = agent;
        this.liveVersions = liveVersions;
        this.profiles = profiles;
        this.people = people;
        this.conversations = conversations;
        this.startConversation = startConversation;
        this.receiveMessage = receiveMessage;
        this.saveTurn = saveTurn;
        this.turns = turns;
        this.logger = logger;
    }

    /// <summary>
    /// Stores the message, lets Fin answer it, and returns when answer and execution are both durable: what a person read is never
    /// lost. Turns of one conversation run one after the other.
    /// </summary>
    /// <param name="conversationId">The conversation; null starts one.</param>
    /// <param name="personId">Who writes.</param>
    /// <param name="message">What they wrote.</param>
    /// <param name="cancellationToken">Gives up the answer; the message stays stored.</param>
    public async Task<Outcome<MessengerReply, Fault>> ReplyAsync(
        long? conversationId,
        long personId,
        string message,
        CancellationToken cancellationToken
    )
    {
        message = message.Trim();
        if (message.Length is 0 or > LongestMessage)
        {
            return Fault.Invalid(
                "message",
                $"Write a message of 1 to {LongestMessage} characters."
            );
        }

        var person = await people.FindAsync(personId, cancellationToken);
        if (person is null)
        {
            return Fault.NotFound("person");
        }

        var id =
            conversationId
            ?? await startConversation.RunAsync(personId, message, cancellationToken);
        using var stay = await turns.EnterAsync(id, cancellationToken);
        if (conversationId is not null)
        {
            var received = await receiveMessage.RunAsync(id, personId, message, cancellationToken);
            if (received.Failure is { } fault)
            {
                return fault;
            }
        }

        return await AnswerAsync(id, person, message, cancellationToken);
    }

    private async Task<Outcome<MessengerReply, Fault>> AnswerAsync(
        long conversationId,
        PersonSnapshot person,
        string message,
        CancellationToken cancellationToken
    )
    {
        var thread = await conversations.FindAsync(conversationId, cancellationToken);
        if (thread is null)
        {
            return Fault.NotFound("conversation");
        }

        var request = new AgentRequest
        {
            Message = message,
            Candidates = await CandidatesAsync(person, cancellationToken),
            State = AgentJson.DeserializeState(thread.Conversation.AgentStateJson),
            Person = person,
            Conversation = thread.Conversation.ToSnapshot(),
            Session = new CustomerSession(person.Id, person.Role == PersonRole.User),
        };
        var turn = await RunAgentAsync(request, cancellationToken);
        var executionId = turn.Execution?.Result.Id;

        // A run that went out is written down even if the person has left meanwhile.
        var saving = saveTurn.RunAsync(
            conversationId,
            new FinTurn(
                turn.Answer,
                AgentJson.Serialize(turn.Trace),
                executionId,
                AgentJson.Serialize(turn.State)
            ),
            CancellationToken.None
        );
        await Task.WhenAll(saving, turn.Execution?.Recording ?? Task.CompletedTask);
        return new MessengerReply(conversationId, await saving, turn.Execution?.Result.ConnectorId);
    }

    private async Task<AgentTurn> RunAgentAsync(
        AgentRequest request,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await agent.ReplyAsync(request, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // A defect must not leave a person without any answer.
            logger.LogError(
                failure,
                "Fin could not answer in conversation {ConversationId}",
                request.Conversation?.Id
            );
            var trace = new AgentTrace(
                [],
                Chosen: null,
                new Dictionary<string, string>(StringComparer.Ordinal),
                ExecutionId: null,
                Replies.Broken
            );
            return new AgentTurn(Replies.Broken, State: null, trace, Execution: null);
        }
    }

    private async Task<IReadOnlyList<AgentCandidate>> CandidatesAsync(
        PersonSnapshot person,
        CancellationToken cancellationToken
    ) =>
        [
            .. (await liveVersions.ListAsync(cancellationToken)).Select(
                version => new AgentCandidate(
                    version.ConnectorId,
                    version.Number,
                    version.Definition,
                    profiles.Live,
                    SkipReasons.For(version.Definition, person)
                )
            ),
        ];
}
