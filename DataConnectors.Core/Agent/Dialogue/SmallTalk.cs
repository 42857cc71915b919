using System.Text.RegularExpressions;
using DataConnectors.Core.Agent.Language;

namespace DataConnectors.Core.Agent.Dialogue;

/// <summary>Answers greetings, thanks and goodbyes, which need no connector.</summary>
internal static partial class SmallTalk
{
    /// <summary>A short answer; null when the message is more than small talk.</summary>
    public static string? Answer(string message)
    {
        var folded = Words.Fold(message).Trim();
        return Thanks().IsMatch(folded) ? "You're welcome! Is there anything else I can help with?"
            : Goodbye().IsMatch(folded) ? "Goodbye, and have a nice day!"
            : Greeting().IsMatch(folded) ? "Hello! How can I help you today?"
            : WhoAreYou().IsMatch(folded)
                ? "I'm Fin, an AI agent. Ask me a question and I will look for the answer."
            : null;
    }

    [GeneratedRegex(
        @"^(hi+|hello|hey+|hiya|howdy|greetings|good (morning|afternoon|evening|day)|hallo|yo)([ ,]+(there|fin|team|everyone|all|again|how are you( doing)?( today)?))*[\s!.,?]*(how are you( doing)?( today)?|how's it going|can (you|someone|anyone) help( me)?|i need (some )?help|i have a question)?[\s!.?]*$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Greeting();

    [GeneratedRegex(
        @"^((ok(ay)?|great|perfect|cool|nice|awesome|alright|got it|wonderful|excellent|super)[\s,!.]*)*(thank you|thanks|thx|ty|cheers|much appreciated|appreciate it)([\s,]+(so|very|much|a lot|again|fin|for (the|your) (help|info|information)|you|all|that('s| is) (all|it|great|perfect)))*[\s!.]*$|^(ok(ay)?|great|perfect|cool|nice|awesome|alright|got it|wonderful|excellent)[\s!.]*$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Thanks();

    [GeneratedRegex(
        @"^(bye|goodbye|bye bye|see you( later)?|ciao|good night|have a (nice|good|great) (day|evening|weekend))[\s!.]*$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Goodbye();

    [GeneratedRegex(
        @"^(who|what) are you[\s?!.]*$|^are you (a )?(bot|robot|human|real|an ai)[\s?!.]*$|^what('s| is) your name[\s?!.]*$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex WhoAreYou();
}
