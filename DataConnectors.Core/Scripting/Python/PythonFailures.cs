using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DataConnectors.Core.Scripting.Python;

/// <summary>The sentences for everything that can go wrong with a script.</summary>
internal static class PythonFailures
{
    public const string Depth =
        "The result is nested deeper than 64 levels. Return something flatter.";

    public const string TwoKeysAlike =
        "The result has a key twice: as text and as a number, true, false or None that is written the same. Use text for keys.";

    public static ScriptFailure Unavailable(string obstacle) =>
        new(ScriptFailureKind.Unavailable, obstacle);

    public static ScriptFailure Syntax(ScriptDiagnostic diagnostic) =>
        new(
            ScriptFailureKind.Syntax,
            Invariant(
                $"The code does not compile: {diagnostic.Message} (line {diagnostic.Line}, column {diagnostic.Column})."
            ),
            diagnostic.Line
        )
        {
            Summary = Invariant($"The code does not compile (line {diagnostic.Line})."),
        };

    public static ScriptFailure TooLong() =>
        new(
            ScriptFailureKind.Syntax,
            Invariant($"The code is longer than {Script.MaxCodeLength:N0} characters. Shorten it.")
        );

    public static ScriptFailure TimedOut(ScriptReport report) =>
        new(
            ScriptFailureKind.TimedOut,
            Invariant(
                $"The code did not end within {ScriptLimits.Time.TotalSeconds} s and was stopped. Look for a loop that does not end, or do less."
            )
        )
        {
            Report = report,
        };

    public static ScriptFailure Ended(ScriptReport report) =>
        new(
            ScriptFailureKind.Ended,
            "The code's process ended before transform returned: it crashed or exited. Let transform return a value."
        )
        {
            Report = report,
        };

    public static ScriptFailure NotJson(string message, ScriptReport report) =>
        new(ScriptFailureKind.NotJson, message) { Report = report };

    /// <summary>What an answer that is no result means.</summary>
    public static ScriptFailure Of(PythonAnswer answer, ScriptReport report)
    {
        int? line = answer.Line == 0 ? null : answer.Line;
        var at = line is null ? "" : Invariant($" (line {line})");
        return answer.Outcome switch
        {
            PythonOutcome.Raised => Raised(answer.Text, line, at),
            PythonOutcome.Missing => Missing(Encoding.UTF8.GetString(answer.Text), line, at),
            PythonOutcome.Memory => new(
                ScriptFailureKind.OutOfMemory,
                Invariant(
                    $"The code wanted more than {ScriptLimits.MemoryBytes / 1024 / 1024} MiB of memory{at}. Keep less at a time."
                ),
                line
            ),
            PythonOutcome.NotJson => new(
                ScriptFailureKind.NotJson,
                $"The result cannot be written as JSON: {Encoding.UTF8.GetString(answer.Text)}."
            )
            {
                Summary = "The result cannot be written as JSON.",
            },
            PythonOutcome.TooLarge => new(
                ScriptFailureKind.TooLarge,
                Invariant(
                    $"The result is larger than {ScriptLimits.MaxResultBytes / 1024 / 1024} MiB. Return fewer fields or items."
                )
            ),
            PythonOutcome.TimedOut => TimedOut(report),
            _ => answer.Text.Length > 0
                ? new(
                    ScriptFailureKind.Ended,
                    $"The code exited instead of returning a result{at}. Use return.",
                    line
                )
                : Ended(report),
        } with
        {
            Report = report,
        };
    }

    private static ScriptFailure Raised(byte[] text, int? line, string at)
    {
        var (type, message) = ReadError(text);
        var hint = type switch
        {
            "RecursionError" => "; let a function call itself less often, or use a loop",
            _ => "",
        };
        var what = message.Length == 0 ? type : $"{type}: {message}";
        return new(ScriptFailureKind.Raised, $"{what}{hint}{at}", line)
        {
            Summary = line is null ? type : Invariant($"{type} on line {line}"),
        };
    }

    private static ScriptFailure Missing(string what, int? line, string at) =>
        what == "arguments"
            ? new(
                ScriptFailureKind.MissingFunction,
                $"transform must take one or two arguments{at}: def transform(response) or def transform(response, context).",
                line
            )
            : new(
                ScriptFailureKind.MissingFunction,
                "There is no function transform. Begin on line 1 with: def transform(response):"
            );

    // Written by the run itself, hence possibly anything.
    private static (string Type, string Message) ReadError(byte[] text)
    {
        try
        {
            return JsonSerializer.Deserialize<string[]>(text) is [{ } type, { } message]
                ? (type, message)
                : ("Error", "");
        }
        catch (JsonException)
        {
            return ("Error", "");
        }
    }

    private static string Invariant(FormattableString text) =>
        text.ToString(CultureInfo.InvariantCulture);
}
