using DataConnectors.Core.Agent.Language;

namespace DataConnectors.Core.Agent.Choosing;

/// <summary>Whether telling and changing agree between message and connector.</summary>
internal static class ActionEvidence
{
    private const float Met = 0.3f;
    private const ActionKinds Harmless = ActionKinds.Read | ActionKinds.Compute;

    /// <summary>Adds the evidence on actions.</summary>
    public static void Add(
        double[] evidence,
        MessageTerms message,
        ConnectorTerms connector,
        float[] met
    )
    {
        // Nobody gets a subscription cancelled who did not speak of cancelling.
        var isChange =
            connector.LeadingAction != ActionKinds.None
            && (connector.LeadingAction & Harmless) == ActionKinds.None;
        evidence[(int)Evidence.ActionUnasked] = isChange && !IsAsked(message, connector) ? 1 : 0;
        if (message.Actions != ActionKinds.None && connector.Actions != ActionKinds.None)
        {
            var isMet = (message.Actions & connector.Actions) != ActionKinds.None;
            evidence[(int)(isMet ? Evidence.ActionMet : Evidence.ActionDiffers)] = 1;
        }

        evidence[(int)Evidence.AsksToLearn] = message.AsksToLearn ? 1 : 0;
        evidence[(int)Evidence.WriteUnasked] =
            connector.IsWrite && isChange && message.OnlyAsks ? 1 : 0;
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
        foreach (var term in message.Terms)
        {
            var stem = term.Term.Stem;
            if (connector.ActionStems.Contains(stem, StringComparer.Ordinal))
            {
                return true;
            }

            // "My order" names a thing that the connector is about, not the ordering.
            var isTopic = connector.NameStems.Contains(stem, StringComparer.Ordinal);
            if (!isTopic && (ActionWords.Of(stem) & connector.LeadingAction) != ActionKinds.None)
            {
                return true;
            }

            if (!isTopic && connector.ActionStems.Any(Synonyms.Of(stem).ContainsKey))
            {
                return true;
            }
        }

        return false;
    }
}
