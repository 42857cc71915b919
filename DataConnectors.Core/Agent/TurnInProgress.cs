using DataConnectors.Core.Agent.Choosing;
using DataConnectors.Core.Agent.Composing;
using DataConnectors.Core.Execution;

namespace DataConnectors.Core.Agent;

/// <summary>One message being answered: what is known of it, and the ways to end it.</summary>
internal sealed class TurnInProgress(
    AgentRequest request,
    string message,
    Ranking ranking,
    ConnectorExecutor executor
)
{
    private static readonly Dictionary<string, string> NoInputs = new(StringComparer.Ordinal);

    /// <summary>What is to be answered, and for whom.</summary>
    public AgentRequest Request { get; } = request;

    /// <summary>The message without control characters.</summary>
    public string Message { get; } = message;

    /// <summary>How every connector fits the message.</summary>
    public Ranking Ranking { get; } = ranking;

    /// <summary>Tells whoever watches.</summary>
    public void Tell(AgentEvent step) => Request.OnEvent(step);

    /// <summary>Ends the turn with a sentence and no run.</summary>
    public AgentTurn Say(
        string answer,
        AgentState? state,
        long? chosen = null,
        IReadOnlyDictionary<string, string>? inputs = null
    ) => End(answer, state, chosen, inputs ?? NoInputs, []);

    /// <summary>Runs the connector and ends the turn with what it answered.</summary>
    public async Task<AgentTurn> RunAsync(
        AgentCandidate candidate,
        string question,
        IReadOnlyDictionary<string, string> inputs,
        CancellationToken cancellationToken
    )
    {
        var transport = new ToldTransport(candidate.Profile.Transport, Tell);
        var execution = await executor.ExecuteAsync(
            new ExecutionRequest
            {
                ConnectorId = candidate.ConnectorId,
                VersionNumber = candidate.VersionNumber,
                Definition = candidate.Definition,
                Profile = candidate.Profile with { Transport = transport },
                Source = ExecutionSource.Fin,
                CollectedInputs = inputs,
                Person = Request.Person,
                Conversation = Request.Conversation,
                Session = Request.Session,
            },
            cancellationToken
        );
        var result = execution.Result;
        if (result.Request is not null && !transport.HasTold)
        {
            Tell(new AgentEvent.RequestRendered(result.Request, result.SecretHeaderNames));
        }

        if (result.Shaped is not null && result.Response is not null)
        {
            Tell(new AgentEvent.ResponseShaped(result.Shaped, result.Response.Status));
        }

        if (result.Failure is not null)
        {
            Tell(new AgentEvent.ExecutionFailed(result.Failure));
        }

        var answer = result.IsSuccess
            ? AnswerComposer.Compose(
                candidate.Definition,
                question,
                inputs,
                result.Shaped,
                result.Response
            )
            : FailureText.Compose(candidate.Definition, inputs, result);
        return End(
            answer,
            state: null,
            candidate.ConnectorId,
            inputs,
            [new TurnExecution(candidate.Definition.Name, execution, result.IsSuccess)]
        );
    }

    private AgentTurn End(
        string answer,
        AgentState? state,
        long? chosen,
        IReadOnlyDictionary<string, string> inputs,
        IReadOnlyList<TurnExecution> executions
    )
    {
        Tell(new AgentEvent.Answered(answer));
        var trace = new AgentTrace(
            Ranking.Scores,
            chosen,
            inputs,
            executions is [.., var last] ? last.Execution.Result.Id : null,
            answer
        )
        {
            Steps =
            [
                .. executions.Select(run => new TraceStep(
                    run.Execution.Result.ConnectorId,
                    run.ConnectorName,
                    inputs,
                    run.Execution.Result.Id,
                    run.Execution.Result.IsSuccess,
                    run.IsUsedInReply
                )),
            ],
        };
        return new AgentTurn(answer, state, trace) { Executions = executions };
    }
}
