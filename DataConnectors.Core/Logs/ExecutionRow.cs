using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Templating;

namespace DataConnectors.Core.Logs;

/// <summary>
/// What is stored of one execution, with everything left out that may not be, as UTF-8 in one buffer. The buffer is used again for
/// the next execution, so a row is for one thread: the recorder's.
/// </summary>
internal sealed class ExecutionRow : IDisposable
{
    private const int KeptBufferBytes = 1024 * 1024;

    // What is stored is read by people and by JSON parsers, never by a browser as HTML.
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private readonly Utf8JsonWriter writer;
    private ArrayBufferWriter<byte> buffer = new(initialCapacity: 16 * 1024);

    public ExecutionRow() => writer = new Utf8JsonWriter(buffer, Options);

    /// <summary>The execution as it finished; scalars are read from it directly.</summary>
    public ExecutionResult Result { get; private set; } = null!;

    public StoredText Source { get; private set; }

    public StoredText ErrorType { get; private set; }

    public StoredText ErrorMessage { get; private set; }

    public StoredText Method { get; private set; }

    public StoredText Url { get; private set; }

    public StoredText Inputs { get; private set; }

    public StoredText Trace { get; private set; }

    public StoredText Findings { get; private set; }

    public StoredText Changes { get; private set; }

    public StoredText RequestHeaders { get; private set; }

    public StoredText RequestBody { get; private set; }

    public StoredText RawResponse { get; private set; }

    public StoredText ShapedResponse { get; private set; }

    /// <summary>The bytes of one of the texts.</summary>
    public ReadOnlySpan<byte> Utf8Of(StoredText text) =>
        buffer.WrittenSpan.Slice(text.Start, text.Length);

    /// <summary>Replaces the row by that of another execution.</summary>
    public void Fill(ExecutionResult result)
    {
        FillShown(result);
        Inputs = WriteInputs(result.Inputs);
        Trace = WriteTrace(result);
        Findings = WriteFindings(result.Findings);
        Changes = WriteChanges(result.AcceptedChanges);
        RequestHeaders = WriteHeaders(result);
    }

    /// <summary>The same without what only the console shows: inputs, trace, findings, changes and headers.</summary>
    public void FillShown(ExecutionResult result)
    {
        // One huge answer must not keep its megabytes for good.
        if (buffer.Capacity > KeptBufferBytes)
        {
            buffer = new ArrayBufferWriter<byte>(initialCapacity: 16 * 1024);
        }

        buffer.ResetWrittenCount();
        Result = result;
        Source = Write(result.Source.ToWire());
        ErrorType = Write(result.Failure?.Type.ToWire());
        ErrorMessage = Write(MessageOf(result));
        Method = Write(result.Method.ToWire());
        Url = result.Request is { } request
            ? Write(LoggedRequest.WithoutValues(request.Url))
            : StoredText.Null;
        RequestBody = result.Request?.Body is { } body ? WriteBody(body) : StoredText.Null;
        var redaction = FieldRedaction.For(result);
        RawResponse = WriteRaw(result, redaction);
        ShapedResponse = WriteShaped(result, redaction);
    }

    public void Dispose() => writer.Dispose();

    public static long Microseconds(TimeSpan duration) =>
        duration.Ticks / TimeSpan.TicksPerMicrosecond;

    // The text of an error that code raised may hold any value of the answer.
    private static string? MessageOf(ExecutionResult result) =>
        result.RedactedFields.Count > 0
            ? result.Failure?.Summary ?? result.Failure?.Message
            : result.Failure?.Message;

    private StoredText WriteInputs(ResolvedInputs? inputs)
    {
        var json = BeginJson();
        writer.WriteStartObject();
        foreach (var (name, value) in inputs?.Values ?? EmptyInputs)
        {
            writer.WritePropertyName(name);
            if (value.IsMissing)
            {
                writer.WriteNullValue();
            }
            else if (value.Kind == TemplateValueKind.Boolean)
            {
                writer.WriteBooleanValue(value.ToString() == "true");
            }
            else
            {
                // Numbers too: a reader that counts in doubles would lose digits.
                writer.WriteStringValue(value.ToString());
            }
        }

        writer.WriteEndObject();
        return EndJson(json);
    }

    private StoredText WriteTrace(ExecutionResult result)
    {
        var json = BeginJson();
        // Lists instead of objects: the names would be half of what is stored.
        writer.WriteStartArray();
        foreach (var step in result.Trace)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(StoredExecution.NameOf(step.Stage));
            writer.WriteNumberValue(Microseconds(step.Duration));
            writer.WriteStringValue(step.IsFailure ? MessageOf(result) : step.Detail);
            if (step.IsFailure)
            {
                writer.WriteBooleanValue(value: true);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        return EndJson(json);
    }

    private StoredText WriteFindings(IReadOnlyList<Problem> findings)
    {
        var json = BeginJson();
        writer.WriteStartArray();
        foreach (var finding in findings.Take(StoredExecution.MostFindings))
        {
            writer.WriteStartArray();
            writer.WriteStringValue(finding.Path);
            writer.WriteStringValue(finding.Message);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        return EndJson(json);
    }

    private StoredText WriteChanges(IReadOnlyList<ObjectChange> changes)
    {
        var json = BeginJson();
        StoredChanges.Write(writer, changes);
        return EndJson(json);
    }

    private StoredText WriteHeaders(ExecutionResult result)
    {
        var json = BeginJson();
        writer.WriteStartArray();
        foreach (var header in result.Request?.Headers ?? [])
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
        return EndJson(json);
    }

    private void WriteHeader(string name, string value)
    {
        writer.WriteStartObject();
        writer.WriteString("name"u8, name);
        writer.WriteString("value"u8, value);
        writer.WriteEndObject();
    }

    private StoredText WriteRaw(ExecutionResult result, FieldRedaction? redaction)
    {
        if (result.Response is not { } response)
        {
            return StoredText.Null;
        }

        if (redaction is null || response.Body.IsEmpty)
        {
            return WriteBody(response.Body.Span);
        }

        if (result.Shaped is { } shaped)
        {
            return WriteRedacted(redaction.Raw, shaped.Original);
        }

        try
        {
            using var document = JsonDocument.Parse(response.Body);
            return WriteRedacted(redaction.Raw, document.RootElement);
        }
        catch (JsonException)
        {
            return Write(FieldRedaction.NotStored);
        }
    }

    private StoredText WriteShaped(ExecutionResult result, FieldRedaction? redaction)
    {
        if (result.Shaped is not { } shaped)
        {
            return StoredText.Null;
        }

        if (redaction is not null)
        {
            return shaped.IsMadeByCode
                ? Write(FieldRedaction.NotStoredCode)
                : WriteRedacted(redaction.Shaped, shaped.Root);
        }

        // With full access, the default, Fin sees the answer as it came: most of a record would be stored twice.
        var root = JsonMarshal.GetRawUtf8Value(shaped.Root);
        if (root.SequenceEqual(result.Response!.Body.Span))
        {
            return Write(StoredExecution.SameAsRaw);
        }

        var start = buffer.WrittenCount;
        buffer.Write(root);
        return new StoredText(start, buffer.WrittenCount - start);
    }

    private StoredText WriteRedacted(RedactedJson redacted, JsonElement value)
    {
        var json = BeginJson();
        redacted.Write(writer, value);
        return EndJson(json);
    }

    private StoredText WriteBody(ReadOnlySpan<byte> body)
    {
        if (!LoggedBody.IsText(body))
        {
            return Write(LoggedBody.Describe(body));
        }

        var start = buffer.WrittenCount;
        buffer.Write(LoggedBody.WithoutMark(body));
        return new StoredText(start, buffer.WrittenCount - start);
    }

    private StoredText Write(string? text)
    {
        if (text is null)
        {
            return StoredText.Null;
        }

        var start = buffer.WrittenCount;
        Encoding.UTF8.GetBytes(text, buffer);
        return new StoredText(start, buffer.WrittenCount - start);
    }

    private int BeginJson()
    {
        writer.Reset(buffer);
        return buffer.WrittenCount;
    }

    private StoredText EndJson(int start)
    {
        writer.Flush();
        return new StoredText(start, buffer.WrittenCount - start);
    }

    private static readonly Dictionary<string, TemplateValue> EmptyInputs = [];
}

/// <summary>Where a text stands in the buffer of a row.</summary>
/// <param name="Start">Its first byte; negative for SQL's null.</param>
/// <param name="Length">Its bytes.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StoredText(int Start, int Length)
{
    /// <summary>No text.</summary>
    public static StoredText Null { get; } = new(-1, 0);

    public bool IsNull => Start < 0;
}
