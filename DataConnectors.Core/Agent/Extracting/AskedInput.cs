using System.Text.RegularExpressions;
using DataConnectors.Core.Agent.Language;
using DataConnectors.Core.Connectors;

namespace DataConnectors.Core.Agent.Extracting;

/// <summary>Reads the answer to a question for one data input.</summary>
internal static partial class AskedInput
{
    private const int MaxLength = 1000;

    /// <summary>The value, in the form of its type; null when the message holds none.</summary>
    public static string? Read(string message, DataInput asked, DateOnly? today = null)
    {
        var traits = InputTraits.Of(asked);
        if (IsNotKnown(message))
        {
            return null;
        }

        if (InputExtractor.Extract(message, [asked], today).TryGetValue(asked.Name, out var found))
        {
            return found;
        }

        var whole = Cleaned(message);
        if (asked.Type != DataInputType.Text)
        {
            return TypedText.Normalize(asked.Type, message)
                ?? TypedText.Normalize(asked.Type, whole)
                ?? FromWeakSpans(message, asked, traits);
        }

        if (FromWeakSpans(message, asked, traits) is { } weak)
        {
            return weak;
        }

        var isValue =
            whole.Length is > 0 and <= MaxLength
            && !message.TrimEnd().EndsWith('?')
            && !(traits.IsEmail || traits.IsUrl || traits.IsPhone)
            && !(traits.NeedsDigit && !whole.Any(char.IsDigit))
            && !(traits.IsIdentifier && whole.Any(char.IsWhiteSpace) && !whole.Any(char.IsDigit))
            && (traits.Options.Count == 0 || IsShort(whole))
            && (traits.IsFreeText || IsShort(whole));
        return isValue ? whole : null;
    }

    /// <summary>Whether the person says that they cannot tell.</summary>
    public static bool IsNotKnown(string message) => NotKnown().IsMatch(Words.Fold(message));

    // "2" alone is no order number in a first message, but it is when one was asked for.
    private static string? FromWeakSpans(string message, DataInput asked, InputTraits traits)
    {
        if (
            asked.Type == DataInputType.Text
            && !traits.IsIdentifier
            && traits.Meaning != Meaning.Quantity
        )
        {
            return null;
        }

        var prepared = PreparedMessage.From(message);
        var context = new ReadingContext(prepared, [traits], [], today: null);
        return context
            .Propose(traits)
            .OrderByDescending(proposal => proposal.Score)
            .Select(proposal => TypedText.Normalize(asked.Type, proposal.Value))
            .FirstOrDefault(value => value is not null);
    }

    private static string Cleaned(string message) =>
        LeadIn()
            .Replace(message.Trim(), "")
            .Trim()
            .TrimEnd('.', '!', ',')
            .Trim('"', '“', '”')
            .Trim();

    private static bool IsShort(string text) => text.Split(' ').Length <= 8;

    [GeneratedRegex(
        @"^(?:(?:ok(?:ay)?|sure|yes|hi|hello|well|oh|um|so|please|thanks|here you go|here it is|of course)[,.!:]?\s+)*(?:(?:it|that|this)(?:'s|’s| is| was| would be| should be)\s+|(?:it's|its)\s+|(?:my|the|our)\s+(?:\p{L}+\s+){0,3}(?:is|was)[: ]\s*|i(?:'m| am) (?:called |from )?)?(?:(?:the|a|an)\s+)?(?=\S)",
        RegexOptions.IgnoreCase,
        10_000
    )]
    private static partial Regex LeadIn();

    [GeneratedRegex(
        @"\b(?:(?:do not|don't|dont|can't|cannot|can not|couldn't) (?:know|remember|recall|find|have|see)|no (?:idea|clue)|not sure|unsure|dunno|idk|forgot|lost it|i have none|where (?:can|do) i (?:find|see|get))\b",
        RegexOptions.None,
        10_000
    )]
    private static partial Regex NotKnown();
}
