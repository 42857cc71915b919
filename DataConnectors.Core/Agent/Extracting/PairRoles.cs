namespace DataConnectors.Core.Agent.Extracting;

/// <summary>Tells from the word before a value which end of a pair it is.</summary>
internal static class PairRoles
{
    /// <summary>The role of the value between two tokens.</summary>
    public static PairRole At(IReadOnlyList<MessageToken> tokens, int from, int to)
    {
        var at = from - 1;
        while (
            at >= 0
            && (
                FunctionWords.Determiners.Contains(tokens[at].Folded)
                || tokens[at].Folded is "$" or "€" or "£"
            )
        )
        {
            at--;
        }

        if (at < 0)
        {
            return to < tokens.Count && tokens[to].Folded is "to" or "into" or "in" or "→"
                ? PairRole.Start
                : PairRole.None;
        }

        var word = tokens[at].Folded;
        var two = at > 0 ? tokens[at - 1].Folded + " " + word : word;
        switch (two)
        {
            case "less than"
            or "at most"
            or "up to"
            or "no more"
            or "fewer than"
            or "check out"
            or "not over":
                return PairRole.End;
            case "at least"
            or "more than"
            or "starting on"
            or "starting at"
            or "starting from"
            or "greater than"
            or "check in"
            or "higher than":
                return PairRole.Start;
        }

        switch (word)
        {
            case "from"
            or "between"
            or "since"
            or "after"
            or "starting"
            or "over"
            or "above"
            or "leaving"
            or "minimum"
            or "min"
            or "departing":
                return PairRole.Start;
            case "to"
            or "until"
            or "till"
            or "through"
            or "under"
            or "below"
            or "within"
            or "into"
            or "before"
            or "by"
            or "max"
            or "maximum"
            or "arriving"
            or "-"
            or "–":
                return PairRole.End;
            case "and":
                // "between 3 and 7"
                for (var back = at - 1; back >= 0 && back >= at - 8; back--)
                {
                    if (tokens[back].Folded is "between" or "from")
                    {
                        return PairRole.End;
                    }
                }

                break;
        }

        return to < tokens.Count && tokens[to].Folded is "to" or "into"
            ? PairRole.Start
            : PairRole.None;
    }
}
