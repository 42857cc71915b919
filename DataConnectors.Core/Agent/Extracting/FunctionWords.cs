using System.Collections.Frozen;

namespace DataConnectors.Core.Agent.Extracting;

/// <summary>English words that frame values and are no values themselves, by the part they play in a sentence.</summary>
internal static class FunctionWords
{
    /// <summary>Words before a value that tell its part: "in" Berlin, "by" Adele.</summary>
    public static readonly FrozenSet<string> Prepositions = Set(
        "of in on at by for from to with without about into onto over under between among through during against near via within per since until till after before as than "
            + "vs versus around regarding concerning called named titled entitled using including like toward towards inside outside across behind beside besides upon off saying v"
    );

    /// <summary>Articles and possessives.</summary>
    public static readonly FrozenSet<string> Determiners = Set(
        "the a an this that these those my your his her its our their some any each every another all both"
    );

    /// <summary>Pronouns, question words and auxiliaries: nothing that is a value goes on across one.</summary>
    public static readonly FrozenSet<string> Glue = Set(
        "i me you he she it we they him us them myself yourself what who whom which whose where when why how there here someone somebody anyone everyone something anything "
            + "is are was were be been being am do does did have has had having can could will would shall should may might must cannot can't don't doesn't didn't isn't wasn't "
            + "won't wouldn't couldn't i'm i'd i've i'll it's that's what's who's where's how's there's let's you're we're they're what're and or but nor so if because while "
            + "whereas then not no yes please thanks thank hi hello hey ok okay just also now currently kindly actually maybe right soon tonight today tomorrow yesterday "
            + "whether too very much many such more most less least only still already yet again ago up down out"
    );

    /// <summary>Verbs that ask for something, when a clause begins with them.</summary>
    public static readonly FrozenSet<string> Commands = Set(
        "show find get give tell list search look lookup book make create calculate compute determine convert translate play set add send order fetch retrieve check provide "
            + "display generate recommend suggest help need want wish like know estimate solve evaluate identify explain describe define predict analyze analyse compare track "
            + "buy reserve schedule plan start open turn put move transfer remind wake roll draw pick return see say change update cancel rent throw deal google summarize "
            + "renew report integrate differentiate read write text email call deliver round average divide multiply subtract sum simulate initialize use browse discover "
            + "measure assess examine obtain locate visit watch learn take bring split ship pause stop delete remove rate review log record enter apply go travel fly love"
    );

    /// <summary>Common verbs in the middle of a sentence: a name ends before them.</summary>
    public static readonly FrozenSet<string> Verbs = Set(
        "mean means meant cost costs take takes took taken happen happens happened win wins won lose lost get gets got go goes going went come comes came live lives lived look looks "
            + "looking work works working weigh weighs want wants wanted need needs needed like make makes made give gives given find finds found found know knows say says said tell "
            + "tells think stand stands start starts starting started end ends ending ended begin begins beginning began use uses used run runs ran running pay pays paid spend spent buy "
            + "bought sell sold own owns owned play plays playing played write wrote written direct directed compose composed paint painted invent invented discover discovered born die died "
            + "contain contains include includes included rise rises leave leaves leaving left arrive arrives arriving arrived fall falls fell dropped moving move moves travel travels traveling "
            + "travelling drive drives driving fly flies flying walk produce produced release released perform performed occur occurs occurred located based filed weighing measuring charging "
            + "receive received earn earns earned invest invested borrow borrowed land landed ship shipped flow flows hit hits rain fell grow grows growing interested trying try planning "
            + "plan book booked booking broke break published granted scheduled assigned doing done having go went put visited visiting visit see saw seen hold held allow allows apply"
    );

    /// <summary>Words that only link a noun to its value: "order <b>number is</b> 1042".</summary>
    public static readonly FrozenSet<string> Linkers = Set(
        "number no nr num id ids code ref reference is are was were be being with the a an of called named titled my it it's its to should value for address date on : = # equal equals "
            + "as by at exactly about approximately around set around"
    );

    /// <summary>Linkers that say a value follows.</summary>
    public static readonly FrozenSet<string> StrongLinkers = Set(
        "is : = called named titled to was are equals equal as be"
    );

    /// <summary>Whether the word frames values and is none.</summary>
    public static bool IsFrame(string folded) =>
        Prepositions.Contains(folded) || Determiners.Contains(folded) || Glue.Contains(folded);

    private static FrozenSet<string> Set(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
