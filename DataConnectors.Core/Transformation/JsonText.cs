using System.Buffers;
using System.Text.Json;
using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Transformation;

/// <summary>Reads valid UTF-8 as JSON.</summary>
internal static class JsonText
{
    private static readonly JsonDocumentOptions Options = new()
    {
        MaxDepth = ResponseParser.MaxDepth,
    };

    public static Outcome<ParsedResponse, TransformationFailure> Parse(ReadOnlyMemory<byte> text)
    {
        var whole = LoneSurrogateEscapes.Replace(text);
        try
        {
            var root = JsonElement.Parse(whole.Span, Options);
            return new ParsedResponse(
                DuplicateKeys.Exist(root) ? DuplicateKeys.LastWins(root) : root,
                ResponseFormat.Json
            );
        }
        catch (JsonException fault)
        {
            return JsonFault.Find(whole.Span, fault);
        }
    }

    /// <summary>Reads a document on each line as the elements of a list.</summary>
    public static Outcome<ParsedResponse, TransformationFailure> ParseLines(
        ReadOnlyMemory<byte> text
    )
    {
        // A comma before each line but the first document's, so that lines keep their numbers but for the bracket's own.
        var list = new ArrayBufferWriter<byte>(text.Length + 16);
        list.Write("[\n"u8);
        var isFirst = true;
        foreach (var range in text.Span.Split((byte)'\n'))
        {
            var line = text.Span[range];
            if (!line.Trim(" \t\r"u8).IsEmpty)
            {
                list.Write(isFirst ? " "u8 : ","u8);
                isFirst = false;
            }

            list.Write(line);
            list.Write("\n"u8);
        }

        list.Write("]"u8);
        return Parse(list.WrittenMemory).TryGet(out var parsed, out var failure) ? parsed
            : failure.IsTooDeep
                ? TransformationFailure.TooDeep(failure.Line!.Value - 1, failure.Column!.Value - 1)
            : JsonFault.At(
                failure.Line!.Value - 1,
                Math.Max(1, failure.Column!.Value - 1),
                " Each line must be one JSON document."
            );
    }
}
