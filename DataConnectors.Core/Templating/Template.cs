namespace DataConnectors.Core.Templating;

/// <summary>
/// Text with placeholders, taken apart once. Knows nothing of where values will stand: <see cref="UrlTemplate"/>,
/// <see cref="HeaderTemplate"/> and <see cref="BodyTemplate"/> encode for their places.
/// </summary>
public sealed class Template
{
    private readonly List<TemplateSegment> segments = [];
    private readonly List<Placeholder> placeholders = [];
    private readonly List<TemplateProblem> problems = [];

    private Template(string text) => Text = text;

    /// <summary>The template as it was written.</summary>
    public string Text { get; }

    /// <summary>The well-formed placeholders, in order; a name used twice is listed twice.</summary>
    public IReadOnlyList<Placeholder> Placeholders => placeholders;

    /// <summary>Unclosed braces and names that cannot be names.</summary>
    public IReadOnlyList<TemplateProblem> Problems => problems;

    /// <summary>The whole text in order: literal stretches and placeholders.</summary>
    internal TemplateSegment[] Segments { get; private set; } = [];

    /// <summary>Takes the text apart. Never fails: what is wrong is in <see cref="Problems"/>. Single braces are literal text.</summary>
    public static Template Parse(string text)
    {
        var template = new Template(text);
        template.TakeApart();
        return template;
    }

    private void TakeApart()
    {
        var literalStart = 0;
        var position = 0;
        while (NextOpening(position) is var start and >= 0)
        {
            var close = Text.IndexOf("}}", start + 2, StringComparison.Ordinal);
            var nested = NextOpening(start + 2);
            if (close < 0 || (nested >= 0 && nested < close))
            {
                problems.Add(new("This {{ is never closed: write the name and then }}.", start, 2));
                position = start + 2;
                continue;
            }

            var length = close + 2 - start;
            var name = Text.AsSpan(start + 2, length - 4).Trim(" \t");
            position = start + length;
            if (FaultIn(name) is { } fault)
            {
                problems.Add(new(fault, start, length));
                continue;
            }

            AddLiteral(literalStart, start);
            var placeholder = new Placeholder(name.ToString(), start, length);
            placeholders.Add(placeholder);
            segments.Add(new(start, length, placeholder));
            literalStart = position;
        }

        AddLiteral(literalStart, Text.Length);
        Segments = [.. segments];
        if (TemplateValueSyntax.LoneSurrogateIn(Text) is var half and >= 0)
        {
            problems.Add(new("Half of a character stands here; write it again.", half, 1));
        }
    }

    /// <summary>Where the next opening stands; of three braces in a row the first is literal, as in <c>{{{n}}}</c> of JSON.</summary>
    private int NextOpening(int from)
    {
        var start = Text.IndexOf("{{", from, StringComparison.Ordinal);
        while (start >= 0 && start + 2 < Text.Length && Text[start + 2] == '{')
        {
            start++;
        }

        return start;
    }

    private void AddLiteral(int start, int end)
    {
        if (end > start)
        {
            segments.Add(new(start, end - start, null));
        }
    }

    /// <summary>A name is parts joined by dots; a part is a letter or <c>_</c>, then letters, digits, <c>_</c> and <c>-</c>.</summary>
    private static string? FaultIn(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty)
        {
            return "This placeholder is empty: write the name of a data input or attribute between {{ and }}.";
        }

        foreach (var range in name.Split('.'))
        {
            var part = name[range];
            var isName = !part.IsEmpty && (char.IsLetter(part[0]) || part[0] == '_');
            foreach (var c in part)
            {
                isName &= char.IsLetterOrDigit(c) || c is '_' or '-';
            }

            if (!isName)
            {
                return "A placeholder holds one name, such as {{order_id}} or {{person.email}}; expressions are not calculated.";
            }
        }

        return null;
    }
}

/// <summary>A stretch of a template: literal text, or the placeholder that stands there.</summary>
internal readonly record struct TemplateSegment(int Start, int Length, Placeholder? Placeholder);
