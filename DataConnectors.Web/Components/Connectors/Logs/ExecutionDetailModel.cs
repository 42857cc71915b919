using System.Text.Json;
using DataConnectors.Core.Logs;
using DataConnectors.Web.Components.Shared;

namespace DataConnectors.Web.Components.Connectors.Logs;

/// <summary>A name and a value to show side by side.</summary>
public sealed record NamedValue(string Name, string? Value);

/// <summary>A stored execution as its details show it.</summary>
public sealed record ExecutionDetailModel
{
    /// <summary>The run as stored.</summary>
    public required ExecutionRecord Record { get; init; }

    /// <summary>What was gathered before the run; a null value was missing.</summary>
    public required IReadOnlyList<NamedValue> Inputs { get; init; }

    /// <summary>Headers of the request, secrets masked.</summary>
    public required IReadOnlyList<NamedValue> Headers { get; init; }

    /// <summary>The stages in their order.</summary>
    public required IReadOnlyList<StoredTraceStep> Trace { get; init; }

    /// <summary>What did not go as the definition says and did not end the run, each once.</summary>
    public required IReadOnlyList<StoredFinding> Findings { get; init; }

    /// <summary>What was stored of the answer, without the values.</summary>
    public required IReadOnlyList<StoredChange> Changes { get; init; }

    /// <summary>The request's body, indented when it is JSON.</summary>
    public string? RequestBody { get; init; }

    /// <summary>The answer, indented when it is JSON.</summary>
    public string? RawResponse { get; init; }

    /// <summary>What Fin could see, indented.</summary>
    public string? ShapedResponse { get; init; }

    /// <summary>Reads a stored run.</summary>
    public static ExecutionDetailModel Of(ExecutionRecord record) =>
        new()
        {
            Record = record,
            Inputs = StoredExecution.Inputs(record).Select(Named).ToList(),
            Headers = StoredExecution.RequestHeaders(record).Select(Named).ToList(),
            Trace = StoredExecution.Trace(record),
            Findings = StoredExecution.Findings(record).Distinct().ToList(),
            Changes = StoredExecution.Changes(record),
            RequestBody = Indent(record.RequestBody),
            RawResponse = Indent(record.RawResponseBody),
            ShapedResponse = Indent(record.ShapedResponseBody),
        };

    private static NamedValue Named(KeyValuePair<string, string?> pair) =>
        new(pair.Key, pair.Value);

    private static string? Indent(string? body)
    {
        if (body is null)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            return ReadableJson.Write(document.RootElement, isIndented: true);
        }
        catch (JsonException)
        {
            return body;
        }
    }
}
