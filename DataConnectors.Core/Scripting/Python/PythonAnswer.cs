namespace DataConnectors.Core.Scripting.Python;

/// <summary>How a run ended, as the worker numbers it.</summary>
internal enum PythonOutcome : byte
{
    Result,
    Raised,
    Missing,
    Memory,
    Ended,
    NotJson,
    TooLarge,
    TimedOut,
}

/// <summary>What the worker answered to one message.</summary>
/// <param name="Text">The result as JSON, or what is to be said about the failure.</param>
internal sealed record PythonAnswer(byte[] Text)
{
    public PythonOutcome Outcome { get; init; }

    public int Line { get; init; }

    public TimeSpan Duration { get; init; }

    public long Memory { get; init; }

    public byte[] Printed { get; init; } = [];
}
