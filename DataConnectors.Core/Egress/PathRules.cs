using System.Buffers;

namespace DataConnectors.Core.Egress;

/// <summary>What a path and a query must look like so that the server reads the same one that was judged.</summary>
internal static class PathRules
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create(
        "0123456789abcdefABCDEF"
    );

    /// <summary>Judges everything after the authority. Null when it is in order.</summary>
    public static EgressDecision.Refused? Judge(ReadOnlySpan<char> pathAndQuery)
    {
        var question = pathAndQuery.IndexOf('?');
        var path = question < 0 ? pathAndQuery : pathAndQuery[..question];

        // Without a slash, a reader that ends the host only there takes what precedes an @ for a user name.
        if (question == 0 && pathAndQuery.Contains('@'))
        {
            return new(
                EgressRefusal.MalformedUrl,
                "Write a slash between the host and the question mark."
            );
        }

        if (!ArePercentSignsPaired(pathAndQuery))
        {
            return new(
                EgressRefusal.MalformedUrl,
                "A % in the URL must be followed by two hexadecimal digits. Write %25 for a percent sign."
            );
        }

        return JudgeEncodedControls(path) ?? JudgeSegments(path);
    }

    private static bool ArePercentSignsPaired(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf('%'); at >= 0; at = text.IndexOf('%'))
        {
            text = text[(at + 1)..];
            if (text.Length < 2 || !HexDigits.Contains(text[0]) || !HexDigits.Contains(text[1]))
            {
                return false;
            }
        }

        return true;
    }

    private static EgressDecision.Refused? JudgeEncodedControls(ReadOnlySpan<char> path)
    {
        for (var at = path.IndexOf('%'); at >= 0; at = path.IndexOf('%'))
        {
            if (path[at + 1] is '0' or '1' || path.Slice(at + 1, 2) is ['7', 'f' or 'F'])
            {
                return new(
                    EgressRefusal.ControlCharacter,
                    "The path holds an encoded control character such as %00 or %0A. Remove it."
                );
            }

            path = path[(at + 1)..];
        }

        return null;
    }

    private static EgressDecision.Refused? JudgeSegments(ReadOnlySpan<char> path)
    {
        // Most paths hold neither a segment that begins with a dot nor a percent sign.
        if (!path.Contains('%') && !path.Contains("/.", StringComparison.Ordinal))
        {
            return null;
        }

        foreach (var range in path.Split('/'))
        {
            if (IsDotSegment(path[range]))
            {
                return new(
                    EgressRefusal.DotSegment,
                    "A part of the path is . or .., which servers take as a way to another path. Write the path out."
                );
            }
        }

        return null;
    }

    /// <summary>
    /// Whether the segment is one dot or two, however often they are encoded (some servers decode twice), also with parameters
    /// after a semicolon (some servers strip those first).
    /// </summary>
    private static bool IsDotSegment(ReadOnlySpan<char> segment)
    {
        var dots = 0;
        for (var rest = segment; rest.Length > 0; dots++)
        {
            var unit = Decode(rest, out var length);
            if (unit == ';')
            {
                break;
            }

            if (unit != '.')
            {
                return false;
            }

            rest = rest[length..];
        }

        return dots is 1 or 2;
    }

    /// <summary>The first character of the text after decoding it as often as it can be decoded, and how much text it takes.</summary>
    private static char Decode(ReadOnlySpan<char> text, out int length)
    {
        length = 1;
        if (text[0] != '%')
        {
            return text[0];
        }

        // An encoded percent sign is %25, and one that is encoded again %2525: each level adds two characters.
        var at = 1;
        while (text[at..] is ['2', '5', _, _, ..])
        {
            at += 2;
        }

        length = at + 2;
        return text[at..] switch
        {
            ['2', 'e' or 'E', ..] => '.',
            ['3', 'b' or 'B', ..] => ';',
            _ => '%',
        };
    }
}
