using System.Collections.Frozen;

namespace DataConnectors.Core.Agent.Language;

/// <summary>Words that say nothing about what a person wants.</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string> All = (
        "a about actually after again all also am an and any anybody anyone anything are as ask asking asks at back be because been before being "
        + "but by can can't cannot come comes could couldn't did didn't do does doesn't doing don't done down due during each either "
        + "else ever every few for from further get gets getting give given gives go goes going gonna got gotta had hadn't has hasn't have haven't having he "
        + "hello help her here hey hi him his how however i if in into is isn't it its itself just keep kindly know knows let like lot many may "
        + "maybe me mean might mine more most much must my myself need needs never no nor not now of oh ok okay on once one only onto or "
        + "other our ours out over own please possible put quite rather really right same say see seem shall she should shouldn't since so "
        + "some somebody someone something soon still such sure take tell than thank thanks that the their theirs them then there these they thing "
        + "things think this those though through to too try trying under until unto up upon us use used uses using very via wanna want wanted wants was wasn't "
        + "way we well went were weren't what whatever when where whether which while who whom whose why will with within without won't "
        + "would wouldn't yes yet you your yours yourself anyway ago already already able ain't allows asks customer's given whenever "
        + "e g eg etc ie ll re ve sir madam "
        // People mix languages.
        + "ou est mon le les des une que qui wo ist mein meine der das und donde esta el por para"
    ).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether <paramref name="word"/>, in lower case, says nothing.</summary>
    public static bool Contains(string word) => All.Contains(word);
}
