using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Inbox.Teamwork;

/// <summary>What teammates write: the same bounds for replies and notes.</summary>
public static class TeammateText
{
    /// <summary>The longest reply or note, in characters.</summary>
    public const int Longest = 4000;

    /// <summary>The text without space around it, or why it cannot be stored.</summary>
    /// <param name="text">As written.</param>
    /// <param name="what">"reply" or "note".</param>
    internal static Outcome<string, Fault> Read(string text, string what)
    {
        var trimmed = text.Trim();
        return trimmed.Length is 0 or > Longest
            ? Fault.Invalid("text", $"Write a {what} of 1 to {Longest} characters.")
            : trimmed;
    }
}
