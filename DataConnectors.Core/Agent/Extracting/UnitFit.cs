namespace DataConnectors.Core.Agent.Extracting;

/// <summary>Finds the units of measurement that a message names, at its numbers or alone.</summary>
internal static class UnitFit
{
    /// <summary>The units, as written or as the description's examples write them.</summary>
    public static IEnumerable<Proposal> Propose(ReadingContext context, InputTraits traits)
    {
        var message = context.Message;
        var attached = new List<(int Start, int End)>();
        // Two things measured: neither unit is that of the result.
        var isMixed =
            traits.Role == PairRole.None
            && message
                .Spans.Where(span => span.Number?.Unit is not null)
                .Select(span => span.Number!.Unit!.Dimension)
                .Distinct()
                .Count() > 1;
        foreach (var span in message.Spans.Where(span => span.Number?.Unit is not null))
        {
            var number = span.Number!;
            attached.Add((number.UnitStart, number.UnitStart + number.UnitLength));
            var isStray =
                number.Unit!.Dimension is Dimension.Time or Dimension.Calendar or Dimension.Money
                && traits.Role == PairRole.None
                && !traits.Has("time");
            if (isStray || isMixed)
            {
                continue;
            }

            yield return new Proposal(
                number.UnitStart,
                number.UnitStart + number.UnitLength,
                Written(message.Text.Substring(number.UnitStart, number.UnitLength), traits),
                6
                    + (
                        traits.Role == PairRole.Start ? 3
                        : traits.Role == PairRole.End ? -4
                        : 0
                    )
            );
        }

        var tokens = message.Tokens;
        for (var index = 0; index < tokens.Count; index++)
        {
            for (var end = Math.Min(index + 3, tokens.Count); end > index; end--)
            {
                var start = tokens[index].Start;
                var stop = tokens[end - 1].End;
                var text = message.Text[start..stop];
                if (
                    MeasureUnits.Of(text) is not { Name.Length: > 1 } unit
                    || text.Length < 2
                    || text is "second" or "mi"
                    || (
                        text.Length == 2
                        && index > 0
                        && tokens[index - 1].Folded is not ("to" or "in" or "into" or "from")
                    )
                    || unit.Dimension is Dimension.Generic
                    || attached.Exists(place => place.Start < stop && start < place.End)
                )
                {
                    continue;
                }

                var lead = index > 0 ? tokens[index - 1].Folded : "";
                var role = lead is "in" or "many" or "much" or "as" or "to" or "into"
                    ? PairRole.End
                    : PairRoles.At(tokens, index, end);
                var score =
                    traits.Role == PairRole.None
                        ? lead is "in" or "as"
                            ? 6
                            : 2.5
                        : role == traits.Role
                            ? 8
                            : role == PairRole.None
                                ? 4
                                : 2;
                yield return new Proposal(start, stop, Written(text, traits), score);
                index = end - 1;
                break;
            }
        }
    }

    // "cups" where the description says "e.g. cup".
    private static string Written(string text, InputTraits traits)
    {
        var unit = MeasureUnits.Of(text);
        return traits.Examples.FirstOrDefault(example =>
                MeasureUnits.Of(example) is { } known
                && unit is not null
                && known.Dimension == unit.Dimension
                && (
                    known.Factor > 0
                        ? known.Factor == unit.Factor
                        : PorterStem(example) == PorterStem(text)
                )
            )
            ?? (IsSingular(traits) && unit is not null && text.Length > 3 ? Singular(text) : text);
    }

    private static bool IsSingular(InputTraits traits) =>
        traits.Examples.Count > 0
        && traits.Examples.All(example => example.Length > 2 && !example.EndsWith('s'));

    private static string Singular(string text) =>
        text.EndsWith('s') && MeasureUnits.Of(text[..^1]) is not null ? text[..^1] : text;

    private static string PorterStem(string text) =>
        Language.PorterStemmer.Stem(text.ToLowerInvariant());
}
