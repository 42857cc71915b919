using System.Globalization;
using System.Text.RegularExpressions;
using Acornima;
using DataConnectors.Core.Scripting.JavaScript.Wire;
using Jint;
using Jint.Native;
using Jint.Runtime;

namespace DataConnectors.Sandbox.Running;

/// <summary>Turns what the interpreter throws into sentences that say how to mend it.</summary>
internal sealed class Faults(WorkerLimits limits)
{
    /// <param name="exception">What ended the run.</param>
    /// <param name="subject">What ran, as the start of a sentence: <c>The code</c>, <c>The expression</c>.</param>
    public Fault From(Exception exception, string subject) =>
        exception switch
        {
            JavaScriptException raised => Raised(raised.Error, raised.Location.Start.Line, subject),
            PromiseRejectedException rejected => Raised(rejected.RejectedValue, 0, subject),
            ScriptPreparationException { InnerException: { } cause } => From(cause, subject),
            ParseErrorException syntax => Syntax(syntax, subject),
            RegexMatchTimeoutException => new Fault(
                WorkerStatus.TimedOut,
                "A regular expression took too long. Nested repetitions such as (a+)+ do that; simplify it."
            ),
            TimeoutException or StatementsCountOverflowException or ExecutionCanceledException =>
                TimedOut(subject),
            OutOfMemoryException or MemoryLimitExceededException => OutOfMemory(subject),
            RecursionDepthOverflowException or InsufficientExecutionStackException => new Fault(
                WorkerStatus.Raised,
                $"{subject} calls itself too often, or is nested too deeply. Use a loop instead.",
                Summary: "Too much recursion"
            ),
            // Whatever else comes out of the interpreter is a fault of its own; its text could name things of this machine.
            _ => new Fault(
                WorkerStatus.Raised,
                $"{subject} does something that the interpreter cannot carry out.",
                Summary: "An error in the interpreter"
            ),
        };

    /// <summary>It did not end in time.</summary>
    public Fault TimedOut(string subject) =>
        new(
            WorkerStatus.TimedOut,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{subject} did not end within {limits.Time.TotalSeconds:0.###} s. Look for a loop that never ends, or do less."
            )
        );

    private Fault OutOfMemory(string subject) =>
        new(
            WorkerStatus.OutOfMemory,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{subject} needed more than the {limits.MemoryBytes / (1024 * 1024)} MiB of memory it may use. Keep less of the response, or build smaller lists and texts."
            )
        );

    private static Fault Raised(JsValue error, int line, string subject) =>
        new(
            WorkerStatus.Raised,
            $"{subject} failed{Errors.OnLine(line)}: {Errors.Describe(error)}",
            line,
            $"{Errors.KindOf(error)}{Errors.OnLine(line)}"
        );

    private static Fault Syntax(ParseErrorException error, string subject) =>
        new(
            WorkerStatus.Syntax,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{subject} does not compile: line {error.LineNumber}, column {error.Column + 1}: {error.Description}"
            ),
            error.LineNumber
        );
}
