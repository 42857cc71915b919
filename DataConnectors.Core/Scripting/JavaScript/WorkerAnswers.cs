using System.Globalization;
using DataConnectors.Core.Scripting.JavaScript.Wire;

namespace DataConnectors.Core.Scripting.JavaScript;

/// <summary>What a worker's answer, or its silence, means for the admin.</summary>
internal static class WorkerAnswers
{
    /// <summary>The process ended by itself.</summary>
    public static ScriptFailure Ended { get; } =
        new(
            ScriptFailureKind.Ended,
            "The code's process ended without a result: it most likely needed far more memory than it may use, or was nested too deeply. Keep less of the response, or use a loop."
        );

    /// <summary>The process was killed at the deadline.</summary>
    public static ScriptFailure TimedOut(WorkerLimits limits) =>
        new(
            ScriptFailureKind.TimedOut,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The code did not end within {limits.Time.TotalSeconds:0.###} s and was stopped. Look for a loop that never ends, or do less."
            )
        )
        {
            Report = ScriptReport.Empty with { Duration = limits.Time },
        };

    /// <summary>What was printed and used.</summary>
    public static ScriptReport Report(WorkerReply head) =>
        new(
            head.Printed,
            head.IsPrintedTruncated,
            head.Duration,
            head.PeakMemoryBytes >= 0 ? head.PeakMemoryBytes : null
        );

    /// <summary>The failure of a reply that has no result.</summary>
    public static ScriptFailure Failure(WorkerReply head) =>
        new(Kind(head.Status), head.Message, head.Line > 0 ? head.Line : null)
        {
            Summary = head.Summary.Length > 0 ? head.Summary : null,
            Report = Report(head),
        };

    private static ScriptFailureKind Kind(WorkerStatus status) =>
        status switch
        {
            WorkerStatus.Syntax => ScriptFailureKind.Syntax,
            WorkerStatus.MissingFunction => ScriptFailureKind.MissingFunction,
            WorkerStatus.Raised => ScriptFailureKind.Raised,
            WorkerStatus.TimedOut => ScriptFailureKind.TimedOut,
            WorkerStatus.OutOfMemory => ScriptFailureKind.OutOfMemory,
            WorkerStatus.NotJson => ScriptFailureKind.NotJson,
            WorkerStatus.TooLarge => ScriptFailureKind.TooLarge,
            _ => ScriptFailureKind.Ended,
        };
}
