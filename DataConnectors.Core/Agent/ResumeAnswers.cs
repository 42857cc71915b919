using DataConnectors.Core.Inbox;

namespace DataConnectors.Core.Agent;

/// <summary>
/// Sees to the messages that a process which ended left unanswered. They are answered now, but for two kinds, which go to the team: those
/// whose answer comes too late, and those that may have set off a write: whether it went out is not known, and it must not go out twice.
/// </summary>
public sealed class ResumeAnswers(
    PendingMessages pending,
    SaveTurn saveTurn,
    AnswerInBackground answers,
    TimeProvider clock
)
{
    /// <summary>After this time nobody expects an answer of Fin any more: 1 h.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private const string TooLate =
        "Sorry, I could not answer this when you asked. I have passed it on to the team, who will reply here.";

    private const string MayHaveBeenDone =
        "Sorry, I was interrupted here, so I do not know whether this was carried out. Please do not ask for it again: I have passed it on to the team, who will check and reply here.";

    /// <summary>Returns when the answers that are due have begun. Run it before anybody can send anything.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var oldest = clock.GetUtcNow() - LongestWait;
        var due = new List<ReceivedMessage>();
        foreach (var (conversation, message) in await pending.ListAsync(cancellationToken))
        {
            if (MayHaveBegunAWrite(conversation))
            {
                await PassOnAsync(
                    message,
                    MayHaveBeenDone,
                    "The server ended while this answer to a confirmation was under way, so the write may or may not have been sent. It was not sent again.",
                    cancellationToken
                );
            }
            else if (message.CreatedAt < oldest)
            {
                await PassOnAsync(
                    message,
                    TooLate,
                    "The server ended before this was answered, and started again too late for an answer.",
                    cancellationToken
                );
            }
            else
            {
                due.Add(new ReceivedMessage(conversation.Id, message, IsForFin: true));
            }
        }

        answers.Begin(due);
    }

    // A write is sent only on the answer to "Shall I go ahead?".
    private static bool MayHaveBegunAWrite(Conversation conversation) =>
        AgentJson.DeserializeState(conversation.AgentStateJson)
            is { AskedInput: null, Stage: AgentStage.Collecting };

    private Task<ConversationMessage> PassOnAsync(
        ConversationMessage message,
        string text,
        string note,
        CancellationToken cancellationToken
    ) =>
        saveTurn.RunAsync(
            message.ConversationId,
            new FinTurn(
                message.Id,
                text,
                AgentJson.Serialize(
                    new AgentTrace(
                        [],
                        Chosen: null,
                        new Dictionary<string, string>(StringComparer.Ordinal),
                        ExecutionId: null,
                        text
                    )
                    {
                        Notes = [note],
                    }
                ),
                AgentStateJson: null
            )
            {
                Status = FinStatus.Escalated,
            },
            cancellationToken
        );
}
