namespace DataConnectors.Core.Agent.Language;

/// <summary>Porter's stemmer for English: "deliveries", "cancelled" and "cancellation" meet their relatives.</summary>
internal static class PorterStemmer
{
    private static readonly (string Suffix, string By)[] DoubleSuffixes =
    [
        ("ational", "ate"),
        ("tional", "tion"),
        ("enci", "ence"),
        ("anci", "ance"),
        ("izer", "ize"),
        ("abli", "able"),
        ("alli", "al"),
        ("entli", "ent"),
        ("eli", "e"),
        ("ousli", "ous"),
        ("ization", "ize"),
        ("ation", "ate"),
        ("ator", "ate"),
        ("alism", "al"),
        ("iveness", "ive"),
        ("fulness", "ful"),
        ("ousness", "ous"),
        ("aliti", "al"),
        ("iviti", "ive"),
        ("biliti", "ble"),
    ];

    private static readonly (string Suffix, string By)[] AdjectiveSuffixes =
    [
        ("icate", "ic"),
        ("ative", ""),
        ("alize", "al"),
        ("iciti", "ic"),
        ("ical", "ic"),
        ("ful", ""),
        ("ness", ""),
    ];

    private static readonly string[] LastSuffixes =
    [
        "ement",
        "ance",
        "ence",
        "able",
        "ible",
        "ment",
        "ant",
        "ent",
        "ion",
        "ism",
        "ate",
        "iti",
        "ous",
        "ive",
        "ize",
        "al",
        "er",
        "ic",
        "ou",
    ];

    /// <summary>The stem of a lower-case word; words of one or two letters are their own.</summary>
    public static string Stem(string word)
    {
        if (word.Length <= 2)
        {
            return word;
        }

        word = WithoutPlural(word);
        word = WithoutPastOrProgressive(word);
        if (word.EndsWith('y') && HasVowel(word[..^1]))
        {
            word = word[..^1] + "i";
        }

        word = Replace(word, DoubleSuffixes);
        word = Replace(word, AdjectiveSuffixes);
        word = WithoutLastSuffix(word);
        if (word.EndsWith('e'))
        {
            var measure = Measure(word[..^1]);
            if (measure > 1 || (measure == 1 && !EndsInShortSyllable(word[..^1])))
            {
                word = word[..^1];
            }
        }

        return word.EndsWith("ll", StringComparison.Ordinal) && Measure(word[..^1]) > 1
            ? word[..^1]
            : word;
    }

    private static string WithoutPlural(string word) =>
        word.EndsWith("sses", StringComparison.Ordinal) ? word[..^2]
        : word.EndsWith("ies", StringComparison.Ordinal) ? word[..^2]
        : word.EndsWith("ss", StringComparison.Ordinal) ? word
        : word.EndsWith('s') ? word[..^1]
        : word;

    private static string WithoutPastOrProgressive(string word)
    {
        if (word.EndsWith("eed", StringComparison.Ordinal))
        {
            return Measure(word[..^3]) > 0 ? word[..^1] : word;
        }

        var suffix =
            word.EndsWith("ed", StringComparison.Ordinal) ? 2
            : word.EndsWith("ing", StringComparison.Ordinal) ? 3
            : 0;
        if (suffix == 0 || !HasVowel(word[..^suffix]))
        {
            return word;
        }

        word = word[..^suffix];
        if (
            word.EndsWith("at", StringComparison.Ordinal)
            || word.EndsWith("bl", StringComparison.Ordinal)
            || word.EndsWith("iz", StringComparison.Ordinal)
        )
        {
            return word + "e";
        }

        if (EndsInDoubleConsonant(word) && word[^1] is not ('l' or 's' or 'z'))
        {
            return word[..^1];
        }

        return Measure(word) == 1 && EndsInShortSyllable(word) ? word + "e" : word;
    }

    private static string Replace(string word, (string Suffix, string By)[] rules)
    {
        foreach (var (suffix, by) in rules)
        {
            if (word.EndsWith(suffix, StringComparison.Ordinal))
            {
                var stem = word[..^suffix.Length];
                return Measure(stem) > 0 ? stem + by : word;
            }
        }

        return word;
    }

    private static string WithoutLastSuffix(string word)
    {
        foreach (var suffix in LastSuffixes)
        {
            if (!word.EndsWith(suffix, StringComparison.Ordinal))
            {
                continue;
            }

            var stem = word[..^suffix.Length];
            var isRemovable =
                Measure(stem) > 1
                && (
                    !string.Equals(suffix, "ion", StringComparison.Ordinal)
                    || stem[^1] is 's' or 't'
                );
            return isRemovable ? stem : word;
        }

        return word;
    }

    /// <summary>How many times a vowel is followed by a consonant.</summary>
    private static int Measure(string word)
    {
        var count = 0;
        for (var index = 1; index < word.Length; index++)
        {
            if (!IsVowel(word, index) && IsVowel(word, index - 1))
            {
                count++;
            }
        }

        return count;
    }

    private static bool HasVowel(string word) =>
        Enumerable.Range(0, word.Length).Any(index => IsVowel(word, index));

    private static bool EndsInDoubleConsonant(string word) =>
        word.Length > 1 && word[^1] == word[^2] && !IsVowel(word, word.Length - 1);

    private static bool EndsInShortSyllable(string word) =>
        word.Length > 2
        && !IsVowel(word, word.Length - 1)
        && IsVowel(word, word.Length - 2)
        && !IsVowel(word, word.Length - 3)
        && word[^1] is not ('w' or 'x' or 'y');

    private static bool IsVowel(string word, int index) =>
        word[index] switch
        {
            'a' or 'e' or 'i' or 'o' or 'u' => true,
            'y' => index > 0 && !IsVowel(word, index - 1),
            _ => false,
        };
}
