using System.Collections.Frozen;
using DataConnectors.Core.Agent.Language;

namespace DataConnectors.Core.Agent.Choosing;

/// <summary>Words that ask for something to be changed, not just told.</summary>
internal static class ActionWords
{
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
