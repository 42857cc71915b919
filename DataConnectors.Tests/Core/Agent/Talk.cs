using DataConnectors.Core.Agent;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Content;
using DataConnectors.Core.CustomerAuthentication;
using DataConnectors.Core.People;
using DataConnectors.Tests.Core.Execution;
using DataConnectors.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Business = DataConnectors.Tests.Core.Agent.Candidates;

namespace DataConnectors.Tests.Core.Agent;

/// <summary>A conversation with an agent whose connectors run through the real executor against a real server on loopback.</summary>
internal sealed class Talk : IAsyncDisposable
{
    private readonly ExecutorHarness harness;
    private readonly List<SaidBefore> history = [];

    private Talk(ExecutorHarness harness)
    {
        this.harness = harness;
        Agent = new DeterministicAgent(harness.Executor, TimeProvider.System);
        Candidates =
        [
            Candidate(
                1,
                harness.Get() with
                {
                    Description = "Looks up an order",
                    DataInputs = [new DataInput { Name = "order_id", ExampleValue = "1001" }],
                }
            ),
            Candidate(
                2,
                harness.Get("/orders/{{order_id}}/cancel") with
                {
                    Name = "Cancel order",
                    Method = RequestMethod.Post,
                }
            ),
            Candidate(
                3,
                harness.Get("/hotels?city={{city}}&guests={{guests}}") with
                {
                    Name = "Search hotels",
                    DataInputs =
                    [
                        Business.Input("city", "The city"),
                        Business.Input("guests", "Number of guests", DataInputType.Number),
                    ],
                }
            ),
            Candidate(
                4,
                harness.Get("/balance") with
                {
                    Name = "Get account balance",
                    CustomerAuthentication = true,
                }
            ),
        ];
    }

    public IReadOnlyList<AgentCandidate> Candidates { get; set; }

    /// <summary>Who answers.</summary>
    public IAgent Agent { get; set; }

    public ExecutorHarness Harness => harness;

    public PersonSnapshot? Person { get; set; }

    public IReadOnlyList<ArticleText> Articles { get; set; } = [];

    public LoopbackApi Api => harness.Api;

    public AgentState? State { get; private set; }

    public AgentTurn? Turn { get; private set; }

    public List<AgentEvent> Events { get; } = [];

    public CustomerSession Session { get; set; } = CustomerSession.None;

    public bool UseExampleInputs { get; set; }

    /// <summary>Begins one with the deterministic agent, or with the agent that <paramref name="configure"/> adds.</summary>
    public static async Task<Talk> CreateAsync(Action<IServiceCollection>? configure = null)
    {
        var talk = new Talk(await ExecutorHarness.CreateAsync(configure: configure));
        if (configure is not null)
        {
            talk.Agent = talk.Harness.Database.Get<IAgent>();
        }

        return talk;
    }

    public async Task<string> SayAsync(string message)
    {
        Events.Clear();
        Turn = await Agent.ReplyAsync(
            new AgentRequest
            {
                Message = message,
                Candidates = Candidates,
                State = State,
                Session = Session,
                Person = Person,
                Articles = Articles,
                History = [.. history],
                UseExampleInputs = UseExampleInputs,
                OnEvent = Events.Add,
            },
            CancellationToken.None
        );
        State = Turn.State;
        history.Add(new SaidBefore(IsByPerson: true, message));
        history.Add(new SaidBefore(IsByPerson: false, Turn.Answer));
        return Turn.Answer;
    }

    public ValueTask DisposeAsync() => harness.DisposeAsync();

    /// <summary>A connector that would run for real.</summary>
    public AgentCandidate Candidate(long id, ConnectorDefinition definition) =>
        new(id, 1, definition, harness.Profiles.Live);
}
