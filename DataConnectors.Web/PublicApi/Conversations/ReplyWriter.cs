using DataConnectors.Core.Agent;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;

namespace DataConnectors.Web.PublicApi.Conversations;

/// <summary>Writes a message by the command that its author and its time ask for.</summary>
internal sealed class ReplyWriter(
    FinConversations fin,
    AnswerInBackground answers,
    AddHistory addHistory,
    AnswerAsTeammate answerAsTeammate
)
{
    /// <summary>A message of the person, which Fin answers unless it is history.</summary>
    public async Task<Outcome<Done, Fault>> WriteAsPersonAsync(
        long conversationId,
        PersonSnapshot person,
        string text,
        DateTimeOffset? heldAt
    )
    {
        if (heldAt is { } at)
        {
            return OutcomeOf(
                await addHistory.RunAsync(
                    new HeldMessage(conversationId, MessageAuthor.Person, text, at),
                    CancellationToken.None
                )
            );
        }

        var outcome = await fin.ReceiveAsync(
            new IncomingMessage(
                conversationId,
                person.Id,
                text,
                IsVerified: person.ExternalId is not null
            ),
            CancellationToken.None
        );
        if (!outcome.TryGet(out var received, out var fault))
        {
            return fault;
        }

        answers.Begin(received);
        return Done.Instance;
    }

    /// <summary>A message of a teammate.</summary>
    public async Task<Outcome<Done, Fault>> WriteAsTeammateAsync(
        long conversationId,
        long teammateId,
        string text,
        bool isNote,
        DateTimeOffset? heldAt
    ) =>
        OutcomeOf(
            heldAt is { } at
                ? await addHistory.RunAsync(
                    new HeldMessage(conversationId, MessageAuthor.Teammate, text, at)
                    {
                        TeammateId = teammateId,
                        IsNote = isNote,
                    },
                    CancellationToken.None
                )
                : await answerAsTeammate.RunAsync(
                    conversationId,
                    teammateId,
                    text,
                    isNote,
                    CancellationToken.None
                )
        );

    private static Outcome<Done, Fault> OutcomeOf(Outcome<ConversationMessage, Fault> outcome) =>
        outcome.TryGet(out _, out var fault) ? Done.Instance : fault;
}
