using System.Globalization;
using System.Text.RegularExpressions;
using Acornima;
using DataConnectors.Core.Scripting.JavaScript.Wire;
using Jint;
using Jint.Runtime;

namespace DataConnectors.Sandbox.Running;

/// <summary>Turns what the interpreter throws into sentences that say how to mend it.</summary>
internal sealed class Faults(WorkerLimits limits)
{
    // Said with a TypeError when there are such numbers: it is what almost every one of them then means.
    private const string BigIntegers =
        " The value has whole numbers beyond 2^53. They arrive as BigInt, so that no digit is lost; use Number(x) to compute with one and String(x) to show it.";

    /// <summary>Why the run that this exception ended has no result.</summary>
    public Fault From(Exception exception, Run run)
    {
        var fault = From(exception, run.Subject);
        return run.HasBigIntegers && fault.Summary.StartsWith("TypeError", StringComparison.Ordinal)
            ? fault with
            {
                Message = fault.Message + "." + BigIntegers,
            }
            : fault;
    }

    private Fault From(Exception exception, string subject) =>
        exception switch
        {
            JavaScriptException raised => Raised(
                Errors.Describe(raised.Error),
                Errors.KindOf(raised.Error),
                raised.Location.Start.Line,
                subject
            ),
            // An error of the language that was raised where the interpreter had no statement at hand; its types are internal.
            JintException when Kind(exception) is { } kind => Raised(
                $"{kind}: {exception.Message}",
                kind,
                line: 0,
                subject
            ),
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
                $"{subject} does something that the interpreter cannot carry out, such as import(). Write it another way.",
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

    private static string? Kind(Exception exception) =>
        exception.GetType().Name switch
        {
            "TypeErrorException" => "TypeError",
            "RangeErrorException" => "RangeError",
            "SyntaxErrorException" => "SyntaxError",
            _ => null,
        };

    private static Fault Raised(string text, string kind, int line, string subject) =>
        new(
            WorkerStatus.Raised,
            $"{subject} failed{Errors.OnLine(line)}: {text}",
            line,
            $"{kind}{Errors.OnLine(line)}"
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
