using DataConnectors.Core.Agent.Extracting;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.CustomerAuthentication;

namespace DataConnectors.Core.Agent.Chaining;

/// <summary>Gets a missing input from the answer of another connector, when what that one needs is known already.</summary>
/// <param name="turn">The turn: bounds the runs.</param>
/// <param name="said">What the person wrote that values may stand in.</param>
internal sealed class InputLookup(TurnInProgress turn, IReadOnlyList<string> said)
{
    /// <summary>The value; null when no connector gives exactly one.</summary>
    /// <param name="target">Whose input is missing.</param>
    /// <param name="missing">The input.</param>
    /// <param name="known">What is known of the target's inputs; another connector may take an input of the same name.</param>
    /// <param name="cancellationToken">Ends the runs.</param>
    public async Task<string?> FindAsync(
        AgentCandidate target,
        DataInput missing,
        IReadOnlyDictionary<string, string> known,
        CancellationToken cancellationToken
    ) => await FindAsync(target, missing, known, runsKept: 1, cancellationToken);

    private async Task<string?> FindAsync(
        AgentCandidate target,
        DataInput missing,
        IReadOnlyDictionary<string, string> known,
        int runsKept,
        CancellationToken cancellationToken
    )
    {
        if (
            target.Definition.CustomerAuthentication
            && CustomerAuthenticationRules.Unmet(turn.Request.Session) is not null
        )
        {
            return null;
        }

        foreach (var source in InputSources.Of(missing, target, turn.Request.Candidates))
        {
            if (turn.RunsLeft <= runsKept)
            {
                return null;
            }

            if (turn.Runs.Any(run => run.Candidate.ConnectorId == source.ConnectorId))
            {
                continue;
            }

            var inputs = await InputsAsync(source, known, runsKept + 1, cancellationToken);
            if (inputs is null || turn.RunsLeft <= runsKept)
            {
                continue;
            }

            var run = await turn.RunAsync(source, inputs, cancellationToken);
            var values = run.Execution.Result.Shaped is { } shaped
                ? new FieldNames(missing, source.Definition).ValuesIn(shaped.Root)
                : new HashSet<string>(StringComparer.Ordinal);
            if (values.Count == 1 && TypedText.Normalize(missing.Type, values.First()) is { } value)
            {
                turn.Note(
                    $"{source.Definition.Name} gave {missing.Name}, which {target.Definition.Name} needs."
                );
                return value;
            }

            turn.Note(
                values.Count > 1
                    ? $"{source.Definition.Name} knows several values for {missing.Name}, so the person is asked which."
                    : $"{source.Definition.Name} was asked for {missing.Name} and did not have it."
            );
        }

        return null;
    }

    /// <summary>Everything that the connector needs, or null when some of it is not known.</summary>
    private async Task<Dictionary<string, string>?> InputsAsync(
        AgentCandidate source,
        IReadOnlyDictionary<string, string> known,
        int runsKept,
        CancellationToken cancellationToken
    )
    {
        var inputs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var message in said)
        {
            foreach (
                var (name, value) in InputExtractor.Extract(message, source.Definition, turn.Today)
            )
            {
                inputs.TryAdd(name, value);
            }
        }

        foreach (
            var input in source.Definition.DataInputs.Where(input =>
                input.Source == DataInputSource.FinCollects && !inputs.ContainsKey(input.Name)
            )
        )
        {
            if (known.TryGetValue(input.Name, out var value))
            {
                inputs[input.Name] = value;
            }
            else if (input is { IsRequired: true, FallbackValue: null })
            {
                if (
                    await FindAsync(source, input, inputs, runsKept, cancellationToken)
                    is not { } found
                )
                {
                    return null;
                }

                inputs[input.Name] = found;
            }
        }

        return inputs;
    }
}
