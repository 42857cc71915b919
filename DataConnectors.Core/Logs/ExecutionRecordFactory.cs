using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Templating;
using DataConnectors.Core.Transformation;

namespace DataConnectors.Core.Logs;

/// <summary>
/// Turns results into records, leaving out what may not be stored. It keeps its buffers between calls, so it is for one thread at
/// a time: the recorder's.
/// </summary>
internal sealed class ExecutionRecordFactory : IDisposable
{
    private const int KeptBufferBytes = 1024 * 1024;
    private const string NotStored =
        "[not stored: the answer has redacted fields, and is not JSON in which they could be found]";

    // What is stored is read by people and by JSON parsers, never by a browser as HTML.
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Utf8JsonWriter writer;
    private ArrayBufferWriter<byte> buffer = new();

    public ExecutionRecordFactory() => writer = new Utf8JsonWriter(buffer, Options);

    public ExecutionRecord Create(ExecutionResult result)
    {
        var redaction = result.RedactedFields.Count == 0 ? null : new FieldRedaction(result);
        return new ExecutionRecord
        {
            Id = result.Id,
            ConnectorId = result.ConnectorId,
            VersionNumber = result.VersionNumber,
            StartedAt = result.StartedAt,
            Source = result.Source.ToWire(),
            PersonId = result.PersonId,
            ConversationId = result.ConversationId,
            IsSuccess = result.IsSuccess,
            HttpStatus = result.Response?.Status,
            ErrorType = result.Failure?.Type.ToWire(),
            ErrorMessage = result.Failure?.Message,
            DurationMicroseconds = Microseconds(result.Duration),
            HttpDurationMicroseconds = result.HttpDuration is { } http ? Microseconds(http) : null,
            Method = result.Request?.Method.ToWire(),
            Url = result.Request is { } request ? LoggedRequest.WithoutValues(request.Url) : null,
            InputsJson = result.Inputs is { Values.Count: > 0 } inputs ? Inputs(inputs) : "{}",
            TraceJson = Trace(result.Trace),
            RequestHeadersJson = Headers(result),
            RequestBody = result.Request?.Body is { } body ? LoggedBody.Of(body) : null,
            RawResponseBody = RawBody(result, redaction),
            ShapedResponseBody = ShapedBody(result, redaction),
        };
    }

    public void Dispose() => writer.Dispose();

    private static long Microseconds(TimeSpan duration) =>
        duration.Ticks / TimeSpan.TicksPerMicrosecond;

    private string Inputs(ResolvedInputs inputs)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in inputs.Values)
        {
            writer.WritePropertyName(name);
            switch (value.Kind)
            {
                case TemplateValueKind.Missing:
                    writer.WriteNullValue();
                    break;
                case TemplateValueKind.Boolean:
                    writer.WriteBooleanValue(value.ToString() == "true");
                    break;
                default:
                    // Numbers too: their digits are kept as they were given, and a reader that counts in doubles would lose some.
                    writer.WriteStringValue(value.ToString());
                    break;
            }
        }

        writer.WriteEndObject();
        return Take();
    }

    private string Trace(IReadOnlyList<TraceStep> trace)
    {
        writer.WriteStartArray();
        foreach (var step in trace)
        {
            writer.WriteStartObject();
            writer.WriteString("stage", StoredExecution.NameOf(step.Stage));
            writer.WriteNumber("microseconds", Microseconds(step.Duration));
            writer.WriteString("detail", step.Detail);
            if (step.IsFailure)
            {
                writer.WriteBoolean("isFailure", value: true);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        return Take();
    }

    private string Headers(ExecutionResult result)
    {
        var headers = result.Request?.Headers ?? [];
        if (headers.Count + result.SecretHeaderNames.Count == 0)
        {
            return "[]";
        }

        writer.WriteStartArray();
        foreach (var header in headers)
        {
            var isSecret =
                LoggedRequest.IsSecretHeader(header.Name)
                || result.SecretHeaderNames.Contains(header.Name, StringComparer.OrdinalIgnoreCase);
            WriteHeader(header.Name, isSecret ? LoggedRequest.Mask : header.Value);
        }

        foreach (var name in result.SecretHeaderNames)
        {
            WriteHeader(name, LoggedRequest.Mask);
        }

        writer.WriteEndArray();
        return Take();
    }

    private void WriteHeader(string name, string value)
    {
        writer.WriteStartObject();
        writer.WriteString("name", name);
        writer.WriteString("value", value);
        writer.WriteEndObject();
    }

    private string? RawBody(ExecutionResult result, FieldRedaction? redaction)
    {
        if (result.Response is not { } response)
        {
            return null;
        }

        if (redaction is null)
        {
            return LoggedBody.Of(response.Body.Span);
        }

        if (response.Body.IsEmpty)
        {
            return "";
        }

        if (result.Shaped is { } shaped)
        {
            redaction.Raw.Write(writer, shaped.Original);
            return Take();
        }

        try
        {
            using var document = JsonDocument.Parse(response.Body);
            redaction.Raw.Write(writer, document.RootElement);
            return Take();
        }
        catch (JsonException)
        {
            return NotStored;
        }
    }

    private string? ShapedBody(ExecutionResult result, FieldRedaction? redaction)
    {
        if (result.Shaped is not { } shaped)
        {
            return null;
        }

        if (redaction is null)
        {
            shaped.Root.WriteTo(writer);
        }
        else
        {
            redaction.Shaped.Write(writer, shaped.Root);
        }

        return Take();
    }

    private string Take()
    {
        writer.Flush();
        var text = Encoding.UTF8.GetString(buffer.WrittenSpan);

        // One huge answer must not keep its megabytes for good.
        if (buffer.Capacity > KeptBufferBytes)
        {
            buffer = new ArrayBufferWriter<byte>();
        }

        buffer.ResetWrittenCount();
        writer.Reset(buffer);
        return text;
    }

    /// <summary>The redacted fields under the names they have in the answer, and under those that Fin sees.</summary>
    private sealed class FieldRedaction(ExecutionResult result)
    {
        public RedactedJson Raw { get; } = new(result.RedactedFields.Select(PathOf));

        public RedactedJson Shaped { get; } = new(result.RedactedFields.SelectMany(ShapedPaths));

        private static IEnumerable<FieldPath> ShapedPaths(ResponseField field)
        {
            var path = PathOf(field);
            yield return path;
            if (field.RenamedTo is { Length: > 0 } name && !path.Steps.IsEmpty)
            {
                yield return FieldPath.Of(path.Steps[..^1]).Then(new FieldStep(name));
            }
        }

        /// <summary>The path; that of the whole answer, so that all of it is masked, should it be unreadable.</summary>
        private static FieldPath PathOf(ResponseField field) =>
            FieldPath.Parse(field.Path).TryGet(out var path, out _) ? path : FieldPath.Root;
    }
}
