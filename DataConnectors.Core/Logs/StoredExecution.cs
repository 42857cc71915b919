using System.Text.Json;
using DataConnectors.Core.Execution;

namespace DataConnectors.Core.Logs;

/// <summary>One stage of a stored trace.</summary>
/// <param name="Stage">Its name in lower case, such as <c>send</c>.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="Detail">What a person should know of it.</param>
/// <param name="IsFailure">Whether the run ended here.</param>
public sealed record StoredTraceStep(
    string Stage,
    TimeSpan Duration,
    string Detail,
    bool IsFailure
);

/// <summary>Something that did not go as the definition says.</summary>
/// <param name="Path">The place in the definition: <c>objectMappings[0].attributes[1].responsePath</c>.</param>
/// <param name="Message">What happened; it never quotes the answer.</param>
public sealed record StoredFinding(string Path, string Message);

/// <summary>Reads the JSON columns of a record. What writes them is <see cref="ExecutionRow"/>.</summary>
public static class StoredExecution
{
    /// <summary>How many findings of one run are stored.</summary>
    public const int MostFindings = 100;

    /// <summary>Stands in the table for a shaped response that is the raw one; no JSON looks like it.</summary>
    internal const string SameAsRaw = "=";

    private static readonly string[] StageNames =
    [
        .. Enum.GetNames<Stage>().Select(name => name.ToLowerInvariant()),
    ];

    /// <summary>The data inputs in their order; null for one without a value.</summary>
    public static IReadOnlyList<KeyValuePair<string, string?>> Inputs(ExecutionRecord record)
    {
        using var document = JsonDocument.Parse(record.InputsJson);
        return
        [
            .. document
                .RootElement.EnumerateObject()
                .Select(input => KeyValuePair.Create(input.Name, TextOf(input.Value))),
        ];
    }

    /// <summary>The headers in the order they were sent, secrets masked.</summary>
    public static IReadOnlyList<KeyValuePair<string, string?>> RequestHeaders(
        ExecutionRecord record
    )
    {
        using var document = JsonDocument.Parse(record.RequestHeadersJson);
        return
        [
            .. document
                .RootElement.EnumerateArray()
                .Select(header =>
                    KeyValuePair.Create(
                        header.GetProperty("name").GetString()!,
                        header.GetProperty("value").GetString()
                    )
                ),
        ];
    }

    /// <summary>The stages in their order.</summary>
    public static IReadOnlyList<StoredTraceStep> Trace(ExecutionRecord record)
    {
        using var document = JsonDocument.Parse(record.TraceJson);
        return
        [
            .. document
                .RootElement.EnumerateArray()
                .Select(step => new StoredTraceStep(
                    step[0].GetString()!,
                    TimeSpan.FromMicroseconds(step[1].GetInt64()),
                    step[2].GetString()!,
                    step.GetArrayLength() > 3 && step[3].GetBoolean()
                )),
        ];
    }

    /// <summary>What did not go as the definition says, by place in the definition; at most <see cref="MostFindings"/>.</summary>
    public static IReadOnlyList<StoredFinding> Findings(ExecutionRecord record)
    {
        using var document = JsonDocument.Parse(record.FindingsJson);
        return
        [
            .. document
                .RootElement.EnumerateArray()
                .Select(finding => new StoredFinding(
                    finding[0].GetString()!,
                    finding[1].GetString()!
                )),
        ];
    }

    /// <summary>What was stored of the answer, one entry for each type of object.</summary>
    public static IReadOnlyList<StoredChange> Changes(ExecutionRecord record)
    {
        using var document = JsonDocument.Parse(record.ChangesJson);
        return StoredChanges.Read(document.RootElement);
    }

    /// <summary>The shaped response that a column holds or refers to.</summary>
    internal static string? Shaped(string? stored, string? raw) =>
        stored == SameAsRaw ? raw : stored;

    internal static string NameOf(Stage stage) => StageNames[(int)stage - 1];

    private static string? TextOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => value.GetString(),
            _ => value.GetRawText(),
        };
}
