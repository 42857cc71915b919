using DataConnectors.Core.Execution;

namespace DataConnectors.Core.Logs;

/// <summary>The redacted fields of a connector under the names they have in the answer, and under those that Fin sees.</summary>
internal sealed class FieldRedaction
{
    /// <summary>Stands for an answer in which the fields could not be looked for.</summary>
    public const string NotStored =
        "[not stored: the answer has redacted fields, and is not JSON in which they could be found]";

    /// <summary>Stands for what code made of an answer, in which a redacted value may stand anywhere.</summary>
    public const string NotStoredCode =
        "[not stored: the answer has redacted fields, and code reshaped it]";

    private FieldRedaction(ExecutionResult result)
    {
        Raw = new RedactedJson(result.RedactedFields);
        Shaped = new RedactedJson(result.RedactedFields.Concat(result.RedactedOutput));
    }

    /// <summary>For the answer as it came.</summary>
    public RedactedJson Raw { get; }

    /// <summary>For what Fin could see.</summary>
    public RedactedJson Shaped { get; }

    /// <summary>Null when nothing is redacted.</summary>
    public static FieldRedaction? For(ExecutionResult result) =>
        result.RedactedFields.Count == 0 ? null : new FieldRedaction(result);
}
