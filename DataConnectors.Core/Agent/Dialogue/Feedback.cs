using System.Text.RegularExpressions;
using DataConnectors.Core.Agent.Language;

namespace DataConnectors.Core.Agent.Dialogue;

/// <summary>Reads whether an answer helped.</summary>
internal static partial class Feedback
{
    private const int Longest = 120;

    /// <summary>Whether the message says that the question is settled.</summary>
    /// <param name="message">What the person wrote.</param>
    /// <param name="wasAnswered">Whether Fin has just answered a question: then thanks alone say it.</param>
    public static bool IsConfirmation(string message, bool wasAnswered)
    {
        var folded = Words.Fold(message).Trim();
        return folded.Length <= Longest
            && (Solved().IsMatch(folded) || (wasAnswered && Thanks().IsMatch(folded)));
    }

    /// <summary>Whether the message says that an answer did not help.</summary>
    public static bool IsComplaint(string message) =>
        message.Length <= Longest && Unhelpful().IsMatch(Words.Fold(message).Trim());

    private const string Kind =
        @"(yes|yep|yeah|ok(ay)?|great|perfect|cool|nice|awesome|alright|all right|got it|wonderful|excellent|super|brilliant|fantastic|amazing|thank you|thanks|thx|ty|cheers)";

    private const string Filler =
        @"( (so|very|much|a lot|again|fin|you|all|now|everything|for (the|your) (help|info|information|answer)))*";

    [GeneratedRegex(
        "^("
            + Kind
            + Filler
            + @"[\s,.!–-]*)*(that|this|it|you)('s| is| has|'ve| have)? ?(all )?((really |totally |just )?(solved|fixed|helped|answered|resolved|sorted|works|worked|did (help|it|the trick)|does (help|it|the trick))|all i (needed|wanted|need)( to know)?|everything i needed|what i (needed|wanted)( to know)?|solved|sorted|helpful|been (very |really )?helpful|very helpful)( it| me| my (question|problem|issue)| the (problem|issue|question)| now| out| out for me| for me| perfectly| a lot)*[\s,.!]*("
            + Kind
            + Filler
            + @"[\s,.!]*)*$|^("
            + Kind
            + Filler
            + @"[\s,.!–-]*)*(problem solved|issue solved|solved|all good( now)?|all set|that's all|no(thing)? (else|more questions))[\s,.!]*("
            + Kind
            + Filler
            + @"[\s,.!]*)*$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Solved();

    [GeneratedRegex(
        "^(("
            + Kind
            + Filler
            + @")[\s,.!]*)*(thank you|thanks|thx|ty|cheers|much appreciated|perfect)"
            + Filler
            + @"[\s,.!]*$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Thanks();

    [GeneratedRegex(
        @"^(no|nope|sorry|but|well|hm+|[\s,.!])*((that|this|it|you)('s| is| was| were)? ?((did|does|do|has|have)(n't| not) (help(ed)?|answer(ed)?|solve(d)?|work(ed)?)( me| my (question|problem|issue)| it| at all)*|not (what i (asked|wanted|meant|need)|helpful|an answer|my question|answering( my question)?)|no help|unhelpful|useless|wrong)|not helpful|you (didn't|did not) (understand|answer)( me| my question)?)[\s.!]*$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Unhelpful();
}
