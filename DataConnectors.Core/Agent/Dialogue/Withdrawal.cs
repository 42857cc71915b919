using System.Text.RegularExpressions;
using DataConnectors.Core.Agent.Language;

namespace DataConnectors.Core.Agent.Dialogue;

/// <summary>Recognises that a person wants Fin to drop what it is doing.</summary>
internal static partial class Withdrawal
{
    /// <summary>Whether the whole message says so; "cancel my order" does not.</summary>
    public static bool Is(string message) => Pattern().IsMatch(Words.Fold(message).Trim());

    [GeneratedRegex(
        @"^((no|ok|okay|oh|sorry|actually|please|well|thanks|hm+)[\s,.!]*)*(cancel|never ?mind|nvm|stop( (it|that|this|please))?|forget (it|that|about it)|leave it|drop it|skip it|abort|quit|exit|no thanks|no thank you|nothing|not (now|any ?more)|i changed my mind|changed my mind|i('ll| will) (try|come back|ask) (again )?later|start over)([\s,]+(please|thanks|thank you|then|for now|it))*[\s!.]*$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Pattern();
}
