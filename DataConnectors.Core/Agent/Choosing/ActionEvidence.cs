using DataConnectors.Core.Agent.Language;

namespace DataConnectors.Core.Agent.Choosing;

/// <summary>Whether telling and changing agree between message and connector.</summary>
internal static class ActionEvidence
{
    private const float Met = 0.3f;

    /// <summary>Adds the evidence on actions.</summary>
    public static void Add(
        double[] evidence,
        MessageTerms message,
        ConnectorTerms connector,
        float[] met
    )
    {
        if (connector.ActionStems.Count > 0)
        {
            // Nobody gets a subscription cancelled who did not speak of cancelling.
            evidence[(int)Evidence.ActionUnasked] = IsAsked(message, connector) ? 0 : 1;
        }

        if (message.Actions != ActionKinds.None && connector.Actions != ActionKinds.None)
        {
            var isMet = (message.Actions & connector.Actions) != 0;
            evidence[(int)(isMet ? Evidence.ActionMet : Evidence.ActionDiffers)] = 1;
        }

        evidence[(int)Evidence.AsksToLearn] = message.AsksToLearn ? 1 : 0;
        evidence[(int)Evidence.WriteUnasked] =
            connector.IsWrite && connector.ActionStems.Count > 0 && message.OnlyAsks ? 1 : 0;
        if (message.Demands.Count > 0 && !message.OnlyAsks)
        {
            var isDemandMet = false;
            for (var index = 0; index < met.Length; index++)
            {
                isDemandMet |=
                    met[index] > Met
                    && message.Demands.Contains(
                        message.Terms[index].Term.Stem,
                        StringComparer.Ordinal
                    );
            }

            evidence[(int)Evidence.DemandUnmet] = isDemandMet ? 0 : 1;
        }

        evidence[(int)Evidence.Excluded] = message.Terms.Any(term =>
            !term.IsHint && connector.Excludes(term.Term.Stem)
        )
            ? 1
            : 0;
    }

    private static bool IsAsked(MessageTerms message, ConnectorTerms connector)
    {
        foreach (var action in connector.ActionStems)
        {
            foreach (var term in message.Terms)
            {
                var stem = term.Term.Stem;
                if (
                    string.Equals(stem, action, StringComparison.Ordinal)
                    || (
                        Synonyms.Of(stem).ContainsKey(action)
                        && !(
                            connector.NameStems.Contains(stem, StringComparer.Ordinal)
                            && !ActionWords.NamesAnAction(stem)
                        )
                    )
                )
                {
                    return true;
                }
            }
        }

        return false;
    }
}
