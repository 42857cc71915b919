namespace DataConnectors.Core.Execution;

/// <summary>The stages of an execution, in their order.</summary>
public enum Stage
{
    /// <summary>Customer authentication.</summary>
    Verify = 1,

    /// <summary>Values of the data inputs.</summary>
    Resolve,

    /// <summary>Placeholders filled in.</summary>
    Render,

    /// <summary>Tokens attached.</summary>
    Authenticate,

    /// <summary>Address judged.</summary>
    Guard,

    /// <summary>Request sent, answer read.</summary>
    Send,

    /// <summary>Answer parsed and restricted.</summary>
    Shape,

    /// <summary>Values for attributes taken from the answer.</summary>
    Map,

    /// <summary>Observers told.</summary>
    Record,
}

/// <summary>What one stage did.</summary>
/// <param name="Stage">Which.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="Detail">What a person should know of it, safe to store.</param>
/// <param name="IsFailure">Whether the execution ended here.</param>
public sealed record TraceStep(
    Stage Stage,
    TimeSpan Duration,
    string Detail,
    bool IsFailure = false
);
