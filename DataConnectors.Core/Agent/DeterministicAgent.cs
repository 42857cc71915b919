using DataConnectors.Core.Agent.Chaining;
using DataConnectors.Core.Agent.Choosing;
using DataConnectors.Core.Agent.Dialogue;
using DataConnectors.Core.Agent.Language;
using DataConnectors.Core.Execution;

namespace DataConnectors.Core.Agent;

/// <summary>
/// Fin without a language model: chooses by words, collects by formats, answers by rules. Offline, and the same answer to the
/// same question every time.
/// </summary>
internal sealed class DeterministicAgent(ConnectorExecutor executor, TimeProvider clock) : IAgent
{
    /// <summary>What traces call it.</summary>
    public const string Name = "Deterministic agent";

    private const int LongestMessage = 4000;

    public async Task<AgentTurn> ReplyAsync(
        AgentRequest request,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        var turn = Begin(request);
        return await GoOnAsync(turn, cancellationToken)
            ?? await AnswerAsync(turn, cancellationToken);
    }

    /// <summary>Reads the message and weighs what could answer it.</summary>
    public TurnInProgress Begin(AgentRequest request)
    {
        var message = PlainText.Clean(request.Message, LongestMessage);
        return new TurnInProgress(
            request,
            message,
            HandedOver.SetAside(
                message,
                ConnectorChooser.Rank(message, request.Candidates),
                request.Candidates
            ),
            DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime),
            executor
        );
    }

    /// <summary>Answers a message that is a new question.</summary>
    public static async Task<AgentTurn> AnswerAsync(
        TurnInProgress turn,
        CancellationToken cancellationToken
    )
    {
        if (SmallTalk.Answer(turn.Message) is { } smallTalk)
        {
            return turn.Say(smallTalk, state: null);
        }

        turn.TakeAsNewQuestion();
        turn.Tell(new AgentEvent.CandidatesWeighed(turn.Ranking.Scores));
        if (turn.Ranking.Best is not { } best)
        {
            turn.Tell(new AgentEvent.NothingFits());
            if (turn.Article is { IsEnough: true } article)
            {
                return turn.SayArticle(
                    $"No connector fits, and the article \"{article.Article.Title}\" does."
                );
            }

            turn.Note("No connector fits the question well enough.");
            return turn.Request.State is { Stage: AgentStage.Collecting }
                ? turn.Say(Replies.NoLongerPossible, state: null)
                : Moves.Offer(turn, Replies.DoNotKnow);
        }

        turn.Tell(new AgentEvent.ConnectorChosen(best.ConnectorId, best.Definition.Name));
        return await new InputCollection(turn, best, state: null).StartAsync(cancellationToken);
    }

    /// <summary>Goes on with what Fin is in the middle of; null when the message is a new question.</summary>
    public static async Task<AgentTurn?> GoOnAsync(
        TurnInProgress turn,
        CancellationToken cancellationToken
    )
    {
        if (Moves.Answer(turn) is { } moved)
        {
            return moved;
        }

        if (turn.Request.State is not { Stage: not AgentStage.OfferedTeam } state)
        {
            return null;
        }

        var isCollecting = state.Stage == AgentStage.Collecting;
        if (isCollecting && Withdrawal.Is(turn.Message))
        {
            return turn.Say(Replies.Dropped, state: null);
        }

        var candidate = turn.Request.Candidates.FirstOrDefault(candidate =>
            candidate.ConnectorId == state.ConnectorId && candidate.SkipReason is null
        );
        if (candidate is null)
        {
            return null;
        }

        var collection = new InputCollection(turn, candidate, state);
        return isCollecting
            ? await collection.ContinueAsync(cancellationToken)
            : await collection.CorrectAsync(cancellationToken);
    }
}
