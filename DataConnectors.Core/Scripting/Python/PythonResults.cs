using System.Text;
using System.Text.Json;
using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Scripting.Python;

/// <summary>Reads what a run gave, trusting none of it.</summary>
internal static class PythonResults
{
    private static readonly JsonDocumentOptions Strict = new()
    {
        MaxDepth = ScriptLimits.MaxDepth,
        AllowDuplicateProperties = false,
    };

    private static readonly JsonDocumentOptions AllowingDuplicates = new()
    {
        MaxDepth = ScriptLimits.MaxDepth,
    };

    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 10_000 };

    public static Outcome<ScriptRun, ScriptFailure> Read(PythonAnswer answer)
    {
        var report = Report(answer);
        if (answer.Outcome != PythonOutcome.Result)
        {
            return PythonFailures.Of(answer, report);
        }

        if (TryParse(answer.Text, Strict) is { } result)
        {
            return new ScriptRun(result, report);
        }

        // Why is asked only then.
        return TryParse(answer.Text, AllowingDuplicates) is not null
                ? PythonFailures.NotJson(PythonFailures.TwoKeysAlike, report)
            : TryParse(answer.Text, Deep) is not null
                ? PythonFailures.NotJson(PythonFailures.Depth, report)
            : PythonFailures.Ended(report);
    }

    private static JsonElement? TryParse(byte[] text, JsonDocumentOptions options)
    {
        try
        {
            return JsonElement.Parse(text, options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ScriptReport Report(PythonAnswer answer)
    {
        var printed = answer.Printed.Length == 0 ? "" : Encoding.UTF8.GetString(answer.Printed);
        var isTruncated = printed.Length > ScriptLimits.MaxPrintedCharacters;
        if (isTruncated)
        {
            var end = ScriptLimits.MaxPrintedCharacters;
            printed = printed[..(char.IsHighSurrogate(printed[end - 1]) ? end - 1 : end)];
        }

        return new ScriptReport(printed, isTruncated, answer.Duration, answer.Memory);
    }
}
