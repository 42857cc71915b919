using System.Collections.Frozen;
using System.Text.RegularExpressions;
using DataConnectors.Core.Agent.Language;

namespace DataConnectors.Core.Agent.Choosing;

/// <summary>Kinds of action, as far as they tell connectors on the same thing apart.</summary>
[Flags]
internal enum ActionKinds
{
    None = 0,
    Read = 1,
    Create = 2,
    Update = 4,
    Delete = 8,
    Book = 16,
    Send = 32,
    Compute = 64,
    TurnOn = 128,
    Undo = 256,
}

/// <summary>Words that ask for something to be done, and those that ask for a change, not just an answer.</summary>
internal static partial class ActionWords
{
    private static readonly FrozenDictionary<string, ActionKinds> Kinds = new (
        ActionKinds Kind,
        string Words
    )[]
    {
        (
            ActionKinds.Read,
            "get find show list look lookup fetch retrieve search view read check tell give return see select query display report load open track"
        ),
        (
            ActionKinds.Compute,
            "calculate compute determine estimate convert count solve evaluate predict project"
        ),
        (
            ActionKinds.Create,
            "create add insert make new write register submit file record start enter put post open draft generate place set enroll save upload"
        ),
        (
            ActionKinds.Update,
            "update change modify edit set move rename reschedule adjust switch correct replace upgrade downgrade extend postpone shift"
        ),
        (
            ActionKinds.Delete,
            "delete remove cancel erase drop terminate end stop clear discard unsubscribe take"
        ),
        (
            ActionKinds.Book,
            "book reserve buy order purchase rent schedule request arrange subscribe sign"
        ),
        (ActionKinds.Send, "send email mail message notify forward share"),
        (ActionKinds.TurnOn, "activate enable start resume unlock switch turn play"),
        (ActionKinds.Undo, "restore recover revert undo return refund reimburse"),
    }
        .SelectMany(row =>
            row.Words.Split(' ').Select(word => (Stem: PorterStemmer.Stem(word), row.Kind))
        )
        .GroupBy(pair => pair.Stem, StringComparer.Ordinal)
        .ToFrozenDictionary(
            group => group.Key,
            group => group.Aggregate(ActionKinds.None, (kinds, pair) => kinds | pair.Kind),
            StringComparer.Ordinal
        );

    /// <summary>The kinds of action that a connector's words stand for: those of its name, else of its description's first word.</summary>
    public static ActionKinds Of(IReadOnlyList<string> nameStems, string firstStem)
    {
        var kinds = nameStems.Aggregate(
            ActionKinds.None,
            (kinds, stem) => kinds | Kinds.GetValueOrDefault(stem)
        );
        return kinds == ActionKinds.None ? Kinds.GetValueOrDefault(firstStem) : kinds;
    }

    /// <summary>The kinds of action that a word stands for.</summary>
    public static ActionKinds Of(string stem) => Kinds.GetValueOrDefault(stem);

    /// <summary>The kinds of action that a message in lower case asks for.</summary>
    public static ActionKinds AskedFor(string folded)
    {
        var kinds = ActionKinds.None;
        foreach (Match match in Asked().Matches(folded))
        {
            kinds |= match.Groups["w"].Success
                ? ActionKinds.Read | ActionKinds.Compute
                : Kinds.GetValueOrDefault(PorterStemmer.Stem(match.Groups["v"].Value));
        }

        return kinds;
    }

    [GeneratedRegex(
        @"(^|[.!?:;,] |\bplease |\bto |\byou |\band |\bi (want|need) |\blet'?s |\bi'll )(?<v>[a-z]+)|(^|[.!?,] |\band )(?<w>what|which|who|how|when|where|is|are|does|did|do i)\b",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Asked();

    private static readonly FrozenSet<string> Naming = Stems(
        "cancel cancellation terminate unsubscribe refund reimburse return exchange create place book schedule submit add register update change edit "
            + "modify amend move switch reschedule postpone set delete remove erase pause suspend freeze resume reactivate upgrade downgrade reset "
            + "block unblock transfer pay apply redeem renew extend report confirm send resend open close request replace activate "
            + "deactivate enable disable assign reserve disconnect restart reboot top"
    );

    private static readonly FrozenSet<string> Demanding = Stems(
        "cancel terminate unsubscribe refund return exchange place book schedule register change edit modify amend switch reschedule postpone "
            + "delete remove erase pause suspend freeze resume reactivate upgrade downgrade reset block unblock transfer redeem renew "
            + "extend replace activate deactivate disconnect restart reboot"
    );

    /// <summary>Whether the word, in a connector's name, says that it changes something.</summary>
    public static bool NamesAnAction(string stem) => Naming.Contains(stem);

    /// <summary>Whether the word, in a message, asks for a change, so that reading something would be the wrong answer.</summary>
    public static bool DemandsAnAction(string stem) => Demanding.Contains(stem);

    private static FrozenSet<string> Stems(string words) =>
        words.Split(' ').Select(PorterStemmer.Stem).ToFrozenSet(StringComparer.Ordinal);
}
