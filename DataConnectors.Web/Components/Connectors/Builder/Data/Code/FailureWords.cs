using DataConnectors.Core.Scripting;

namespace DataConnectors.Web.Components.Connectors.Builder.Data.Code;

/// <summary>How the ways in which code fails are said in a few words; the failure's own message says the rest.</summary>
internal static class FailureWords
{
    /// <summary>The kind of failure as a label.</summary>
    public static string Label(this ScriptFailureKind kind) =>
        kind switch
        {
            ScriptFailureKind.Unavailable => "Cannot run here",
            ScriptFailureKind.Syntax => "Does not compile",
            ScriptFailureKind.MissingFunction => "No transform function",
            ScriptFailureKind.Raised => "Error in the code",
            ScriptFailureKind.TimedOut => "Out of time",
            ScriptFailureKind.OutOfMemory => "Out of memory",
            ScriptFailureKind.Ended => "Stopped",
            ScriptFailureKind.NotJson => "Result is not JSON",
            ScriptFailureKind.TooLarge => "Result too large",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
        };
}
