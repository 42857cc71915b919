using DataConnectors.Core.Scripting.JavaScript.Wire;

namespace DataConnectors.Sandbox.Running;

/// <summary>What a request led to.</summary>
internal abstract record Answer
{
    private Answer() { }

    /// <summary>A result, written after the head of the reply.</summary>
    public sealed record Given(Action<FrameWriter> Write) : Answer;

    /// <summary>None, and why.</summary>
    public sealed record Failed(Fault Fault) : Answer;
}
