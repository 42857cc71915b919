namespace DataConnectors.Core.Inbox;

/// <summary>The beginning of a message in one line, for where the whole has no room.</summary>
internal static class FirstWords
{
    /// <summary>The words that fit, with "…" where more follow.</summary>
    /// <param name="message">The message.</param>
    /// <param name="length">Most characters.</param>
    public static string Of(string message, int length)
    {
        var line = string.Join(
            ' ',
            message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        if (line.Length <= length)
        {
            return line;
        }

        // The cut falls between words, and never inside a character of two code units.
        var space = line.LastIndexOf(' ', length - 1);
        var end = space > 0 ? space : length - 1;
        return line[..(char.IsHighSurrogate(line[end - 1]) ? end - 1 : end)] + "…";
    }
}
