namespace DataConnectors.Core.Agent.Extracting;

/// <summary>
/// Tells whether a message holds a value in the very format of an input. Asked of every input of every candidate, so it only looks
/// up what was prepared.
/// </summary>
internal static class QuickFit
{
    /// <summary>Whether it does.</summary>
    public static bool Holds(PreparedMessage message, InputTraits traits) =>
        traits.Input.Type switch
        {
            Connectors.DataInputType.Boolean => false,
            Connectors.DataInputType.Number or Connectors.DataInputType.Decimal =>
                HasLabelledNumber(message, traits),
            _ => traits.Meaning switch
            {
                Meaning.Email => message.Has(SpanKind.Email),
                Meaning.Url => message.Has(SpanKind.Url),
                Meaning.Phone => message.Has(SpanKind.Phone),
                Meaning.Date => message.Has(SpanKind.Date),
                Meaning.Time => message.Has(SpanKind.Time),
                Meaning.Expression => message.Has(SpanKind.Expression),
                Meaning.Identifier => HasIdentifier(message, traits),
                _ => HasOption(message, traits),
            },
        };

    private static bool HasIdentifier(PreparedMessage message, InputTraits traits)
    {
        foreach (var code in message.Codes)
        {
            if (
                traits.Shapes.Count > 0
                && code.IsIdentifier
                && traits.Shapes.Contains(code.Shape, StringComparer.Ordinal)
            )
            {
                return true;
            }

            foreach (var label in code.Labels)
            {
                if (
                    traits.Nouns.Contains(label)
                    && (
                        !traits.NeedsDigit
                        || traits.Shapes.Contains(code.Shape, StringComparer.Ordinal)
                        || code.IsIdentifier
                    )
                )
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool HasLabelledNumber(PreparedMessage message, InputTraits traits)
    {
        foreach (var code in message.Codes)
        {
            if (code.IsNumber)
            {
                foreach (var label in code.Labels)
                {
                    if (traits.Nouns.Contains(label))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private static bool HasOption(PreparedMessage message, InputTraits traits)
    {
        foreach (var stem in traits.OptionStems)
        {
            if (message.Stems.Contains(stem))
            {
                return true;
            }
        }

        return false;
    }
}
