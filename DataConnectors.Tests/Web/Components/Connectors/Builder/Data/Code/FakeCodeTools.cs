using DataConnectors.Core.Connectors;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Kernel;
using DataConnectors.Web.Components.Connectors.Builder.Data.Code;

namespace DataConnectors.Tests.Web.Components.Connectors.Builder.Data.Code;

/// <summary>Answers the code modes as a test says, and keeps what was asked.</summary>
internal sealed class FakeCodeTools
{
    public FakeCodeTools() =>
        Tools = new CodeTools
        {
            TestCode = (definition, answer, cancellationToken) =>
            {
                Ran.Add((definition, answer));
                return OnTest(cancellationToken);
            },
            ListAnswers = _ => Task.FromResult(Answers),
            LoadAnswer = (id, _) => Task.FromResult(Loaded(id)),
        };

    public CodeTools Tools { get; }

    public List<(ConnectorDefinition Definition, ExampleResponse Answer)> Ran { get; } = [];

    public Func<CancellationToken, Task<Outcome<CodeTestResult, Fault>>> OnTest { get; set; } =
        _ => Task.FromResult<Outcome<CodeTestResult, Fault>>(Fault.Forbidden());

    public Outcome<IReadOnlyList<LoggedAnswer>, Fault> Answers { get; set; } =
        Array.Empty<LoggedAnswer>();

    public Func<long, Outcome<ExampleResponse, Fault>> Loaded { get; set; } =
        id => new ExampleResponse(200, null, $$"""{"run":{{id}}}""");
}
