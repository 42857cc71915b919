using System.Text.Json;
using System.Text.Unicode;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Transformation;
using DataConnectors.Web.PublicApi.Errors;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace DataConnectors.Web.PublicApi.Requests;

/// <summary>Reads the JSON that was sent. What is not JSON, or is ambiguous, is refused before anybody looks at it.</summary>
internal static class RequestBody
{
    /// <summary>The largest body, 1 MiB.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>
    /// How much of a body is read before the connection is closed on it, 4 MiB: whoever is still sending when that happens does not get to
    /// read why, so a body that is only somewhat too large is let in to its end and then refused.
    /// </summary>
    public const int MaxReadBytes = 4 * MaxBytes;

    private const int JsonLevels = ResponseParser.MaxDepth + 4;

    /// <summary>The body, read into memory.</summary>
    public static async Task<byte[]> ReadBytesAsync(HttpContext context)
    {
        // The server holds the body to the length that was announced.
        if (context.Request.ContentLength is >= 0 and <= MaxBytes and var length)
        {
            var body = new byte[length];
            await context.Request.Body.ReadExactlyAsync(body, context.RequestAborted);
            return body;
        }

        using var kept = new MemoryStream();
        var part = new byte[16 * 1024];
        var total = 0L;
        int count;
        while ((count = await context.Request.Body.ReadAsync(part, context.RequestAborted)) > 0)
        {
            total += count;
            if (total <= MaxBytes)
            {
                kept.Write(part, 0, count);
            }
        }

        return total <= MaxBytes
            ? kept.ToArray()
            : throw new BadHttpRequestException(
                "The body is too large.",
                StatusCodes.Status413PayloadTooLarge
            );
    }

    /// <summary>The body as a record of the contract, or the answer that names everything that does not fit.</summary>
    /// <param name="context">The request.</param>
    /// <param name="readOnly">The names of members that only answers have, which are ignored.</param>
    public static async Task<Outcome<SentRecord<T>, RequestRefusal>> ReadAsync<T>(
        HttpContext context,
        IReadOnlySet<string> readOnly
    )
    {
        return (await ReadJsonAsync<T>(context, readOnly)).TryGet(out var json, out var refusal)
            ? new SentRecord<T>(
                json.Deserialize<T>(ApiJson.Options)!,
                json.EnumerateObject()
                    .Select(member => member.Name)
                    .ToHashSet(StringComparer.Ordinal)
            )
            : refusal;
    }

    /// <summary>The body as JSON that has the shape of a record of the contract, or the answer that names everything that does not fit.</summary>
    /// <param name="context">The request.</param>
    /// <param name="readOnly">The names of members that only answers have, which are ignored.</param>
    public static async Task<Outcome<JsonElement, RequestRefusal>> ReadJsonAsync<T>(
        HttpContext context,
        IReadOnlySet<string> readOnly
    )
    {
        if (!IsJson(context.Request.ContentType))
        {
            return Fail(
                StatusCodes.Status415UnsupportedMediaType,
                "Send the body as JSON in UTF-8, with Content-Type: application/json."
            );
        }

        if (!Parse(await ReadBytesAsync(context)).TryGet(out var json, out var refusal))
        {
            return refusal;
        }

        var errors = RequestShape.Check(json, typeof(T), readOnly);
        return errors.Count > 0 ? RequestRefusal.Invalid(errors) : json;
    }

    private static Outcome<JsonElement, RequestRefusal> Parse(byte[] body)
    {
        var bytes = body.AsSpan();
        if (bytes.StartsWith("\uFEFF"u8))
        {
            bytes = bytes[3..];
        }

        if (bytes.IsEmpty)
        {
            return Fail(StatusCodes.Status400BadRequest, "The body is empty. Send a JSON object.");
        }

        if (!Utf8.IsValid(bytes))
        {
            return Fail(StatusCodes.Status400BadRequest, "The body is not valid UTF-8.");
        }

        try
        {
            var json = JsonElement.Parse(bytes, new JsonDocumentOptions { MaxDepth = JsonLevels });
            return JsonNames.FindFault(json) is { } fault
                ? Fail(StatusCodes.Status400BadRequest, fault)
                : json;
        }
        catch (JsonException fault)
        {
            return Fail(
                StatusCodes.Status400BadRequest,
                $"The body is not valid JSON at line {fault.LineNumber + 1}, column {fault.BytePositionInLine + 1}."
            );
        }
    }

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && (Is(type.SubType, "json") || Is(type.Suffix, "json"))
        && (!type.Charset.HasValue || Is(type.Charset, "utf-8") || Is(type.Charset, "\"utf-8\""));

    private static bool Is(StringSegment text, string expected) =>
        text.Equals(expected, StringComparison.OrdinalIgnoreCase);

    private static RequestRefusal Fail(int statusCode, string message) =>
        RequestRefusal.Unreadable(statusCode, message);
}

/// <summary>A record that was sent.</summary>
/// <param name="Value">The record; members that were not sent are null.</param>
/// <param name="Given">The names of the members that were sent, null among them.</param>
internal sealed record SentRecord<T>(T Value, IReadOnlySet<string> Given);
