using DataConnectors.Core.Agent.Choosing;
using DataConnectors.Core.Agent.Dialogue;
using DataConnectors.Core.Agent.Language;
using DataConnectors.Core.Execution;

namespace DataConnectors.Core.Agent;

/// <summary>
/// Fin without a language model: chooses by words, collects by formats, answers by rules. Offline, and the same answer to the
/// same question every time.
/// </summary>
internal sealed class DeterministicAgent(ConnectorExecutor executor) : IAgent
{
    private const int LongestMessage = 4000;

    public async Task<AgentTurn> ReplyAsync(
        AgentRequest request,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        var message = PlainText.Clean(request.Message, LongestMessage);
        var ranking = ConnectorChooser.Rank(message, request.Candidates);
        var turn = new TurnInProgress(request, message, ranking, executor);
        return await ReplyAsync(turn, cancellationToken);
    }

    private static async Task<AgentTurn> ReplyAsync(
        TurnInProgress turn,
        CancellationToken cancellationToken
    )
    {
        if (turn.Message.Length == 0)
        {
            return turn.Say(Replies.Empty, turn.Request.State);
        }

        if (turn.Request.State is { } state)
        {
            if (Withdrawal.Is(turn.Message))
            {
                return turn.Say(Replies.Dropped, state: null);
            }

            var candidate = turn.Request.Candidates.FirstOrDefault(candidate =>
                candidate.ConnectorId == state.ConnectorId && candidate.SkipReason is null
            );
            if (candidate is not null)
            {
                var collection = new InputCollection(turn, candidate, state);
                if (await collection.ContinueAsync(cancellationToken) is { } continued)
                {
                    return continued;
                }
            }
        }

        if (SmallTalk.Answer(turn.Message) is { } smallTalk)
        {
            return turn.Say(smallTalk, state: null);
        }

        turn.Tell(new AgentEvent.CandidatesWeighed(turn.Ranking.Scores));
        if (turn.Ranking.Best is not { } best)
        {
            turn.Tell(new AgentEvent.NothingFits());
            return turn.Say(
                turn.Request.State is null ? Replies.DoNotKnow : Replies.NoLongerPossible,
                state: null
            );
        }

        turn.Tell(new AgentEvent.ConnectorChosen(best.ConnectorId, best.Definition.Name));
        return await new InputCollection(turn, best, state: null).StartAsync(cancellationToken);
    }
}
