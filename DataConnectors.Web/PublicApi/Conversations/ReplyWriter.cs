using DataConnectors.Core.Agent;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.Inbox.Teamwork;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;

namespace DataConnectors.Web.PublicApi.Conversations;

/// <summary>Writes a message by the command that its author and its time ask for.</summary>
internal sealed class ReplyWriter(
    FinConversations fin,
    AnswerInBackground answers,
    AddHistory addHistory,
    ReplyAsTeammate replyAsTeammate,
    AddNote addNote
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
        Actor teammate,
        string text,
        bool isNote,
        DateTimeOffset? heldAt
    ) =>
        OutcomeOf(
            heldAt is { } at
                ? await addHistory.RunAsync(
                    new HeldMessage(conversationId, MessageAuthor.Teammate, text, at)
                    {
                        TeammateId = teammate.TeammateId,
                        IsNote = isNote,
                    },
                    CancellationToken.None
                )
            : isNote
                ? await addNote.RunAsync(teammate, conversationId, text, CancellationToken.None)
            : await replyAsTeammate.RunAsync(teammate, conversationId, text, CancellationToken.None)
        );

    private static Outcome<Done, Fault> OutcomeOf(Outcome<ConversationMessage, Fault> outcome) =>
        outcome.TryGet(out _, out var fault) ? Done.Instance : fault;
}
