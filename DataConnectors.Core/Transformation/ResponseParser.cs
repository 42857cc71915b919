using System.Text;
using System.Text.Json;
using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Transformation;

/// <summary>Reads the body of an answer, whatever it is, into JSON.</summary>
public static class ResponseParser
{
    /// <summary>How deeply objects, lists and elements may be nested.</summary>
    public const int MaxDepth = 64;

    /// <summary>
    /// Reads JSON (by content type, or because it looks like it), XML and other text, in UTF-8, in UTF-16, or in the charset of the
    /// content type. Of a key that stands twice in an object the last value counts, here and so everywhere. JSON lines are read as a list
    /// under their own content type (<c>application/x-ndjson</c>).
    /// </summary>
    /// <param name="body">The body, decompressed.</param>
    /// <param name="contentType">The header's value; null when there was none.</param>
    /// <returns>
    /// The answer, or a failure for JSON and XML that are malformed under their own content type (JSON also under none), for nesting
    /// beyond <see cref="MaxDepth"/>, for web pages, and for binary answers.
    /// </returns>
    public static Outcome<ParsedResponse, TransformationFailure> Parse(
        ReadOnlyMemory<byte> body,
        string? contentType
    )
    {
        var type = MediaType.Parse(contentType);
        if (body.IsEmpty)
        {
            return ParsedResponse.Empty;
        }

        if (ResponseText.Decode(body, type) is not { } text)
        {
            return new TransformationFailure(
                $"The answer is binary ({BinarySignature.Name(body.Span, type)}), not JSON, XML or text."
            );
        }

        var trimmed = text.Span.TrimStart(" \t\r\n"u8);
        if (trimmed.IsEmpty)
        {
            return ParsedResponse.Empty;
        }

        return type.Kind switch
        {
            MediaKind.JsonLines => JsonText.ParseLines(text),
            MediaKind.Json when trimmed[0] != '<' => JsonText.Parse(text),
            MediaKind.Json => MislabelledXml(text, trimmed),
            MediaKind.Xml when trimmed[0] is not ((byte)'{' or (byte)'[') => XmlToJson.Parse(text),
            MediaKind.Xml => JsonText.Parse(text),
            _ => Sniff(text, trimmed, type.Kind),
        };
    }

    private static Outcome<ParsedResponse, TransformationFailure> MislabelledXml(
        ReadOnlyMemory<byte> text,
        ReadOnlySpan<byte> trimmed
    )
    {
        if (!IsHtml(trimmed, MediaKind.Json))
        {
            var xml = XmlToJson.Parse(text);
            if (xml.IsSuccess || xml.Failure is { IsTooDeep: true })
            {
                return xml;
            }
        }

        return JsonText.Parse(text);
    }

    /// <summary>APIs mislabel JSON often; what then fails to be JSON or XML is taken for the text it was said to be.</summary>
    private static Outcome<ParsedResponse, TransformationFailure> Sniff(
        ReadOnlyMemory<byte> text,
        ReadOnlySpan<byte> trimmed,
        MediaKind kind
    )
    {
        var looksLikeJson = trimmed[0] is (byte)'{' or (byte)'[';
        if (looksLikeJson || (kind == MediaKind.None && trimmed[0] != '<'))
        {
            var json = JsonText.Parse(text);

            // Text may begin with a bracket; nothing else that was said to be a page, or nothing at all, does.
            if (
                json.IsSuccess
                || json.Failure is { IsTooDeep: true }
                || (looksLikeJson && kind != MediaKind.Text)
            )
            {
                return json;
            }
        }
        else if (LooksLikeXml(trimmed, kind))
        {
            var xml = XmlToJson.Parse(text);
            if (xml.IsSuccess || xml.Failure is { IsTooDeep: true })
            {
                return xml;
            }
        }

        if (IsHtml(trimmed, kind))
        {
            return new TransformationFailure(
                "The answer is a web page (HTML), not data. Check the URL: an API often answers so from a sign-in or an error page."
            );
        }

        return new ParsedResponse(
            JsonSerializer.SerializeToElement(Encoding.UTF8.GetString(text.Span)),
            ResponseFormat.Text
        );
    }

    private static bool IsHtml(ReadOnlySpan<byte> text, MediaKind kind) =>
        kind == MediaKind.Html
        || Ascii.EqualsIgnoreCase(text[..Math.Min(5, text.Length)], "<html"u8)
        || Ascii.EqualsIgnoreCase(text[..Math.Min(14, text.Length)], "<!doctype html"u8);

    private static bool LooksLikeXml(ReadOnlySpan<byte> text, MediaKind kind) =>
        kind switch
        {
            MediaKind.Html => false,
            MediaKind.None => text[0] == '<'
                && !Ascii.EqualsIgnoreCase(text[..Math.Min(5, text.Length)], "<html"u8),
            _ => text.StartsWith("<?xml"u8),
        };
}
