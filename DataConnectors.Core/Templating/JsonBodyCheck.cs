using System.Text;
using System.Text.Json;

namespace DataConnectors.Core.Templating;

/// <summary>
/// Checks a JSON body with stand-in values: the rest must be valid JSON, and no stand-in may be part of a key. Stand-ins are as long
/// as their placeholders, so that positions in the checked text are positions in the template.
/// </summary>
internal static class JsonBodyCheck
{
    public static void Check(
        Template template,
        IReadOnlyList<bool> isInString,
        ICollection<TemplateProblem> problems
    )
    {
        if (string.IsNullOrWhiteSpace(template.Text))
        {
            return;
        }

        var standIn = WithStandIns(template, isInString);
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(standIn));
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String)
                {
                    // Reading the text also refuses escapes that are half of a character.
                    _ = reader.GetString();
                }

                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    RefusePlaceholdersIn(template, standIn, reader, problems);
                }
            }
        }
        catch (JsonException fault)
        {
            problems.Add(
                Problem(standIn, (int)(fault.LineNumber ?? 0), (int)(fault.BytePositionInLine ?? 0))
            );
        }
        catch (InvalidOperationException)
        {
            var start = CharPosition(standIn, (int)reader.TokenStartIndex);
            problems.Add(new("This text holds an escape that is half of a character.", start, 1));
        }
    }

    /// <summary>
    /// The template with <c>null</c> for a value on its own (beside anything else it is no longer JSON) and with <c>x</c> inside a
    /// string (after a backslash it is no escape).
    /// </summary>
    private static string WithStandIns(Template template, IReadOnlyList<bool> isInString)
    {
        var output = new StringBuilder(template.Text);
        for (var i = 0; i < isInString.Count; i++)
        {
            var (_, start, length) = template.Placeholders[i];
            var standIn = isInString[i] ? new string('x', length) : "null".PadRight(length);
            for (var j = 0; j < length; j++)
            {
                output[start + j] = standIn[j];
            }
        }

        return output.ToString();
    }

    private static void RefusePlaceholdersIn(
        Template template,
        string standIn,
        Utf8JsonReader reader,
        ICollection<TemplateProblem> problems
    )
    {
        var start = CharPosition(standIn, (int)reader.TokenStartIndex);
        var end = CharPosition(standIn, (int)reader.BytesConsumed);
        foreach (var placeholder in template.Placeholders)
        {
            if (placeholder.Start >= start && placeholder.Start < end)
            {
                problems.Add(
                    new(
                        "A key of the JSON body must be written out; placeholders stand for values.",
                        placeholder.Start,
                        placeholder.Length
                    )
                );
            }
        }
    }

    private static TemplateProblem Problem(string text, int line, int byteInLine)
    {
        var lineStart = 0;
        for (var i = 0; i < line; i++)
        {
            lineStart = text.IndexOf('\n', lineStart) + 1;
        }

        var start = Math.Min(lineStart + CharPosition(text[lineStart..], byteInLine), text.Length);
        return new(
            $"The body is not valid JSON at line {line + 1}, column {start - lineStart + 1}. "
                + "A placeholder stands inside quotes, or on its own as a whole value.",
            start,
            Math.Min(1, text.Length - start)
        );
    }

    private static int CharPosition(string text, int bytes)
    {
        var position = 0;
        while (bytes > 0 && position < text.Length)
        {
            Rune.DecodeFromUtf16(text.AsSpan(position), out var rune, out var length);
            bytes -= rune.Utf8SequenceLength;
            position += length;
        }

        return position;
    }
}
