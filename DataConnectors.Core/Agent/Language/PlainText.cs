using System.Globalization;
using System.Text;

namespace DataConnectors.Core.Agent.Language;

/// <summary>Makes text from outside safe to show in a sentence: one line, no control, format or bidi characters.</summary>
internal static class PlainText
{
    /// <summary>
    /// The text on one line; characters that do not show or that turn the reading direction are gone. Longer than
    /// <paramref name="maxLength"/> characters it is cut and ends in an ellipsis.
    /// </summary>
    public static string Clean(string text, int maxLength = 400)
    {
        var cleaned = new StringBuilder(Math.Min(text.Length, maxLength + 1));
        var isSpacePending = false;
        foreach (var rune in text.EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.Control
                or UnicodeCategory.SpaceSeparator
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator:
                    // A tab or line break separates words; other control characters vanish.
                    isSpacePending |= Rune.IsWhiteSpace(rune);
                    continue;
                case UnicodeCategory.Format
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.Surrogate
                or UnicodeCategory.OtherNotAssigned:
                    continue;
                default:
                    if (isSpacePending && cleaned.Length > 0)
                    {
                        cleaned.Append(' ');
                    }

                    isSpacePending = false;
                    if (cleaned.Length + rune.Utf16SequenceLength > maxLength)
                    {
                        return cleaned.ToString().TrimEnd() + "…";
                    }

                    cleaned.Append(rune.ToString());
                    continue;
            }
        }

        return cleaned.ToString();
    }
}
