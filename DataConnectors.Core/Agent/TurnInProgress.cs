using DataConnectors.Core.Agent.Articles;
using DataConnectors.Core.Agent.Choosing;
using DataConnectors.Core.Agent.Composing;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Inbox;

namespace DataConnectors.Core.Agent;

/// <summary>One message being answered: what is known of it, what was run for it, and the ways to end it.</summary>
internal sealed class TurnInProgress(
    AgentRequest request,
    string message,
    Ranking ranking,
    DateOnly today,
    ConnectorExecutor executor
)
{
    /// <summary>How many connectors one message may run: a chain of two whose results give the third one's input.</summary>
    public const int MaxRuns = 3;

    private static readonly Dictionary<string, string> NoInputs = new(StringComparer.Ordinal);

    private readonly List<TurnRun> runs = [];
    private bool isArticleUsed;
    private readonly List<string> notes = [];

    /// <summary>What is to be answered, and for whom.</summary>
    public AgentRequest Request { get; } = request;

    /// <summary>The message without control characters.</summary>
    public string Message { get; } = message;

    /// <summary>The day, in UTC, that "tomorrow" counts from.</summary>
    public DateOnly Today { get; } = today;

    /// <summary>How every connector fits the message.</summary>
    public Ranking Ranking { get; } = ranking;

    /// <summary>The article that fits the question best; null when none has to do with it.</summary>
    public ArticleMatch? Article { get; private set; } =
        ArticleScorer.Best(request.State?.Question ?? message, request.Articles);

    /// <summary>How many more connectors may run.</summary>
    public int RunsLeft => MaxRuns - runs.Count;

    /// <summary>Who answers; stands in the trace.</summary>
    public string AnsweredBy { get; set; } = DeterministicAgent.Name;

    /// <summary>The runs so far.</summary>
    public IReadOnlyList<TurnRun> Runs => runs;

    /// <summary>Tells whoever watches.</summary>
    public void Tell(AgentEvent step) => Request.OnEvent(step);

    /// <summary>Writes down for teammates why it goes this way.</summary>
    public void Note(string sentence) => notes.Add(sentence);

    /// <summary>The message is a question of its own, not an answer to what Fin asked: articles are weighed against it.</summary>
    public void TakeAsNewQuestion() => Article = ArticleScorer.Best(Message, Request.Articles);

    /// <summary>Takes note of an article that the answer uses.</summary>
    public void UseArticle(ArticleMatch article)
    {
        Article = article;
        isArticleUsed = true;
    }

    /// <summary>A run of this turn that read the same already, so that it need not be made again; null when none did.</summary>
    public TurnRun? Repeated(
        AgentCandidate candidate,
        IReadOnlyDictionary<string, string> inputs
    ) =>
        candidate.Definition.Method.IsWrite()
            ? null
            : runs.Find(run =>
                run.Candidate.ConnectorId == candidate.ConnectorId
                && run.Inputs.Count == inputs.Count
                && run.Inputs.All(pair =>
                    inputs.TryGetValue(pair.Key, out var value)
                    && string.Equals(pair.Value, value, StringComparison.Ordinal)
                )
            );

    /// <summary>Runs a connector, and remembers that it did.</summary>
    public async Task<TurnRun> RunAsync(
        AgentCandidate candidate,
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

        var run = new TurnRun(
            candidate,
            new Dictionary<string, string>(inputs, StringComparer.Ordinal),
            execution
        );
        runs.Add(run);
        return run;
    }

    /// <summary>Ends the turn.</summary>
    /// <param name="answer">What the person reads; made plain here, whoever wrote it.</param>
    /// <param name="state">What Fin is in the middle of then.</param>
    /// <param name="chosen">The connector that the answer is about.</param>
    /// <param name="inputs">Its values.</param>
    /// <param name="status">How far Fin is.</param>
    public AgentTurn Say(
        string answer,
        AgentState? state,
        long? chosen = null,
        IReadOnlyDictionary<string, string>? inputs = null,
        FinStatus status = FinStatus.AwaitingUserReply
    )
    {
        answer = AnswerText.Clean(answer);
        foreach (var part in AnswerText.Parts(answer))
        {
            Tell(new AgentEvent.AnswerPart(part));
        }

        return SayTold(answer, state, chosen, inputs, status);
    }

    /// <summary>Ends the turn with what the article says.</summary>
    public AgentTurn SayArticle(
        string note,
        long? chosen = null,
        IReadOnlyDictionary<string, string>? inputs = null
    )
    {
        isArticleUsed = true;
        Note(note);
        return Say(
            Article!.Answer,
            new AgentState(chosen ?? 0, NoInputs, AskedInput: null, Attempts: 1, Message)
            {
                Stage = AgentStage.Answered,
            },
            chosen,
            inputs
        );
    }

    /// <summary>Ends the turn with an answer whose pieces were told already, and are plain.</summary>
    public AgentTurn SayTold(
        string answer,
        AgentState? state,
        long? chosen,
        IReadOnlyDictionary<string, string>? inputs,
        FinStatus status
    )
    {
        Tell(new AgentEvent.Answered(answer));
        var trace = new AgentTrace(
            TraceCandidates.Keep(Ranking.Scores, chosen),
            chosen,
            inputs ?? NoInputs,
            runs is [.., var last] ? last.Execution.Result.Id : null,
            answer
        )
        {
            Notes = [.. notes],
            Steps = [.. runs.Select(run => run.ToStep())],
            Content = Article?.ToTrace(isArticleUsed),
            AnsweredBy = AnsweredBy,
        };
        return new AgentTurn(answer, state, trace)
        {
            Executions = [.. runs.Select(run => run.ToExecution())],
            Status = status,
        };
    }
}
