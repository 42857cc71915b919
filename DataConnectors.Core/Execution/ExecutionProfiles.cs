using DataConnectors.Core.Connectors;
using DataConnectors.Core.Execution.Transport;

namespace DataConnectors.Core.Execution;

/// <summary>Makes the three profiles. Nothing else does, so what each of them may do is read here.</summary>
public sealed class ExecutionProfiles
{
    private static readonly IObjectChangeWriter Discard = new DiscardChanges();

    /// <summary>Takes the real transport and everybody who is told of live runs.</summary>
    public ExecutionProfiles(HttpTransport http, IEnumerable<IExecutionObserver> observers)
    {
        Live = new ExecutionProfile(http, new CommitChangesWithRecord(), [.. observers]);
        Test = new ExecutionProfile(http, Discard, []);
    }

    /// <summary>Real call, real effects, recorded.</summary>
    public ExecutionProfile Live { get; }

    /// <summary>Real call, no effects here, nobody told. What a write does at the API is real.</summary>
    public ExecutionProfile Test { get; }

    /// <summary>No call: the answer is <paramref name="example"/> (null when none was given yet). No effects, nobody told.</summary>
    public static ExecutionProfile Preview(ExampleResponse? example) =>
        new(new ExampleTransport(example), Discard, []);
}
