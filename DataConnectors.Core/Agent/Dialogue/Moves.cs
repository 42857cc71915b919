using DataConnectors.Core.Agent.Extracting;
using DataConnectors.Core.Inbox;

namespace DataConnectors.Core.Agent.Dialogue;

/// <summary>What a person may say about the conversation itself, whoever answers the rest: a human wanted, it helped, it did not.</summary>
internal static class Moves
{
    /// <summary>The turn that ends it; null when the message is about something else.</summary>
    public static AgentTurn? Answer(TurnInProgress turn)
    {
        var state = turn.Request.State;
        if (turn.Message.Length == 0)
        {
            return turn.Say(Replies.Empty, state);
        }

        if (HumanRequest.Is(turn.Message) && !IsMatterOfConnector(turn))
        {
            turn.Note("The person asked for a human.");
            return HandOver(turn);
        }

        if (state?.Stage == AgentStage.OfferedTeam && AnswerOffer(turn) is { } answered)
        {
            return answered;
        }

        if (state is not { Stage: AgentStage.Collecting })
        {
            if (
                Feedback.IsConfirmation(turn.Message, state?.Stage == AgentStage.Answered)
                && (state is not null || turn.Request.History.Count > 0)
            )
            {
                turn.Note("The person said that it helped.");
                return turn.Say(Replies.Resolved, state: null, status: FinStatus.Resolved);
            }

            if (
                Feedback.IsComplaint(turn.Message)
                && (state is not null || turn.Request.History.Count > 0)
            )
            {
                return Offer(turn, Replies.OfferTeam);
            }
        }

        return null;
    }

    /// <summary>Says a sentence that ends in the offer to ask the team.</summary>
    public static AgentTurn Offer(
        TurnInProgress turn,
        string answer,
        long? chosen = null,
        IReadOnlyDictionary<string, string>? inputs = null
    ) =>
        turn.Say(
            answer,
            new AgentState(
                chosen ?? 0,
                new Dictionary<string, string>(StringComparer.Ordinal),
                AskedInput: null,
                Attempts: 1
            )
            {
                Stage = AgentStage.OfferedTeam,
            },
            chosen,
            inputs
        );

    /// <summary>Hands the conversation to the team: Fin keeps silent from then on.</summary>
    public static AgentTurn HandOver(TurnInProgress turn) =>
        turn.Say(Replies.HandedOver, state: null, status: FinStatus.Escalated);

    // "Let me talk to an agent" may be what a connector is there for, such as one that books a call back.
    private static bool IsMatterOfConnector(TurnInProgress turn) =>
        turn.Ranking.Best is { Definition: var definition }
        && HumanRequest.IsSubjectOf($"{definition.Name} {definition.Description}");

    private static AgentTurn? AnswerOffer(TurnInProgress turn)
    {
        // "No, where is order 1042?" is a question, and "yes, but …" too.
        if (NewRequest.IsClear(turn.Message) && turn.Ranking.Best is not null)
        {
            return null;
        }

        if (TypedText.YesOrNo(turn.Message) is true)
        {
            turn.Note("The person accepted the offer to ask the team.");
            return HandOver(turn);
        }

        return TypedText.YesOrNo(turn.Message) is false || Withdrawal.Is(turn.Message)
            ? turn.Say(Replies.NoTeam, state: null)
            : null;
    }
}
