using DataConnectors.Core.Agent.Choosing;
using DataConnectors.Core.Agent.Dialogue;
using DataConnectors.Core.Agent.Extracting;
using DataConnectors.Core.Connectors;

namespace DataConnectors.Core.Agent;

/// <summary>Collects what a chosen connector needs, one question at a time, then runs it; asks for consent before a write.</summary>
internal sealed class InputCollection(
    TurnInProgress turn,
    AgentCandidate candidate,
    AgentState? state
)
{
    private const int MaxAttempts = 3;

    // Another connector must fit this much better before an answer is taken for a new request.
    private const double ClearlyBetter = 0.15;

    private readonly Dictionary<string, string> inputs = StillWanted(candidate, state);

    private ConnectorDefinition Definition => candidate.Definition;

    private string Question => state?.Question ?? turn.Message;

    /// <summary>Takes what the first message holds and goes on from there.</summary>
    public Task<AgentTurn> StartAsync(CancellationToken cancellationToken)
    {
        foreach (var (name, value) in InputExtractor.Extract(turn.Message, Definition.DataInputs))
        {
            Collect(name, value);
        }

        return AskOrRunAsync(cancellationToken);
    }

    /// <summary>Takes the message as the answer to what was asked; null when it is a new request instead.</summary>
    public async Task<AgentTurn?> ContinueAsync(CancellationToken cancellationToken)
    {
        if (IsAnotherRequest())
        {
            return null;
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

        if (AskedInput.Read(turn.Message, asked) is { } value)
        {
            CollectOthers(asked.Name);
            Collect(asked.Name, value);
            return await AskOrRunAsync(cancellationToken);
        }

        if (CollectOthers(asked.Name))
        {
            return Ask(asked, state.Attempts, Questions.For(asked));
        }

        return state.Attempts >= MaxAttempts
            ? turn.Say(Replies.GaveUp, state: null, candidate.ConnectorId, inputs)
            : Ask(asked, state.Attempts + 1, Questions.Again(asked, turn.Message));
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
                return await turn.RunAsync(candidate, Question, inputs, cancellationToken);
            case false:
                return turn.Say(Replies.NotDone, state: null, candidate.ConnectorId, inputs);
            default:
                return state!.Attempts >= MaxAttempts
                    ? turn.Say(Replies.NotDone, state: null, candidate.ConnectorId, inputs)
                    : AskConsent(state.Attempts + 1, Replies.YesOrNo + " ");
        }
    }

    private async Task<AgentTurn> AskOrRunAsync(CancellationToken cancellationToken)
    {
        if (turn.Request.UseExampleInputs)
        {
            CollectExamples();
        }

        var missing = Definition.DataInputs.FirstOrDefault(input =>
            input is { IsRequired: true, Source: DataInputSource.FinCollects, FallbackValue: null }
            && !inputs.ContainsKey(input.Name)
        );
        if (missing is not null)
        {
            return Ask(missing, attempts: 1, Questions.For(missing));
        }

        return Definition.Method.IsWrite()
            ? AskConsent(attempts: 1)
            : await turn.RunAsync(candidate, Question, inputs, cancellationToken);
    }

    private AgentTurn Ask(DataInput input, int attempts, string question)
    {
        turn.Tell(new AgentEvent.InputAsked(input.Name, question));
        return turn.Say(question, State(input.Name, attempts), candidate.ConnectorId, inputs);
    }

    private AgentTurn AskConsent(int attempts, string before = "") =>
        turn.Say(
            before + Questions.Consent(Definition, inputs),
            State(askedInput: null, attempts),
            candidate.ConnectorId,
            inputs
        );

    private AgentState State(string? askedInput, int attempts) =>
        new(
            candidate.ConnectorId,
            new Dictionary<string, string>(inputs, StringComparer.Ordinal),
            askedInput,
            attempts,
            Question
        );

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

    /// <summary>
    /// Takes values that the message surely names for inputs other than the one asked for, also in place of what was collected
    /// before. True when there was one.
    /// </summary>
    private bool CollectOthers(string? asked)
    {
        var found = false;
        foreach (
            var (name, value) in InputExtractor.ExtractSure(turn.Message, Definition.DataInputs)
        )
        {
            var isNew =
                !string.Equals(name, asked, StringComparison.Ordinal)
                && !(
                    inputs.TryGetValue(name, out var known)
                    && string.Equals(known, value, StringComparison.Ordinal)
                );
            if (isNew)
            {
                Collect(name, value);
                found = true;
            }
        }

        return found;
    }

    private void Collect(string name, string value, bool isExample = false)
    {
        inputs[name] = value;
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
