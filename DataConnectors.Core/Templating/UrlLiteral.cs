using System.Buffers;
using System.Text;

namespace DataConnectors.Core.Templating;

/// <summary>Literal characters of a URL or form, as an admin writes them: checked, and escaped where only one reading exists.</summary>
internal static class UrlLiteral
{
    private const string Unreserved =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private static readonly SearchValues<char> InPath = SearchValues.Create(
        Unreserved + "!$&'()*+,;=:@"
    );
    private static readonly SearchValues<char> InQuery = SearchValues.Create(
        Unreserved + "!$&'()*+,;=:@/?[]"
    );

    /// <summary>Appends the character at <paramref name="position"/> in its form for the wire.</summary>
    /// <returns>How many characters of <paramref name="text"/> were used.</returns>
    public static int Append(
        StringBuilder output,
        string text,
        int position,
        RunKind kind,
        ICollection<TemplateProblem> problems
    )
    {
        var c = text[position];
        if (c == '%')
        {
            return AppendEscape(output, text, position, problems);
        }

        if ((kind == RunKind.PathSegment ? InPath : InQuery).Contains(c))
        {
            output.Append(c);
            return 1;
        }

        if (FaultIn(c) is { } fault)
        {
            problems.Add(new(fault, position, 1));
            return 1;
        }

        var length =
            char.IsHighSurrogate(c)
            && position + 1 < text.Length
            && char.IsLowSurrogate(text[position + 1])
                ? 2
                : 1;
        output.Append(Uri.EscapeDataString(text.AsSpan(position, length)));
        return length;
    }

    private static int AppendEscape(
        StringBuilder output,
        string text,
        int position,
        ICollection<TemplateProblem> problems
    )
    {
        if (
            position + 2 >= text.Length
            || !char.IsAsciiHexDigit(text[position + 1])
            || !char.IsAsciiHexDigit(text[position + 2])
        )
        {
            problems.Add(
                new(
                    "This % begins no escape such as %20; write a percent sign as %25.",
                    position,
                    1
                )
            );
            return 1;
        }

        output.Append(text, position, 3);
        return 3;
    }

    private static string? FaultIn(char c) =>
        c switch
        {
            ' ' => "A space cannot stand here; write it as %20.",
            '\\' =>
                "A backslash cannot stand here; write / between path segments, or %5C for the character itself.",
            '{' or '}' =>
                "A single brace cannot stand here; a placeholder has two on each side, as in {{order_id}}.",
            _ when char.IsControl(c) => "A line break or control character cannot stand here.",
            _ => null,
        };
}
