using DataConnectors.Core.Connectors;
using DataConnectors.Core.CustomerAuthentication;
using DataConnectors.Core.People;

namespace DataConnectors.Core.Execution;

/// <summary>One pass through the pipeline, asked for.</summary>
public sealed record ExecutionRequest
{
    /// <summary>The connector.</summary>
    public required long ConnectorId { get; init; }

    /// <summary>The version whose definition this is; null for a draft.</summary>
    public int? VersionNumber { get; init; }

    /// <summary>What to run.</summary>
    public required ConnectorDefinition Definition { get; init; }

    /// <summary>Transport, effects and observers: what makes it a preview, a test or live.</summary>
    public required ExecutionProfile Profile { get; init; }

    /// <summary>What started it.</summary>
    public required ExecutionSource Source { get; init; }

    /// <summary>Values collected from the conversation or given by the caller, by data input name.</summary>
    public IReadOnlyDictionary<string, string> CollectedInputs { get; init; } =
        new Dictionary<string, string>();

    /// <summary>The person it runs for; null for nobody in particular.</summary>
    public PersonSnapshot? Person { get; init; }

    /// <summary>The conversation it runs in; null for none.</summary>
    public ConversationSnapshot? Conversation { get; init; }

    /// <summary>What is proven of the person.</summary>
    public CustomerSession Session { get; init; } = CustomerSession.None;
}
