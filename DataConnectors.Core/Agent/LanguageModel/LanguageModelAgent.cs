using System.Globalization;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace DataConnectors.Core.Agent.LanguageModel;

/// <summary>
/// Fin with a language model. What Fin is in the middle of – a question, a consent, a correction – goes on by the rules of the deterministic
/// agent; new questions go to the model, and to the deterministic agent where the model fails, makes no sense or takes too long.
/// </summary>
internal sealed class LanguageModelAgent(
    IChatClient chat,
    LanguageModelOptions options,
    DeterministicAgent deterministic,
    TimeProvider clock,
    ILogger<LanguageModelAgent> logger
) : IAgent
{
    public async Task<AgentTurn> ReplyAsync(
        AgentRequest request,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        var turn = deterministic.Begin(request);
        if (await DeterministicAgent.GoOnAsync(turn, cancellationToken) is { } continued)
        {
            return continued;
        }

        using var deadline = new CancellationTokenSource(
            TimeSpan.FromSeconds(options.TimeoutSeconds),
            clock
        );
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            deadline.Token,
            cancellationToken
        );
        string failure;
        try
        {
            return await new ModelTurn(chat, options, turn).AnswerAsync(either.Token);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception) when (deadline.IsCancellationRequested)
        {
            failure = string.Create(
                CultureInfo.InvariantCulture,
                $"did not answer within {options.TimeoutSeconds} s"
            );
        }
        catch (ModelFailureException senseless)
        {
            failure = senseless.Message;
        }
        catch (Exception exception)
        {
            // Whatever its client throws: a broken connection, a status, an answer that is none. The person gets an answer all the same.
            logger.LogWarning(exception, "The language model {Model} failed", options.Model);
            failure = "failed";
        }

        turn.Note($"The language model {failure}, so the deterministic agent answered.");
        turn.AnsweredBy = DeterministicAgent.Name;
        return await DeterministicAgent.AnswerAsync(turn, cancellationToken);
    }
}
