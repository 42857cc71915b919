using System.Globalization;
using DataConnectors.Core.Agent.Chaining;
using DataConnectors.Core.Agent.Choosing;
using DataConnectors.Core.Agent.Composing;
using DataConnectors.Core.Agent.Dialogue;
using DataConnectors.Core.Agent.Extracting;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Execution;

namespace DataConnectors.Core.Agent;

/// <summary>
/// Collects what a chosen connector needs, one question at a time, then runs it; asks for consent before a write. Values that the person
/// corrects, before the answer or after it, take the place of the earlier ones.
/// </summary>
internal sealed class InputCollection(
    TurnInProgress turn,
    AgentCandidate candidate,
    AgentState? state
)
{
    private const int MaxAttempts = 3;

    // Another connector must fit this much better before an answer is taken for a new request.
    private const double ClearlyBetter = 0.15;

    // What found nothing is still about the question: an article must be clearly about it to take its place.
    private const double WithoutAnswer = 0.7;

    private readonly Dictionary<string, string> inputs = StillWanted(candidate, state);
    private readonly HashSet<string> chained = new(
        state?.ChainedInputs ?? [],
        StringComparer.Ordinal
    );
    private readonly HashSet<string> understood = new(StringComparer.Ordinal);

    private ConnectorDefinition Definition => candidate.Definition;

    private string Question => state?.Question ?? turn.Message;

    /// <summary>Takes what the first message holds and goes on from there.</summary>
    public Task<AgentTurn> StartAsync(CancellationToken cancellationToken) =>
        StartAsync(InputExtractor.Extract(turn.Message, Definition, turn.Today), cancellationToken);

    /// <summary>Takes these values of the first message and goes on from there.</summary>
    public Task<AgentTurn> StartAsync(
        IReadOnlyDictionary<string, string> values,
        CancellationToken cancellationToken
    )
    {
        CollectAll(values);
        return AskOrRunAsync(cancellationToken);
    }

    /// <summary>Takes the message as the answer to what was asked; null when it is a new request instead.</summary>
    public async Task<AgentTurn?> ContinueAsync(CancellationToken cancellationToken)
    {
        if (IsAnotherRequest())
        {
            return null;
        }

        if (CollectCorrections())
        {
            return await AskOrRunAsync(cancellationToken);
        }

        if (state!.AskedInput is null)
        {
            return await DecideAsync(cancellationToken);
        }

        var asked = Definition.DataInputs.FirstOrDefault(input =>
            string.Equals(input.Name, state.AskedInput, StringComparison.Ordinal)
        );
        if (asked is null)
        {
            // The input was taken out of the connector meanwhile.
            return await AskOrRunAsync(cancellationToken);
        }

        if (AskedInput.Read(turn.Message, asked, turn.Today) is { } value)
        {
            CollectOthers(asked.Name);
            Collect(asked.Name, value);
            return await AskOrRunAsync(cancellationToken);
        }

        // "I do not know it, my email is ada@example.com": another connector may know.
        if (
            CollectOthers(asked.Name) || await LookUpAsync(asked, [turn.Message], cancellationToken)
        )
        {
            return await AskOrRunAsync(cancellationToken, state.Attempts);
        }

        return state.Attempts >= MaxAttempts
            ? Moves.Offer(turn, Replies.GaveUp, candidate.ConnectorId, inputs)
            : Ask(asked, state.Attempts + 1, Questions.Again(asked, turn.Message));
    }

    /// <summary>
    /// Takes the message as a correction of a value that was answered with, or as the same question of another one; null when it is neither.
    /// </summary>
    public async Task<AgentTurn?> CorrectAsync(CancellationToken cancellationToken)
    {
        if (IsAnotherRequest())
        {
            return null;
        }

        if (CollectCorrections() || CollectFollowUp())
        {
            return await AskOrRunAsync(cancellationToken);
        }

        // A value that another connector gave is corrected by what was given to that one.
        if (chained.Count == 0 || !Correction.IsBegun(turn.Message))
        {
            return null;
        }

        var corrected = false;
        foreach (
            var input in Definition.DataInputs.Where(input => chained.Contains(input.Name)).ToList()
        )
        {
            corrected |= await LookUpAsync(input, [turn.Message], cancellationToken);
        }

        return corrected ? await AskOrRunAsync(cancellationToken) : null;
    }

    /// <summary>Reads the answer to "Shall I go ahead?".</summary>
    private async Task<AgentTurn> DecideAsync(CancellationToken cancellationToken)
    {
        // "No, order 1043": the correction counts, not the no.
        if (CollectOthers(asked: null))
        {
            return AskConsent(attempts: 1);
        }

        switch (TypedText.YesOrNo(turn.Message))
        {
            case true:
                return await RunAsync(cancellationToken);
            case false:
                return turn.Say(Replies.NotDone, state: null, candidate.ConnectorId, inputs);
            default:
                return state!.Attempts >= MaxAttempts
                    ? turn.Say(Replies.NotDone, state: null, candidate.ConnectorId, inputs)
                    : AskConsent(state.Attempts + 1, Replies.YesOrNo + " ");
        }
    }

    private async Task<AgentTurn> AskOrRunAsync(
        CancellationToken cancellationToken,
        int attempts = 1
    )
    {
        if (turn.Request.UseExampleInputs)
        {
            CollectExamples();
        }

        while (FirstMissing() is { } missing)
        {
            // Asked of another connector once, at the start: later only with what the person adds.
            string[] said = state is null ? [turn.Message] : [];
            if (!await LookUpAsync(missing, said, cancellationToken))
            {
                var isSame = string.Equals(
                    missing.Name,
                    state?.AskedInput,
                    StringComparison.Ordinal
                );
                return AnswerFromArticle()
                    ?? Ask(missing, isSame ? attempts : 1, Questions.For(missing));
            }
        }

        return !Definition.Method.IsWrite()
            ? await RunAsync(cancellationToken)
            : AnswerFromArticle() ?? AskConsent(attempts: 1);
    }

    private async Task<AgentTurn> RunAsync(CancellationToken cancellationToken)
    {
        var run = turn.Repeated(candidate, inputs);
        if (run is null && turn.RunsLeft == 0)
        {
            return Moves.Offer(turn, Replies.DoNotKnow, candidate.ConnectorId, inputs);
        }

        run ??= await turn.RunAsync(candidate, inputs, cancellationToken);
        var answer = AnswerTo(run.Execution.Result);
        if (!Definition.Method.IsWrite() && turn.Article is { } article)
        {
            var relevance = RelevanceOf(run.Execution.Result, answer);
            if (article.IsMoreRelevantThan(relevance))
            {
                return turn.SayArticle(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The article \"{article.Article.Title}\" ({article.Score:0.00}) is more relevant than what {Definition.Name} answered ({relevance:0.00}), so the data of the call was not used."
                    ),
                    candidate.ConnectorId,
                    inputs
                );
            }
        }

        run.IsUsedInReply = run.Execution.Result.IsSuccess;
        return turn.Say(
            answer,
            State(askedInput: state?.AskedInput, attempts: 1, AgentStage.Answered),
            candidate.ConnectorId,
            inputs
        );
    }

    /// <summary>
    /// Answers a new question from the article that fits clearly better, before anything is asked of the person; null when none does.
    /// </summary>
    private AgentTurn? AnswerFromArticle()
    {
        if (state is not null || turn.Article is not { } article)
        {
            return null;
        }

        var score = turn.Ranking.ScoreOf(candidate.ConnectorId);
        return article.IsMoreRelevantThan(score)
            ? turn.SayArticle(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The article \"{article.Article.Title}\" ({article.Score:0.00}) is more relevant than {Definition.Name} ({score:0.00}), so that was not called."
                ),
                candidate.ConnectorId,
                inputs
            )
            : null;
    }

    /// <summary>How well the connector's answer fits the question: as well as the connector, less where it has nothing to say.</summary>
    private double RelevanceOf(ExecutionResult result, string answer)
    {
        // What is weighed is the question, not the "1042" that was given last.
        var ranking = string.Equals(Question, turn.Message, StringComparison.Ordinal)
            ? turn.Ranking
            : ConnectorChooser.Rank(Question, turn.Request.Candidates);
        var hasAnswer =
            result.IsSuccess
            && !string.Equals(
                answer,
                AnswerComposer.NothingFound(Definition, inputs),
                StringComparison.Ordinal
            );
        return ranking.ScoreOf(candidate.ConnectorId) * (hasAnswer ? 1 : WithoutAnswer);
    }

    private string AnswerTo(ExecutionResult result) =>
        result.IsSuccess
            ? AnswerComposer.Compose(Definition, Question, inputs, result.Shaped, result.Response)
            : FailureText.Compose(Definition, inputs, result);

    private DataInput? FirstMissing() =>
        Definition.DataInputs.FirstOrDefault(input =>
            input is { IsRequired: true, Source: DataInputSource.FinCollects, FallbackValue: null }
            && !inputs.ContainsKey(input.Name)
        );

    private async Task<bool> LookUpAsync(
        DataInput missing,
        string[] said,
        CancellationToken cancellationToken
    )
    {
        if (said.Length == 0)
        {
            return false;
        }

        var lookup = new InputLookup(turn, said);
        if (await lookup.FindAsync(candidate, missing, inputs, cancellationToken) is not { } value)
        {
            return false;
        }

        Collect(missing.Name, value);
        understood.Remove(missing.Name);
        chained.Add(missing.Name);
        return true;
    }

    private AgentTurn Ask(DataInput input, int attempts, string question)
    {
        question = Questions.Understood(Definition, understood, inputs) + question;
        turn.Tell(new AgentEvent.InputAsked(input.Name, question));
        return turn.Say(
            question,
            State(input.Name, attempts, AgentStage.Collecting),
            candidate.ConnectorId,
            inputs
        );
    }

    private AgentTurn AskConsent(int attempts, string before = "") =>
        turn.Say(
            before + Questions.Consent(Definition, inputs),
            State(askedInput: null, attempts, AgentStage.Collecting),
            candidate.ConnectorId,
            inputs
        );

    private AgentState State(string? askedInput, int attempts, AgentStage stage) =>
        new(
            candidate.ConnectorId,
            new Dictionary<string, string>(inputs, StringComparer.Ordinal),
            askedInput,
            attempts,
            Question
        )
        {
            Stage = stage,
            ChainedInputs = [.. chained],
        };

    // The connector may have been published anew since the question was asked.
    private static Dictionary<string, string> StillWanted(
        AgentCandidate candidate,
        AgentState? state
    ) =>
        (state?.CollectedInputs ?? new Dictionary<string, string>(StringComparer.Ordinal))
            .Where(pair =>
                candidate.Definition.DataInputs.Any(input =>
                    input.Source == DataInputSource.FinCollects
                    && string.Equals(input.Name, pair.Key, StringComparison.Ordinal)
                )
            )
            .ToDictionary(StringComparer.Ordinal);

    private void CollectExamples()
    {
        foreach (
            var input in Definition.DataInputs.Where(input =>
                input is { Source: DataInputSource.FinCollects, ExampleValue.Length: > 0 }
                && !inputs.ContainsKey(input.Name)
            )
        )
        {
            Collect(input.Name, input.ExampleValue!, isExample: true);
        }
    }

    private bool CollectCorrections() =>
        CollectAll(
            Correction.Read(
                turn.Message,
                Definition.DataInputs,
                inputs,
                state?.AskedInput,
                turn.Today
            )
        );

    private bool CollectFollowUp() =>
        CollectAll(FollowUp.Read(turn.Message, Definition.DataInputs, inputs, turn.Today));

    /// <summary>
    /// Takes values that the message surely names for inputs other than the one asked for, also in place of what was collected
    /// before. True when there was one.
    /// </summary>
    private bool CollectOthers(string? asked) =>
        CollectAll(
            InputExtractor
                .ExtractSure(turn.Message, Definition.DataInputs, turn.Today)
                .Where(pair =>
                    !string.Equals(pair.Key, asked, StringComparison.Ordinal)
                    && !(
                        inputs.TryGetValue(pair.Key, out var known)
                        && string.Equals(known, pair.Value, StringComparison.Ordinal)
                    )
                )
                .ToDictionary(StringComparer.Ordinal)
        );

    private bool CollectAll(IReadOnlyDictionary<string, string> values)
    {
        foreach (var (name, value) in values)
        {
            Collect(name, value);
        }

        return values.Count > 0;
    }

    private void Collect(string name, string value, bool isExample = false)
    {
        inputs[name] = value;
        chained.Remove(name);
        if (!isExample)
        {
            understood.Add(name);
        }

        turn.Tell(new AgentEvent.InputCollected(name, value, isExample));
    }

    private bool IsAnotherRequest()
    {
        var best = turn.Ranking.Best;
        return best is not null
            && best.ConnectorId != candidate.ConnectorId
            && turn.Ranking.ScoreOf(best.ConnectorId)
                > turn.Ranking.ScoreOf(candidate.ConnectorId) + ClearlyBetter
            && NewRequest.IsClear(turn.Message);
    }
}
