using DataConnectors.Core.Agent.Language;

namespace DataConnectors.Core.Agent.Extracting;

/// <summary>Judges which words of a message are the value of an input whose values are words.</summary>
internal static class PhraseFit
{
    private static readonly string[] Vague =
    [
        "name",
        "inform",
        "detail",
        "list",
        "kind",
        "type",
        "valu",
        "result",
        "wai",
        "thing",
        "exampl",
        "number",
        "averag",
        "current",
        "total",
        "best",
        "good",
        "question",
        "help",
        "someth",
        "lot",
        "bit",
        "time",
        "fact",
        "latest",
        "someon",
        "differ",
        "full",
        "nice",
        "cheap",
    ];

    /// <summary>The phrases that may be the value.</summary>
    public static IEnumerable<Proposal> Propose(
        ReadingContext context,
        InputTraits traits,
        IReadOnlyDictionary<string, double> weights
    )
    {
        foreach (var phrase in context.Message.Phrases)
        {
            if (phrase.IsEnumeration != traits.IsList && phrase.IsEnumeration)
            {
                continue;
            }

            var score = Score(context, phrase, traits, weights);
            if (score > 0)
            {
                yield return new Proposal(phrase.Start, phrase.End, Written(phrase, traits), score);
            }
        }
    }

    /// <summary>Only those that the input's own noun stands before.</summary>
    public static IEnumerable<Proposal> Labelled(
        ReadingContext context,
        InputTraits traits,
        IReadOnlyDictionary<string, double> weights
    ) =>
        context
            .Message.Phrases.Where(phrase =>
                !phrase.IsEnumeration
                && (
                    phrase.IsQuoted
                    || Labels.Before(context.Message.Tokens, phrase.From, weights, strangers: 0)
                        > 0.5
                )
            )
            .Select(phrase => new Proposal(
                phrase.Start,
                phrase.End,
                phrase.Text,
                Score(context, phrase, traits, weights)
            ));

    private static double Score(
        ReadingContext context,
        Phrase phrase,
        InputTraits traits,
        IReadOnlyDictionary<string, double> weights
    )
    {
        var tokens = context.Message.Tokens;
        var score = (traits.Input.IsRequired ? 2.1 : 1.5) + 0.15 * Math.Min(phrase.Length, 5);
        var known = KnownWords.KindOf(phrase.Text);
        var labelBefore = LabelBefore(tokens, phrase, weights);
        var labelAfter =
            phrase.CutRight > 0 || phrase.IsQuoted || phrase.To < tokens.Count
                ? AfterIn(tokens, phrase, weights)
                : 0;
        score += 4 * labelBefore;
        score += 3.5 * labelAfter;
        score += Cuts(context, phrase, labelBefore, labelAfter, known, traits);
        if ((known & traits.Kind) == KnownKind.None)
        {
            score += Content(context, phrase, traits);
        }

        score += ByMeaning(context, phrase, traits, known);
        if (ExampleOf(phrase, traits) is not null)
        {
            score += 4.5;
        }

        if (
            phrase.Length == 1
            && phrase.Text.Length > 1
            && phrase.Text.All(char.IsUpper)
            && traits.Examples.Any(example => example.Length > 1 && example.All(char.IsUpper))
        )
        {
            score += 3;
        }

        // "Spring 2026" where the description says "such as Fall 2025".
        var isLikeExample =
            phrase.Length > 1
            && phrase.Text.Any(char.IsDigit)
            && traits.Examples.Any(example =>
                example.Contains(' ', StringComparison.Ordinal)
                && InputTraits.ShapeOf(example) == InputTraits.ShapeOf(phrase.Text)
            );
        if (isLikeExample)
        {
            score += 4;
        }

        if (traits.Role != PairRole.None && traits.Meaning != Meaning.Sentence)
        {
            var role = PairRoles.At(
                tokens,
                phrase.From - phrase.CutLeft,
                phrase.To + phrase.CutRight
            );
            score +=
                role == PairRole.None ? 0
                : role == traits.Role ? 3
                : -3;
        }

        // "Waterloo" of "Battle of Waterloo"
        var isTail =
            phrase.IsCapital
            && !phrase.IsJoined
            && phrase.From > 1
            && tokens[phrase.From - 1].Folded is "of"
            && tokens[phrase.From - 2].IsCapital
            && phrase.From > 2;
        if (isTail && traits.Meaning is Meaning.Work or Meaning.Organization or Meaning.Generic)
        {
            score -= 1.5;
        }

        if (phrase.IsEnumeration)
        {
            score += phrase.Lead
                is "with"
                    or "using"
                    or "of"
                    or ":"
                    or "for"
                    or "from"
                    or "and"
                    or "have"
                    or "add"
                ? 3
                : 1.5;
        }

        return score;
    }

    private static double LabelBefore(
        IReadOnlyList<MessageToken> tokens,
        Phrase phrase,
        IReadOnlyDictionary<string, double> weights
    )
    {
        var at = phrase.IsQuoted ? phrase.From - 1 : phrase.From;
        if (at < 0)
        {
            return 0;
        }

        // "Museum" of "Museum of Art" is a part of the name.
        var back = at - 1;
        while (back >= 0 && tokens[back].Folded is "of" or "the")
        {
            back--;
        }

        return
            phrase.IsCapital
            && !phrase.IsQuoted
            && back > 0
            && back < at - 1
            && tokens[back].IsCapital
            ? 0
            : Labels.Before(tokens, at, weights, strangers: 0);
    }

    private static double AfterIn(
        IReadOnlyList<MessageToken> tokens,
        Phrase phrase,
        IReadOnlyDictionary<string, double> weights
    ) =>
        phrase.To < tokens.Count
        && !(phrase.IsCapital && phrase.CutRight > 0 && tokens[phrase.To].IsCapital)
        && weights.TryGetValue(tokens[phrase.To].Stem, out var weight)
            ? weight
            : 0;

    // A part of a run must have a reason to be one.
    private static double Cuts(
        ReadingContext context,
        Phrase phrase,
        double labelBefore,
        double labelAfter,
        KnownKind known,
        InputTraits traits
    )
    {
        var tokens = context.Message.Tokens;
        var score = 0.0;
        // "Amsterdam" of "Amsterdam Centraal"
        var isTorn =
            phrase.IsCapital
            && !phrase.IsQuoted
            && (
                (phrase.CutRight > 0 && tokens[phrase.To].IsCapital)
                || (phrase.CutLeft > 0 && phrase.From > 1 && tokens[phrase.From - 1].IsCapital)
            );
        if (isTorn)
        {
            score -= labelBefore < 0.9 ? 3 : 1.5;
        }

        var isKnown = (known & traits.Kind) != KnownKind.None && !isTorn;
        if (phrase.CutLeft > 0 && labelBefore < 0.4 && !isKnown)
        {
            var left = tokens[phrase.From - 1];
            score -=
                phrase.IsCutAtCapital ? 0.2
                : IsAside(context, left) ? 0.5
                : 1.6;
        }

        if (phrase.CutRight > 0 && labelAfter < 0.4 && !isKnown)
        {
            var right = tokens[phrase.To];
            var isVerb =
                right.Folded.EndsWith("ing", StringComparison.Ordinal)
                || right.Folded.EndsWith("ed", StringComparison.Ordinal);
            score -=
                phrase.IsCutAtCapital ? 0.2
                : context.IsSubject(right.Stem) || IsAside(context, right) ? 0.4
                : isVerb ? 0.4
                : 1.6;
        }

        return score;
    }

    private static bool IsAside(ReadingContext context, MessageToken token) =>
        context.IsSubject(token.Stem)
        || token.IsNumber
        || Vague.Contains(token.Stem, StringComparer.Ordinal)
        || KnownWords.KindOf(token.Text) != KnownKind.None;

    private static double Content(ReadingContext context, Phrase phrase, InputTraits traits)
    {
        if (phrase.IsQuoted)
        {
            return 3;
        }

        var tokens = context.Message.Tokens;
        var score = 0.0;
        var words = 0;
        var subjects = 0;
        var vague = 0;
        for (var index = phrase.From; index < phrase.To; index++)
        {
            var token = tokens[index];
            var isFrame =
                FunctionWords.IsFrame(token.Folded)
                && !(token.IsCapital && index > 0 && phrase.Length == 1);
            if (!token.IsWord || isFrame)
            {
                continue;
            }

            words++;
            var isOwn = traits.Nouns.Contains(token.Stem);
            if (isOwn || context.IsSubject(token.Stem))
            {
                subjects++;
                score -=
                    token.IsCapital && index > 0 ? 0.2
                    : isOwn ? 1.5
                    : 0.8;
            }
            else if (Vague.Contains(token.Stem, StringComparer.Ordinal))
            {
                vague++;
                score -= 1;
            }
            else if (token.Folded.Length == 1 && !token.IsCapital)
            {
                score -= 2;
            }
            else if (FunctionWords.Commands.Contains(token.Folded) && index == 0)
            {
                score -= 3;
            }
        }

        if (words == 0)
        {
            return -8;
        }

        if (subjects + vague == words)
        {
            score -= phrase.IsCapital && phrase.From > 0 ? 1 : 3.5;
        }

        if (phrase.IsJoined)
        {
            score += Joint(context, phrase, traits);
        }

        return score;
    }

    private static double Joint(ReadingContext context, Phrase phrase, InputTraits traits)
    {
        var tokens = context.Message.Tokens;
        var worst = 0.9;
        for (var index = phrase.From + 1; index < phrase.To; index++)
        {
            if (!FunctionWords.IsFrame(tokens[index].Folded) && !tokens[index].IsSign)
            {
                continue;
            }

            if (tokens[index].Text is "." or "-" or "'" or "’" or "/" or "&")
            {
                continue;
            }

            var left = tokens[index - 1];
            if (tokens[index].Folded is ",")
            {
                return 0;
            }

            var isLead =
                (context.IsSubject(left.Stem) && !left.IsCapital)
                || Vague.Contains(left.Stem, StringComparer.Ordinal);
            if (isLead)
            {
                return -4;
            }

            if (
                traits.Meaning == Meaning.Person
                && tokens[index].Folded is not ("the" or "de" or "van" or "von" or "da" or "do")
            )
            {
                return -2;
            }

            var joint = phrase.IsCapital
                ? tokens[index].Folded is "of" or "the" or "and" or "&" or "without"
                    ? 0.9
                    : -1.3
                : tokens[index].Folded is "of" or "the" && !left.IsCapital
                    ? -0.2
                    : -2.5;
            worst = Math.Min(worst, joint);
        }

        return worst;
    }

    private static double ByMeaning(
        ReadingContext context,
        Phrase phrase,
        InputTraits traits,
        KnownKind known
    )
    {
        var hasCapitals = context.Message.HasCapitals;
        var isName =
            phrase.IsCapital && (phrase.From > 0 || phrase.Length > 1 || known != KnownKind.None);
        var lead = phrase.Lead;
        switch (traits.Meaning)
        {
            case Meaning.Country or Meaning.State or Meaning.City or Meaning.Place:
                return Place(context, phrase, traits, known, isName);
            case Meaning.Language:
                if ((known & KnownKind.Language) == KnownKind.None)
                {
                    return -3;
                }

                // "in Italian" is where it goes, "an English word" where it comes from.
                var isSource =
                    context.Message.Tokens.ElementAtOrDefault(phrase.To)?.Stem
                    is "word"
                        or "text"
                        or "phrase"
                        or "sentenc"
                        or "origin";
                return 5
                    + (lead is "to" or "into" or "in" or "from" ? 1 : 0)
                    + (traits.Role == PairRole.End && lead is "in" ? 2.5 : 0)
                    + (
                        traits.Role == PairRole.Start
                            ? isSource
                                ? 2.5
                                : lead is "in"
                                    ? -2.5
                                    : 0
                            : 0
                    );
            case Meaning.Person:
                return (
                        isName ? 2.5
                        : hasCapitals ? -2
                        : -0.5
                    )
                    + lead switch
                    {
                        "by" => 3,
                        "named" or "called" => 3,
                        "to" or "from" or "of" or "about" or "for" => 1,
                        "did"
                        or "does"
                        or "has"
                        or "is"
                        or "was"
                        or "text"
                        or "message"
                        or "call" => 1.5,
                        _ => 0,
                    }
                    + (phrase.IsCapital && phrase.Length is 2 or 3 ? 0.5 : 0)
                    - (
                        (known & (KnownKind.Place | KnownKind.Month | KnownKind.Language))
                        != KnownKind.None
                            ? 3
                            : 0
                    );
            case Meaning.Organization:
                return (
                        isName ? 2
                        : hasCapitals ? -1.5
                        : 0
                    )
                    + (
                        lead
                            is "of"
                                or "for"
                                or "against"
                                or "at"
                                or "on"
                                or "by"
                                or "from"
                                or "about"
                                or "between"
                                or "vs"
                                or "and"
                                or "did"
                                or "does"
                                or "the"
                            ? 1.5
                            : 0
                    )
                    - (
                        (known & (KnownKind.Country | KnownKind.Month | KnownKind.Weekday))
                        != KnownKind.None
                            ? 1
                            : 0
                    );
            case Meaning.Work:
                return (isName ? 2 : 0)
                    + (
                        lead
                            is "of"
                                or "about"
                                or "for"
                                or "on"
                                or "called"
                                or "named"
                                or "titled"
                                or "is"
                                or "the"
                                or "does"
                                or "did"
                                or ""
                            ? 1.2
                            : 0
                    )
                    + (
                        FunctionWords.Commands.Contains(lead) || FunctionWords.Verbs.Contains(lead)
                            ? 1.3
                            : 0
                    )
                    - (
                        (
                            known
                            & (
                                KnownKind.Place
                                | KnownKind.Month
                                | KnownKind.Weekday
                                | KnownKind.Language
                            )
                        ) != KnownKind.None
                            ? 3
                            : 0
                    );
        }

        if (traits.Kind != KnownKind.None)
        {
            return (known & traits.Kind) != KnownKind.None ? 4.5
                : traits.Input.IsRequired ? Generic(phrase, known) - 0.2
                : -1.5;
        }

        var isNamed = traits.NameHas("name");
        return Generic(phrase, known)
            + (
                isName && phrase.From > 0
                    ? isNamed
                        ? 1.5
                        : 0.4
                    : isNamed && hasCapitals
                        ? -1
                        : 0
            );
    }

    private static double Generic(Phrase phrase, KnownKind known) =>
        (
            phrase.Lead switch
            {
                "of" or "about" => 1.6,
                "by" => phrase.IsCapital ? 0.2 : 0.9,
                "for" or "on" or "with" or "in" or "using" or "called" or "named" => 1.1,
                "does" or "do" or "did" or "is" or "are" or "many" or "i'm" or "am" or "was" => 0.9,
                _ => FunctionWords.Commands.Contains(phrase.Lead) ? 1.1
                : FunctionWords.Prepositions.Contains(phrase.Lead)
                || FunctionWords.Verbs.Contains(phrase.Lead)
                || phrase.HasArticle
                    ? 0.9
                : 0.3,
            }
        )
        - (
            (known & (KnownKind.Place | KnownKind.Month | KnownKind.Weekday | KnownKind.Language))
            != KnownKind.None
                ? 1.5
                : 0
        );

    private static double Place(
        ReadingContext context,
        Phrase phrase,
        InputTraits traits,
        KnownKind known,
        bool isName
    )
    {
        var score =
            phrase.Lead
                is "in"
                    or "at"
                    or "near"
                    or "around"
                    or "from"
                    or "to"
                    or "for"
                    or "between"
                    or "outside"
                    or "inside"
                    or "via"
                ? 2.5
            : phrase.Lead is "of" or "and" or "with" or "," or "visit" or "by" ? 1.2
            : 0;
        var isPair = phrase.IsJoined && phrase.Text.Contains(',', StringComparison.Ordinal);
        if (isPair)
        {
            var wantsPair =
                traits.Meaning == Meaning.Place
                || traits.Examples.Any(example => example.Contains(',', StringComparison.Ordinal))
                || (
                    traits.Meaning == Meaning.City && (traits.Has("state") || traits.Has("countri"))
                );
            var hasOther = context.Inputs.Any(other =>
                !ReferenceEquals(other, traits) && other.Meaning is Meaning.State or Meaning.Country
            );
            return score
                + (isName || !context.Message.HasCapitals ? 3 : 0)
                + (wantsPair && !hasOther ? 2.2 : -6);
        }

        if (traits.Meaning is Meaning.Country or Meaning.State)
        {
            var isCode =
                KnownWords.IsPostalCode(phrase.Text) && traits.Meaning == Meaning.State
                || (traits.WantsCode && phrase.Text.Length == 2 && phrase.Text.All(char.IsUpper));
            return (known & traits.Kind) != KnownKind.None || isCode ? 4.5 + score
                : traits.Meaning == Meaning.Country && known.HasFlag(KnownKind.Nationality) ? 3
                : isName ? score - 2
                : -3;
        }

        return score
            + ((known & traits.Kind) != KnownKind.None ? 3 : 0)
            + (
                isName ? 2
                : (known & traits.Kind) != KnownKind.None ? 0
                : context.Message.HasCapitals ? -2.5
                : -0.7
            )
            - ((known & (KnownKind.Month | KnownKind.Weekday)) != KnownKind.None ? 5 : 0)
            - (
                known != KnownKind.None
                && (known & (traits.Kind | KnownKind.Place)) == KnownKind.None
                    ? 2
                    : 0
            )
            - (
                traits.Meaning == Meaning.City
                && (known & (KnownKind.Country | KnownKind.Continent)) != KnownKind.None
                && !known.HasFlag(KnownKind.City)
                    ? 3
                    : 0
            );
    }

    // "museums" where the description says "e.g. museum".
    private static string? ExampleOf(Phrase phrase, InputTraits traits) =>
        traits.Examples.FirstOrDefault(example =>
            Words.Fold(example) == Words.Fold(phrase.Text)
            || (
                phrase.Length == 1
                && example.Length > 3
                && PorterStemmer.Stem(Words.Fold(example))
                    == PorterStemmer.Stem(Words.Fold(phrase.Text))
            )
        );

    private static string Written(Phrase phrase, InputTraits traits)
    {
        var text = phrase.IsCapital ? phrase.Text : ExampleOf(phrase, traits) ?? phrase.Text;
        if (!traits.WantsCode)
        {
            return text;
        }

        return traits.Meaning switch
            {
                Meaning.State => KnownWords.StateCode(text),
                Meaning.Country => KnownWords.CountryCode(text),
                Meaning.Language => KnownWords.LanguageCode(text),
                _ => null,
            } ?? text;
    }
}
