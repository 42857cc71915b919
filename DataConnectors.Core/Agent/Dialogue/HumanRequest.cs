using System.Text.RegularExpressions;
using DataConnectors.Core.Agent.Language;

namespace DataConnectors.Core.Agent.Dialogue;

/// <summary>Recognises that a person wants to talk to a human.</summary>
internal static partial class HumanRequest
{
    // What is longer tells a story, in which somebody may have talked to somebody.
    private const int Longest = 200;

    private const string Who =
        @"(an? |the |your |some |any |another )?(real |actual |live |human |support |service |customer )*(human( being)?|person|people|agent|representative|rep|operator|advisor|adviser|colleague|somebody|someone|teammate|team|staff|employee|support|customer (service|support|care))";

    private const string End =
        @"(?=\s*$|\s*[.!?,;]|\s+(please|now|instead|about|regarding|because|who|that|right away|today|asap|from your)\b)";

    /// <summary>Whether the message asks for one; "where is the support ticket of a person" does not.</summary>
    public static bool Is(string message)
    {
        var folded = Words.Fold(message).Trim();
        return folded.Length <= Longest && (Asks().IsMatch(folded) || Whole().IsMatch(folded));
    }

    /// <summary>Whether a connector's text speaks of bringing people together.</summary>
    public static bool IsSubjectOf(string text) => Subject().IsMatch(Words.Fold(text));

    [GeneratedRegex(
        @"\b(talk|speak|chat|connect( me)?|transfer( me)?|put me through|hand( me| this)?( over)?|pass( me| this| it)( on| over)?|switch( me)?|forward( me| this)|escalate( this| it| me)?)\s+(to|with)\s+"
            + Who
            + End
            + @"|\b(i (want|need|would like)|i'd like|give me|get me|can i (have|get))\s+(an? )?(real |actual |live )*(human( being)?|(real |live )(person|agent)|(human |live |real |support |customer service )(agent|representative|operator)|representative|operator)"
            + End
            + @"|^(please )?escalate( this| it)?( please)?[\s.!]*$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Asks();

    [GeneratedRegex(
        @"^(no |please |sorry |i said )*(an? |the )?(real |live |human |actual )*(human|person|agent|representative|operator|customer service|customer support)( please| now)*[\s.!?]*$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Whole();

    [GeneratedRegex(
        @"\b(call ?back|agents?|representatives?|humans?|advis[eo]rs?|operators?|hand ?over|escalat\w+)\b",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Subject();
}
