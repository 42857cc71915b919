using DataConnectors.Core.Agent;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Content;
using DataConnectors.Core.CustomerAuthentication;
using DataConnectors.Core.People;

namespace DataConnectors.Web.Components.Messenger;

/// <summary>How the preview runs a message.</summary>
/// <param name="ConnectorId">The connector whose draft it is.</param>
/// <param name="Draft">The draft as it is at that moment.</param>
/// <param name="Person">Who writes; null for nobody in particular.</param>
/// <param name="UsesExampleValues">Whether inputs that the message lacks take their example values.</param>
/// <param name="IsReal">Whether the draft's API is called; other connectors always answer from their example.</param>
public sealed record PreviewRun(
    long ConnectorId,
    ConnectorDefinition Draft,
    PersonSnapshot? Person,
    bool UsesExampleValues,
    bool IsReal
);

/// <summary>A conversation with Fin on a draft. It stores nothing and nobody is told of it.</summary>
public sealed class PreviewSession(IAgent agent, FinCandidates candidates, ArticleShelf articles)
{
    private readonly List<PreviewTurn> turns = [];
    private AgentState? state;

    /// <summary>Everything said so far, oldest first.</summary>
    public IReadOnlyList<PreviewTurn> Turns => turns;

    /// <summary>Whether Fin is at work.</summary>
    public bool IsBusy => turns is [.., { Answer: null }];

    /// <summary>Forgets everything said.</summary>
    public void StartOver()
    {
        turns.Clear();
        state = null;
    }

    /// <summary>Lets Fin answer; tells <paramref name="onChanged"/> of each step, on any thread.</summary>
    public async Task SendAsync(
        string message,
        PreviewRun run,
        Action onChanged,
        CancellationToken cancellationToken
    )
    {
        var turn = new PreviewTurn(turns.Count + 1, message, run.IsReal);
        turns.Add(turn);
        onChanged();
        try
        {
            var answered = await agent.ReplyAsync(
                new AgentRequest
                {
                    Message = message,
                    Candidates = await candidates.ListForPreviewAsync(
                        run.ConnectorId,
                        run.Draft,
                        run.IsReal,
                        run.Person,
                        cancellationToken
                    ),
                    Articles = await articles.ReadAsync(cancellationToken),
                    State = state,
                    Person = run.Person,
                    Session = new CustomerSession(
                        run.Person?.Id,
                        run.Person?.Role == PersonRole.User
                    ),
                    UseExampleInputs = run.UsesExampleValues,
                    OnEvent = step =>
                    {
                        // The answer stands in its bubble; the log need not hold its pieces.
                        if (step is not AgentEvent.AnswerPart)
                        {
                            turn.Add(step);
                            onChanged();
                        }
                    },
                },
                cancellationToken
            );

            // "Start over" in mid-answer wins.
            if (turns.Contains(turn))
            {
                state = answered.State;
            }

            turn.Answer = answered.Answer;
        }
        catch
        {
            turns.Remove(turn);
            throw;
        }
    }
}
