using System.Collections.Immutable;
using DataConnectors.Core.Agent;

namespace DataConnectors.Web.Components.Messenger;

/// <summary>One message of the preview, what Fin did with it step by step, and its answer.</summary>
public sealed class PreviewTurn(int number, string message, bool isReal)
{
    private ImmutableList<AgentEvent> steps = [];

    /// <summary>1 for the first.</summary>
    public int Number { get; } = number;

    /// <summary>What was written.</summary>
    public string Message { get; } = message;

    /// <summary>Whether the API was called for real.</summary>
    public bool IsReal { get; } = isReal;

    /// <summary>What Fin answered; null while it is at work.</summary>
    public string? Answer { get; set; }

    /// <summary>The steps so far, in order.</summary>
    public IReadOnlyList<AgentEvent> Steps => steps;

    /// <summary>Adds a step; safe from any thread.</summary>
    public void Add(AgentEvent step) =>
        ImmutableInterlocked.Update(ref steps, list => list.Add(step));
}
