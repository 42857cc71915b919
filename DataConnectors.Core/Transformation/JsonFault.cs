using System.Text.Json;

namespace DataConnectors.Core.Transformation;

/// <summary>Says where and why text is not JSON. Only asked once reading has failed.</summary>
internal static class JsonFault
{
    public static TransformationFailure Find(ReadOnlySpan<byte> text, JsonException fault)
    {
        if (PastLimitAt(text) is { } deep)
        {
            var before = text[..deep];
            return TransformationFailure.TooDeep(
                before.Count((byte)'\n') + 1,
                deep - (before.LastIndexOf((byte)'\n') + 1) + 1
            );
        }

        var line = (int)(fault.LineNumber ?? 0);
        var offset = (int)(fault.BytePositionInLine ?? 0);
        var start = 0;
        for (var i = 0; i < line; i++)
        {
            start += text[start..].IndexOf((byte)'\n') + 1;
        }

        // Of -Infinity the reader takes the sign.
        var at = Math.Clamp(start + offset, 0, text.Length);
        var isSigned = at > 0 && text[at - 1] == '-' && text[at..].StartsWith("I"u8);
        return At(line + 1, offset + (isSigned ? 0 : 1), Cause(text, at));
    }

    public static TransformationFailure At(int line, int column, string cause) =>
        new($"The answer is not valid JSON at line {line}, column {column}.{cause}")
        {
            Line = line,
            Column = column,
        };

    private static string Cause(ReadOnlySpan<byte> text, int at)
    {
        var rest = text[at..];
        var before = text[..at].TrimEnd(" \t\r\n"u8);
        if (rest.Trim(" \t\r\n"u8).IsEmpty)
        {
            return " It ends too early: the answer was cut off.";
        }

        if (EndsBefore(text, at))
        {
            return " Something follows the end of the value; JSON lines are read only under the content type application/x-ndjson.";
        }

        return rest[0] switch
        {
            (byte)'N' when rest.StartsWith("NaN"u8) =>
                " NaN stands there, which is no JSON; the API must send a number or null.",
            (byte)'I' when rest.StartsWith("Infinity"u8) =>
                " Infinity stands there, which is no JSON; the API must send a number or null.",
            (byte)'N'
            or (byte)'T'
            or (byte)'F'
                when rest.StartsWith("None"u8)
                    || rest.StartsWith("True"u8)
                    || rest.StartsWith("False"u8) =>
                " JSON writes null, true and false in small letters.",
            (byte)'\'' => " JSON writes keys and texts in double quotes.",
            (byte)'/' => " JSON has no comments.",
            (byte)'}' or (byte)']' when before.EndsWith(","u8) =>
                " A comma stands before the closing bracket.",
            (byte)'<' when at == text.Length - text.TrimStart(" \t\r\n"u8).Length =>
                " It is a web page (HTML) or XML. Check the URL: an API often answers so from a sign-in or an error page.",
            < 0x20 => " A line break or control character inside a text must be escaped.",
            _ => "",
        };
    }

    /// <summary>Whether a whole value ends before the place.</summary>
    private static bool EndsBefore(ReadOnlySpan<byte> text, int at)
    {
        try
        {
            var reader = new Utf8JsonReader(
                text,
                new JsonReaderOptions
                {
                    AllowMultipleValues = true,
                    MaxDepth = ResponseParser.MaxDepth,
                }
            );
            return reader.Read() && reader.TrySkip() && reader.BytesConsumed <= at;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Where the nesting passes the limit, if it does before anything closes wrongly.</summary>
    private static int? PastLimitAt(ReadOnlySpan<byte> text)
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
                        return i;
                    }

                    break;
                case (byte)'}' or (byte)']' when !isInString:
                    depth--;
                    break;
            }
        }

        return null;
    }
}
