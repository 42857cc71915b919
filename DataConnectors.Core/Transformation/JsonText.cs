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
        try
        {
            return new ParsedResponse(
                JsonElement.Parse(LoneSurrogateEscapes.Replace(text).Span, Options),
                ResponseFormat.Json
            );
        }
        catch (JsonException fault)
        {
            return IsTooDeep(text.Span)
                ? new TransformationFailure(
                    $"The answer is nested more than {ResponseParser.MaxDepth} levels deep, the most that is read."
                )
                : Malformed(
                    (int)(fault.LineNumber ?? 0) + 1,
                    (int)(fault.BytePositionInLine ?? 0) + 1
                );
        }
    }

    private static TransformationFailure Malformed(int line, int column) =>
        new($"The answer is not valid JSON at line {line}, column {column}.")
        {
            Line = line,
            Column = column,
        };

    /// <summary>Whether the nesting passes the limit before anything closes wrongly; only asked once reading has failed.</summary>
    private static bool IsTooDeep(ReadOnlySpan<byte> text)
    {
        var depth = 0;
        var isInString = false;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case (byte)'"':
                    isInString = !isInString;
                    break;
                case (byte)'\\' when isInString:
                    i++;
                    break;
                case (byte)'{' or (byte)'[' when !isInString:
                    if (++depth > ResponseParser.MaxDepth)
                    {
                        return true;
                    }

                    break;
                case (byte)'}' or (byte)']' when !isInString:
                    depth--;
                    break;
            }
        }

        return false;
    }
}
