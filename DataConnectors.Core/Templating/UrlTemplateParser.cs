namespace DataConnectors.Core.Templating;

/// <summary>Splits a URL into its places: scheme and authority, path segments, query names and values, fragment.</summary>
internal sealed class UrlTemplateParser(Template template)
{
    private const string MustBegin = "The URL must begin with https:// and a host name.";
    private readonly string text = template.Text;
    private readonly List<TemplateProblem> problems = [];
    private readonly TemplateRunBuilder runs = new();
    private RunKind place = RunKind.Fixed;

    public UrlTemplate Parse()
    {
        var authorityEnd = ParseAuthority();
        if (authorityEnd >= 0 && problems.Count == 0)
        {
            ParseRest(authorityEnd);
        }

        return new(template, runs.Build(), [.. problems.OrderBy(problem => problem.Start)]);
    }

    /// <summary>Checks that everything before the path is literal.</summary>
    /// <returns>Where the authority ends, or -1 when there is none.</returns>
    private int ParseAuthority()
    {
        var schemeEnd = text.IndexOf("://", StringComparison.Ordinal);
        var isHttp =
            schemeEnd >= 0
            && (text.AsSpan(0, schemeEnd) is var scheme)
            && (
                scheme.Equals("https", StringComparison.OrdinalIgnoreCase)
                || scheme.Equals("http", StringComparison.OrdinalIgnoreCase)
            );
        var hostStart = isHttp ? schemeEnd + 3 : 0;
        var authorityEnd = text.AsSpan(hostStart).IndexOfAny("/?#\\") is var end and >= 0
            ? hostStart + end
            : text.Length;
        var hasPath = isHttp && authorityEnd < text.Length && text[authorityEnd] == '/';
        RefusePlaceholdersBefore(hasPath ? authorityEnd : text.Length);
        if (problems.Count > 0)
        {
            return -1;
        }

        if (!isHttp || authorityEnd == hostStart)
        {
            problems.Add(new(MustBegin, 0, text.Length));
            return -1;
        }

        RefuseInAuthority(hostStart, authorityEnd);
        runs.Literal.Append(text, 0, authorityEnd);
        return authorityEnd;
    }

    private void RefusePlaceholdersBefore(int pathStart)
    {
        foreach (
            var placeholder in template.Placeholders.Where(placeholder =>
                placeholder.Start < pathStart
            )
        )
        {
            problems.Add(
                new(
                    "A placeholder cannot stand in the scheme, host or port: values must not choose where the call goes. "
                        + "Write them out, then a /, and use placeholders after it.",
                    placeholder.Start,
                    placeholder.Length
                )
            );
        }
    }

    private void RefuseInAuthority(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (text[i] == '@')
            {
                problems.Add(
                    new(
                        "A user name or password cannot stand in the URL; use a token.",
                        start,
                        i + 1 - start
                    )
                );
            }
            else if (
                text[i] is '%' or '{' or '}'
                || char.IsControl(text[i])
                || char.IsWhiteSpace(text[i])
            )
            {
                problems.Add(new("This character cannot stand in a host name.", i, 1));
            }
        }
    }

    private void ParseRest(int position)
    {
        foreach (var segment in template.Segments)
        {
            if (segment.Placeholder is { } placeholder)
            {
                runs.AddPlaceholder(placeholder.Name);
                continue;
            }

            var end = segment.Start + segment.Length;
            for (var i = Math.Max(segment.Start, position); i < end; )
            {
                if (text[i] == '#')
                {
                    problems.Add(
                        new(
                            "What follows a # is never sent; remove it, or write the character as %23.",
                            i,
                            text.Length - i
                        )
                    );
                    return;
                }

                i += IsSeparator(text[i])
                    ? Separate(i)
                    : UrlLiteral.Append(runs.Literal, text, i, place, problems);
            }
        }

        End(text.Length, runs.End());
    }

    private bool IsSeparator(char c) =>
        place switch
        {
            RunKind.Fixed or RunKind.PathSegment => c is '/' or '?',
            RunKind.ParameterName => c is '&' or '=',
            _ => c is '&',
        };

    private int Separate(int position)
    {
        var c = text[position];
        place = c switch
        {
            '/' => RunKind.PathSegment,
            '=' => RunKind.ParameterValue,
            _ => RunKind.ParameterName,
        };
        End(position, runs.Next(place, c.ToString()));
        return 1;
    }

    private void End(int position, TemplateRun ended)
    {
        if (ended is not { Kind: RunKind.PathSegment, HasPlaceholder: false })
        {
            return;
        }

        var segment = string.Concat(ended.Pieces.Select(piece => piece.Text));
        if (DotSegment.Is(segment))
        {
            problems.Add(
                new(
                    "A path segment of . or .. is read as another path; write the path it leads to.",
                    position - segment.Length,
                    segment.Length
                )
            );
        }
    }
}
