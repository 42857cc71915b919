using DataConnectors.Core.Agent.Dialogue;
using DataConnectors.Core.Content;
using DataConnectors.Core.CustomerAuthentication;
using DataConnectors.Core.Deployment;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;
using Microsoft.Extensions.Logging;

namespace DataConnectors.Core.Agent;

/// <summary>A message from a person.</summary>
/// <param name="ConversationId">The conversation; null starts one.</param>
/// <param name="PersonId">Who writes.</param>
/// <param name="Text">What they wrote.</param>
/// <param name="IsVerified">Whether it is proven that they did, such as by a signed token. Never taken from what a customer could forge.</param>
public sealed record IncomingMessage(
    long? ConversationId,
    long PersonId,
    string Text,
    bool IsVerified
)
{
    /// <summary>Where a new conversation begins.</summary>
    public ConversationChannel Channel { get; init; }

    /// <summary>The id that a program gives a new conversation; null for none.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The id that the sending program made for the message, so that what it sends twice is stored once; null for none.</summary>
    public string? ClientId { get; init; }
}

/// <summary>What came of a message.</summary>
/// <param name="ConversationId">The conversation, new or old.</param>
/// <param name="Message">Fin's message as stored; null when the team is to answer.</param>
/// <param name="ConnectorId">The last connector that ran; null when none did.</param>
public sealed record FinReply(long ConversationId, ConversationMessage? Message, long? ConnectorId);

/// <summary>
/// Lets people talk to Fin with the live connectors, and stores everything said. First a message is stored, then it is answered: a crash
/// between the two leaves <see cref="Conversation.PendingMessageId"/>.
/// </summary>
public sealed class FinConversations
{
    /// <summary>The longest message, in characters.</summary>
    public const int LongestMessage = 4000;

    private const int LongestHistory = 30;

    private readonly IAgent agent;
    private readonly FinCandidates candidates;
    private readonly PeopleQueries people;
    private readonly ConversationQueries conversations;
    private readonly StartConversation startConversation;
    private readonly ReceiveMessage receiveMessage;
    private readonly SaveTurn saveTurn;
    private readonly ConversationChanges changes;
    private readonly ConversationTurns turns;
    private readonly ArticleShelf articles;
    private readonly AiAnswers aiAnswers;
    private readonly ILogger<FinConversations> logger;

    internal FinConversations(
        IAgent agent,
        FinCandidates candidates,
        PeopleQueries people,
        ConversationQueries conversations,
        StartConversation startConversation,
        ReceiveMessage receiveMessage,
        SaveTurn saveTurn,
        ConversationChanges changes,
        ConversationTurns turns,
        ArticleShelf articles,
        AiAnswers aiAnswers,
        ILogger<FinConversations> logger
    )
    {
        this.agent = agent;
        this.candidates = candidates;
        this.people = people;
        this.conversations = conversations;
        this.startConversation = startConversation;
        this.receiveMessage = receiveMessage;
        this.saveTurn = saveTurn;
        this.changes = changes;
        this.turns = turns;
        this.articles = articles;
        this.aiAnswers = aiAnswers;
        this.logger = logger;
    }

    /// <summary>Stores a message, lets Fin answer it, and returns when answer and executions are durable: what a person read is never lost.</summary>
    public async Task<Outcome<FinReply, Fault>> ReplyAsync(
        IncomingMessage message,
        CancellationToken cancellationToken
    ) =>
        (await ReceiveAsync(message, cancellationToken)).TryGet(out var received, out var fault)
            ? await AnswerAsync(received.ConversationId, received.Message.Id, cancellationToken)
            : fault;

    /// <summary>Stores a message. Whoever calls it owes <see cref="AnswerAsync"/>.</summary>
    public async Task<Outcome<ReceivedMessage, Fault>> ReceiveAsync(
        IncomingMessage message,
        CancellationToken cancellationToken
    )
    {
        var text = message.Text.Trim();
        if (text.Length is 0 or > LongestMessage)
        {
            return Fault.Invalid(
                "message",
                $"Write a message of 1 to {LongestMessage} characters."
            );
        }

        if (message.ConversationId is { } id)
        {
            return await receiveMessage.RunAsync(
                id,
                message.PersonId,
                text,
                message.IsVerified,
                message.ClientId,
                cancellationToken
            );
        }

        return await people.FindAsync(message.PersonId, cancellationToken) is null
            ? Fault.NotFound("person")
            : await startConversation.RunAsync(
                new NewConversation(message.PersonId, text)
                {
                    IsVerified = message.IsVerified,
                    Channel = message.Channel,
                    ExternalId = message.ExternalId,
                    ClientId = message.ClientId,
                },
                cancellationToken
            );
    }

    /// <summary>
    /// Lets Fin answer a stored message, unless the team is to or it was answered meanwhile. Turns of one conversation run one after the other.
    /// </summary>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="messageId">The person's message.</param>
    /// <param name="cancellationToken">Gives up the answer; the message stays stored, and pending.</param>
    public async Task<Outcome<FinReply, Fault>> AnswerAsync(
        long conversationId,
        long messageId,
        CancellationToken cancellationToken
    )
    {
        using var stay = await turns.EnterAsync(conversationId, cancellationToken);
        if (await conversations.FindAsync(conversationId, cancellationToken) is not { } thread)
        {
            return Fault.NotFound("conversation");
        }

        if (!thread.Conversation.IsFinInCharge)
        {
            return new FinReply(conversationId, Message: null, ConnectorId: null);
        }

        var at = thread.Messages.ToList().FindIndex(message => message.Id == messageId);
        var person = await people.FindAsync(thread.Conversation.PersonId, cancellationToken);
        if (at < 0 || person is null)
        {
            return Fault.NotFound("message");
        }

        changes.Publish(new ConversationChange.FinIsTyping(conversationId, IsTyping: true));
        try
        {
            return await AnswerAsync(thread, at, person, cancellationToken);
        }
        finally
        {
            changes.Publish(new ConversationChange.FinIsTyping(conversationId, IsTyping: false));
        }
    }

    private async Task<FinReply> AnswerAsync(
        ConversationThread thread,
        int at,
        PersonSnapshot person,
        CancellationToken cancellationToken
    )
    {
        var id = thread.Conversation.Id;
        var question = thread.Messages[at];
        var snapshot = thread.Conversation.ToSnapshot();
        var request = new AgentRequest
        {
            Message = question.Text,
            Candidates = await candidates.ListAsync(person, snapshot, cancellationToken),
            Articles = await articles.ReadAsync(cancellationToken),
            State = AgentJson.DeserializeState(thread.Conversation.AgentStateJson),
            Person = person,
            Conversation = snapshot,
            Session = new CustomerSession(person.Id, question.IsVerified),
            History =
            [
                .. thread
                    .Messages.Take(at)
                    .Where(message => !message.IsNote)
                    .TakeLast(LongestHistory)
                    .Select(message => new SaidBefore(
                        message.Author == MessageAuthor.Person,
                        message.Text
                    )),
            ],
            OnEvent = step =>
            {
                if (step is AgentEvent.AnswerPart part)
                {
                    changes.Publish(new ConversationChange.AnswerPart(id, question.Id, part.Text));
                }
            },
        };
        var turn = await aiAnswers.IsOnAsync(thread.Conversation.Channel, cancellationToken)
            ? await RunAgentAsync(request, cancellationToken)
            : SilentTurn.Of(request);

        // A run that went out is written down even if the person has left meanwhile; and before its answer, which is told of as it is stored.
        await Task.WhenAll(turn.Executions.Select(run => run.Execution.Recording));
        var answer = await saveTurn.RunAsync(
            id,
            new FinTurn(
                question.Id,
                turn.Answer,
                AgentJson.Serialize(turn.Trace),
                AgentJson.Serialize(turn.State)
            )
            {
                Status = turn.Status,
                IsAsking = turn.State is { Stage: AgentStage.Collecting },
                Triggered =
                [
                    .. turn.Executions.Select(run => new TriggeredConnector(
                        run.Execution.Result.ConnectorId,
                        run.ConnectorName,
                        run.Execution.Result.Id,
                        run.Execution.Result.IsSuccess,
                        run.IsUsedInReply
                    )),
                ],
            },
            CancellationToken.None
        );
        return new FinReply(
            id,
            answer,
            turn.Executions is [.., var last] ? last.Execution.Result.ConnectorId : null
        );
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
            return new AgentTurn(Replies.Broken, State: null, trace);
        }
    }
}
