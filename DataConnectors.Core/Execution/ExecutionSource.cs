namespace DataConnectors.Core.Execution;

/// <summary>What started an execution. The wire names are the public API's.</summary>
public enum ExecutionSource
{
    /// <summary>Fin chose it in a conversation: <c>fin</c>.</summary>
    Fin,

    /// <summary>A workflow: <c>workflow</c>.</summary>
    Workflow,

    /// <summary>A teammate in the inbox: <c>inbox</c>.</summary>
    Inbox,

    /// <summary>A macro: <c>saved_reply</c>.</summary>
    SavedReply,

    /// <summary>A program, through the public API: <c>answer</c>.</summary>
    Answer,
}

/// <summary>The wire names of sources.</summary>
public static class ExecutionSourceNames
{
    /// <summary>The name as it stands in logs and the API.</summary>
    public static string ToWire(this ExecutionSource source) =>
        source switch
        {
            ExecutionSource.Fin => "fin",
            ExecutionSource.Workflow => "workflow",
            ExecutionSource.Inbox => "inbox",
            ExecutionSource.SavedReply => "saved_reply",
            ExecutionSource.Answer => "answer",
            _ => throw new ArgumentOutOfRangeException(nameof(source), source, message: null),
        };
}
