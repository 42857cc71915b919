using DataConnectors.Core.Agent.Language;

namespace DataConnectors.Core.Agent.Composing;

/// <summary>Puts facts into words and words into sentences.</summary>
internal static class Clauses
{
    private static readonly string[] IrregularParticiples =
    [
        "sent",
        "paid",
        "made",
        "bought",
        "sold",
        "seen",
        "built",
    ];

    /// <summary>"the status is shipped", "it was shipped on 5 March 2026", "gift wrap: yes".</summary>
    public static string Say(Fact fact)
    {
        if (fact.Kind == FactKind.YesOrNo)
        {
            return $"{fact.Label}: {fact.Text}";
        }

        if (fact.Kind == FactKind.Date && fact.Label.Split(' ') is [var verb, "at" or "on"])
        {
            if (
                verb.EndsWith("ed", StringComparison.Ordinal)
                || IrregularParticiples.Contains(verb, StringComparer.Ordinal)
            )
            {
                return $"it was {verb} on {fact.Text}";
            }

            if (verb.EndsWith('s'))
            {
                return $"it {verb} on {fact.Text}";
            }
        }

        var label = fact.Kind == FactKind.Date ? WithoutAt(fact.Label) : fact.Label;
        return label.Length == 0 ? fact.Text : $"the {label} is {fact.Text}";
    }

    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string Join(IReadOnlyList<string> parts) =>
        parts.Count switch
        {
            0 => "",
            1 => parts[0],
            // Parts with commas of their own are told apart by more than a comma.
            _ when parts.Any(part => part.Contains(", ", StringComparison.Ordinal)) => string.Join(
                "; ",
                parts
            ),
            _ => $"{string.Join(", ", parts.Take(parts.Count - 1))} and {parts[^1]}",
        };

    /// <summary>The text as a sentence: capital letter, full stop.</summary>
    public static string Sentence(string text)
    {
        text = FieldLabels.Capitalize(text.Trim());
        return text.Length > 0 && text[^1] is '.' or '!' or '?' ? text : text + ".";
    }

    /// <summary>"There are 2 items: a and b." with at most <paramref name="most"/> of them said.</summary>
    public static string Say(FactList list, int most, Func<string, bool> isAskedFor)
    {
        var noun = list.Label.Length == 0 ? "results" : list.Label;
        if (list.Count == 0)
        {
            return $"There are no {noun}.";
        }

        // What the question names comes first.
        var said = list.Items.OrderByDescending(isAskedFor).Take(most).ToList();
        var more = list.Count - said.Count;
        if (more > 0 && said.Count > 0)
        {
            said.Add($"{more} more");
        }

        var count =
            list.Count == 1 ? $"There is 1 {Singular(noun)}" : $"There are {list.Count} {noun}";
        return said.Count == 0 ? count + "." : Sentence($"{count}: {Join(said)}");
    }

    private static string Singular(string noun) =>
        noun.EndsWith("ies", StringComparison.Ordinal) ? noun[..^3] + "y"
        : noun.EndsWith("sses", StringComparison.Ordinal)
        || noun.EndsWith("xes", StringComparison.Ordinal)
        || noun.EndsWith("ches", StringComparison.Ordinal)
            ? noun[..^2]
        : noun.EndsWith('s') && !noun.EndsWith("ss", StringComparison.Ordinal) ? noun[..^1]
        : noun;

    private static string WithoutAt(string label) =>
        label.EndsWith(" at", StringComparison.Ordinal)
        || label.EndsWith(" on", StringComparison.Ordinal)
            ? label[..^3]
            : label;
}
