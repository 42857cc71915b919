namespace DataConnectors.Core.Agent.Extracting;

/// <summary>Words of a message that may together be a value.</summary>
/// <param name="From">The index of its first token.</param>
/// <param name="To">The index after its last token.</param>
/// <param name="Start">Where it begins in the message.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Text">As written.</param>
internal sealed record Phrase(int From, int To, int Start, int End, string Text)
{
    /// <summary>The framing word before it, articles left out; empty at the beginning of a clause.</summary>
    public string Lead { get; init; } = "";

    /// <summary>Whether every word of weight is written with a capital.</summary>
    public bool IsCapital { get; init; }

    /// <summary>How many words of its run were left off at the left.</summary>
    public int CutLeft { get; init; }

    /// <summary>How many words of its run were left off at the right.</summary>
    public int CutRight { get; init; }

    /// <summary>Whether what is cut off is told apart by capitals: "Dune" of "Dune playing".</summary>
    public bool IsCutAtCapital { get; init; }

    /// <summary>Whether it goes across a framing word: "breach of contract".</summary>
    public bool IsJoined { get; init; }

    /// <summary>Whether an article or possessive stands before it.</summary>
    public bool HasArticle { get; init; }

    /// <summary>Whether it stands in quotes.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>Whether it is several, joined by commas.</summary>
    public bool IsEnumeration { get; init; }

    /// <summary>How many words it has.</summary>
    public int Length => To - From;
}

/// <summary>Finds the phrases of a message: runs of words between framing words, their parts and what "of" joins.</summary>
internal static class Phrases
{
    // Beyond this many tokens a message tells a story; what it asks stands at its beginning.
    private const int MostTokens = 160;
    private const int LongestRun = 8;

    /// <summary>Every phrase, longer ones and parts alike.</summary>
    public static IReadOnlyList<Phrase> Find(PreparedMessage message)
    {
        var runs = RunsOf(message);
        var phrases = new List<Phrase>();
        foreach (var (from, to) in runs)
        {
            for (var start = from; start < to; start++)
            {
                for (var end = start + 1; end <= to; end++)
                {
                    if (!message.Tokens[end - 1].IsSign && !message.Tokens[start].IsSign)
                    {
                        phrases.Add(Of(message, start, end, from, to));
                    }
                }
            }
        }

        AddJoined(message, runs, phrases);
        AddEnumerations(message, runs, phrases);
        foreach (var quoted in message.Spans.Where(span => span.Kind == SpanKind.Quoted))
        {
            var from = message.TokenAt(quoted.Start + 1);
            phrases.Add(
                new Phrase(
                    from,
                    message.TokenAt(quoted.End - 1),
                    quoted.Start,
                    quoted.End,
                    quoted.Text
                )
                {
                    Lead = LeadOf(message.Tokens, message.TokenAt(quoted.Start)),
                    IsQuoted = true,
                    IsCapital = char.IsUpper(quoted.Text[0]),
                }
            );
        }

        return phrases;
    }

    private static List<(int From, int To)> RunsOf(PreparedMessage message)
    {
        var tokens = message.Tokens;
        var runs = new List<(int From, int To)>();
        var from = -1;
        var count = Math.Min(tokens.Count, MostTokens);
        for (var index = 0; index <= count; index++)
        {
            var isInside = index < count && Belongs(message, index, from);
            if (isInside && from >= 0 && index - from >= LongestRun)
            {
                runs.Add((from, index));
                from = index;
            }
            else if (isInside && from < 0)
            {
                from = index;
            }
            else if (!isInside && from >= 0)
            {
                runs.Add((from, index));
                from = -1;
            }
        }

        return runs;
    }

    private static bool Belongs(PreparedMessage message, int index, int from)
    {
        var tokens = message.Tokens;
        var token = tokens[index];
        if (message.Spans.Any(span => Claims(span, token)))
        {
            return false;
        }

        if (
            from >= 0
            && message.Spans.Any(span =>
                span.Kind == SpanKind.Identifier
                && span.Start <= token.Start
                && token.End <= span.End
            )
        )
        {
            return true;
        }

        if (token.IsSign)
        {
            // Marks inside a name: rock-and-roll, AC/DC, Ursula K. Le Guin, R&B.
            var isTight =
                from >= 0
                && index + 1 < tokens.Count
                && tokens[index - 1].End == token.Start
                && (
                    (
                        tokens[index + 1].Start == token.End
                        && token.Text is "-" or "/" or "&" or "'" or "’" or "_"
                    ) || (token.Text is "." && IsInitial(tokens, index))
                );
            return isTight;
        }

        if (token.IsNumber)
        {
            // "Room 204", "iPhone 15", "Apollo 11".
            return from >= 0
                && tokens[index - 1].IsCapital
                && !message.Spans.Any(span =>
                    span.Kind == SpanKind.Number
                    && span.Start <= token.Start
                    && token.End <= span.End
                    && span.Number!.Unit is not null
                );
        }

        if (
            FunctionWords.IsFrame(token.Folded)
            && !(from >= 0 && token.Folded is "do" && IsNamePart(tokens, index))
        )
        {
            // "The Beatles", "Hello": written with a capital inside a sentence it belongs to a name.
            var isInside =
                token.IsCapital
                && index > 0
                && tokens[index - 1].Text is not ("." or "?" or "!" or "\"" or ":" or "-");
            return isInside
                && (
                    token.Folded is "the" or "a" or "an" or "to" or "no"
                        ? index + 1 < tokens.Count && tokens[index + 1].IsCapital
                        : token.Text.Length > 3
                            && FunctionWords.Glue.Contains(token.Folded)
                            && !token.Folded.Contains('\'', StringComparison.Ordinal)
                );
        }

        if (FunctionWords.Commands.Contains(token.Folded) && IsClauseStart(tokens, index))
        {
            return false;
        }

        return !(FunctionWords.Verbs.Contains(token.Folded) && !token.IsCapital);
    }

    private static bool IsInitial(IReadOnlyList<MessageToken> tokens, int index) =>
        tokens[index - 1].IsCapital
        && tokens[index + 1].IsCapital
        && (
            tokens[index - 1].Text.Length == 1
            || tokens[index - 1].Folded is "st" or "dr" or "mr" or "mrs" or "ms" or "jr"
        );

    private static bool Claims(ValueSpan span, MessageToken token) =>
        span.Start <= token.Start
            && token.End <= span.End
            && (
                span.Kind
                    is SpanKind.Email
                        or SpanKind.Url
                        or SpanKind.Quoted
                        or SpanKind.Phone
                        or SpanKind.Time
                        or SpanKind.Path
                || (span.Kind == SpanKind.Date && (span.Date!.IsDay || span.Date.Year is not null))
                || (span.Kind == SpanKind.Number && (token.IsWord || span.Number!.IsPercent))
            )
        || (
            span.Number is { UnitLength: > 0 } number
            && number.UnitStart <= token.Start
            && token.End <= number.UnitStart + number.UnitLength
        );

    private static bool IsClauseStart(IReadOnlyList<MessageToken> tokens, int index)
    {
        if (index == 0)
        {
            return true;
        }

        var before = tokens[index - 1];
        return before.Folded
            is "."
                or "?"
                or "!"
                or ","
                or ":"
                or ";"
                or "to"
                or "please"
                or "you"
                or "i"
                or "we"
                or "me"
                or "and"
                or "then"
                or "let"
                or "just"
                or "kindly"
                or "can"
                or "also"
                or "could"
                or "hi"
                or "hello"
                or "hey"
                or "should"
                or "would"
                or "'d"
                or "i'd"
                or "need"
                or "don't"
                or "not"
                or "does"
                or "do"
                or "did"
                or "us"
                or "they"
                or "he"
                or "she"
                or "it"
                or "will";
    }

    private static Phrase Of(PreparedMessage message, int start, int end, int from, int to)
    {
        var tokens = message.Tokens;
        var last = tokens[end - 1];
        var isPossessive =
            last.Folded.EndsWith("'s", StringComparison.Ordinal) && last.Text.Length > 2;
        var stop = isPossessive ? last.End - 2 : last.End;
        return new Phrase(
            start,
            end,
            tokens[start].Start,
            stop,
            message.Text[tokens[start].Start..stop]
        )
        {
            Lead = LeadOf(tokens, from),
            HasArticle = from > 0 && FunctionWords.Determiners.Contains(tokens[from - 1].Folded),
            IsCapital = IsAllCapital(tokens, start, end),
            CutLeft = start - from,
            CutRight = isPossessive ? 0 : to - end,
            IsCutAtCapital =
                IsAllCapital(tokens, start, end)
                && (
                    start == from || !IsNamePart(tokens, start - 1) || (start - 1 == 0 && from == 0)
                )
                && (end == to || !IsNamePart(tokens, end) || isPossessive),
        };
    }

    private static bool IsAllCapital(IReadOnlyList<MessageToken> tokens, int start, int end)
    {
        for (var index = start; index < end; index++)
        {
            if (
                tokens[index].IsWord
                && !IsNamePart(tokens, index)
                && !FunctionWords.IsFrame(tokens[index].Folded)
            )
            {
                return false;
            }
        }

        return tokens[start].IsCapital;
    }

    // "da" of Leonardo da Vinci
    private static bool IsNamePart(IReadOnlyList<MessageToken> tokens, int index) =>
        tokens[index].IsCapital
        || (
            tokens[index].Folded
                is "da"
                    or "de"
                    or "di"
                    or "van"
                    or "von"
                    or "der"
                    or "den"
                    or "la"
                    or "le"
                    or "del"
                    or "du"
                    or "bin"
                    or "al"
                    or "el"
                    or "do"
                    or "dos"
            && index > 0
            && index + 1 < tokens.Count
            && (tokens[index - 1].IsCapital || tokens[index - 1].Folded is "de" or "van" or "von")
            && (tokens[index + 1].IsCapital || tokens[index + 1].Folded is "la" or "der" or "den")
        );

    /// <summary>The framing word before a token, articles and "me" left out; with a command its verb.</summary>
    private static string LeadOf(IReadOnlyList<MessageToken> tokens, int from)
    {
        var at = from - 1;
        while (
            at >= 0
            && (
                FunctionWords.Determiners.Contains(tokens[at].Folded)
                || tokens[at].Folded is "me" or "us" or "\"" or "'" or "“"
                || tokens[at].IsNumber
                || NumberWords.IsSmall(tokens[at].Folded)
            )
        )
        {
            at--;
        }

        return at < 0 ? "" : tokens[at].Folded;
    }

    private static void AddJoined(
        PreparedMessage message,
        List<(int From, int To)> runs,
        List<Phrase> phrases
    )
    {
        var tokens = message.Tokens;
        for (var index = 0; index + 1 < runs.Count; index++)
        {
            var (from, _) = runs[index];
            var last = index;
            while (
                last + 1 < runs.Count
                && last - index < 3
                && JoinOf(tokens, runs[last].To, runs[last + 1].From, message) is not null
            )
            {
                last++;
                var (_, to) = runs[last];
                // Cut the last run where capitals end: "The Legend of Zelda game".
                var ends = Enumerable.Range(runs[last].From + 1, to - runs[last].From).ToList();
                var starts = Enumerable.Range(from, runs[index].To - from);
                foreach (var start in starts)
                {
                    foreach (
                        var end in ends.Where(end =>
                            !tokens[end - 1].IsSign && !tokens[start].IsSign
                        )
                    )
                    {
                        if (end != to && tokens[end - 1].IsCapital == tokens[end].IsCapital)
                        {
                            continue;
                        }

                        var stop = tokens[end - 1].End;
                        phrases.Add(
                            new Phrase(
                                start,
                                end,
                                tokens[start].Start,
                                stop,
                                message.Text[tokens[start].Start..stop]
                            )
                            {
                                Lead = LeadOf(tokens, from),
                                IsCapital = IsAllCapital(tokens, start, end),
                                CutLeft = start - from,
                                CutRight = to - end,
                                IsCutAtCapital =
                                    IsAllCapital(tokens, start, end)
                                    && (start == from || !tokens[start - 1].IsCapital)
                                    && (end == to || !tokens[end].IsCapital),
                                IsJoined = true,
                            }
                        );
                    }
                }
            }
        }
    }

    // What joins two runs to one name: "of (the)", in names also "and", "the", "in", "&", and the comma of "Boston, MA".
    private static string? JoinOf(
        IReadOnlyList<MessageToken> tokens,
        int to,
        int from,
        PreparedMessage message
    )
    {
        if (from - to is < 1 or > 2)
        {
            return null;
        }

        var joint = string.Join(
            ' ',
            Enumerable.Range(to, from - to).Select(index => tokens[index].Folded)
        );
        var isCapital = tokens[to - 1].IsCapital && tokens[from].IsCapital;
        return joint switch
        {
            "of" or "of the" => joint,
            "and"
            or "the"
            or "in the"
            or "in"
            or "&"
            or "and the"
            or "on the"
            or "for"
            or "to"
            or "with"
            or "without"
            or "at the"
            or "a" when isCapital => joint,
            "," when IsPlacePair(tokens, to, from, message) => joint,
            "for" or "in" or "for the" or "in the" or "on" or "with" or "to" => joint,
            _ => null,
        };
    }

    private static bool IsPlacePair(
        IReadOnlyList<MessageToken> tokens,
        int to,
        int from,
        PreparedMessage message
    )
    {
        if (KnownWords.IsPostalCode(tokens[from].Text))
        {
            return true;
        }

        for (var end = from + 1; end <= Math.Min(from + 3, tokens.Count); end++)
        {
            var text = message.Text[tokens[from].Start..tokens[end - 1].End];
            if ((KnownWords.KindOf(text) & (KnownKind.Country | KnownKind.State)) != KnownKind.None)
            {
                return tokens[to - 1].IsCapital || !message.HasCapitals;
            }
        }

        return false;
    }

    // "tomatoes, eggs and spinach"
    private static void AddEnumerations(
        PreparedMessage message,
        List<(int From, int To)> runs,
        List<Phrase> phrases
    )
    {
        var tokens = message.Tokens;
        for (var index = 0; index + 1 < runs.Count; index++)
        {
            var rest = "";
            for (var next = index + 1; next < runs.Count; next++)
            {
                var joint = string.Join(
                    ' ',
                    Enumerable
                        .Range(runs[next - 1].To, runs[next].From - runs[next - 1].To)
                        .Select(at => tokens[at].Folded)
                        .Where(word => !FunctionWords.Determiners.Contains(word))
                );
                if (joint is not ("," or "and" or ", and" or "&" or "or" or ", or" or "; "))
                {
                    break;
                }

                rest += ", " + TextOf(message, runs[next]);
                var to = runs[next].To;
                for (var from = runs[index].From; from < runs[index].To; from++)
                {
                    // "labels bug, urgent": the list begins behind its name.
                    phrases.Add(
                        new Phrase(
                            from,
                            to,
                            tokens[from].Start,
                            tokens[to - 1].End,
                            TextOf(message, (from, runs[index].To)) + rest
                        )
                        {
                            Lead = LeadOf(tokens, runs[index].From),
                            CutLeft = from - runs[index].From,
                            IsEnumeration = true,
                        }
                    );
                }

                if (joint is not ",")
                {
                    break;
                }
            }
        }
    }

    private static string TextOf(PreparedMessage message, (int From, int To) run) =>
        message.Text[message.Tokens[run.From].Start..message.Tokens[run.To - 1].End];
}
