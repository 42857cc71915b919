using System.Text.RegularExpressions;
using DataConnectors.Core.Agent.Language;

namespace DataConnectors.Core.Agent.Dialogue;

/// <summary>Tells a new request from the answer to a question.</summary>
internal static partial class NewRequest
{
    /// <summary>Whether the message asks or demands something, rather than naming a value.</summary>
    public static bool IsClear(string message)
    {
        var folded = Words.Fold(message).Trim();
        return folded.EndsWith('?') || Request().IsMatch(folded);
    }

    [GeneratedRegex(
        @"^((no|ok|okay|oh|hi|hello|hey|actually|sorry|wait|instead|well|also|and|but|please|rather)[\s,.!]+)*(where|when|what|what's|which|who|how|why|is|are|do|does|did|can|could|would|will|has|have|i (want|need|would|'d)|i'd|i'm looking|tell me|show me|check|cancel|change|update|refund|return|track|find|look|get|give me|book|create|send|reset)\b",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Request();
}
