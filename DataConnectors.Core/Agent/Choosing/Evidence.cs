namespace DataConnectors.Core.Agent.Choosing;

/// <summary>What speaks for and against a connector; each has its weight.</summary>
internal enum Evidence
{
    /// <summary>1: what any connector starts with.</summary>
    Start,

    /// <summary>Share of the message that stands in the connector, word for word.</summary>
    Said,

    /// <summary>Share of the message that the connector has a related word for.</summary>
    Meant,

    /// <summary>Share of what is asked for itself that stands in the connector, word for word.</summary>
    HeadSaid,

    /// <summary>Share of what is asked for itself that the connector has a related word for.</summary>
    HeadMeant,

    /// <summary>Share of the connector's name that stands in the message.</summary>
    NameSaid,

    /// <summary>Share of the connector's name that the message has a related word for.</summary>
    NameMeant,

    /// <summary>Share of the description that the message has a related word for.</summary>
    DescriptionMeant,

    /// <summary>How near message and connector are as a whole.</summary>
    Nearness,

    /// <summary>Share of the required inputs that the message names.</summary>
    InputsNamed,

    /// <summary>Share of the required inputs for which the message holds a value of that look.</summary>
    InputsFilled,

    /// <summary>Numbers that the message lacks, as a share of the required inputs: they are said with the question, while a code may be asked for.</summary>
    NumbersLacking,

    /// <summary>The message holds no value at all, so that what is required will be asked for.</summary>
    NoValues,

    /// <summary>Share of the message's telling values (an email, a code, coordinates) that an input takes.</summary>
    ValuesTaken,

    /// <summary>Share of the message's telling values that no input takes.</summary>
    ValuesLeft,

    /// <summary>Numbers in the message that no input takes, up to three.</summary>
    NumbersLeft,

    /// <summary>Pairs of neighbouring words in both.</summary>
    Pairs,

    /// <summary>The most telling of the first words asked for that the connector has nothing for.</summary>
    HeadMissing,

    /// <summary>The most telling word of the name that the message has nothing for.</summary>
    NameMissing,

    /// <summary>The name says that it changes something, and nobody asked for that.</summary>
    ActionUnasked,

    /// <summary>The method writes, and the message only asks.</summary>
    WriteUnasked,

    /// <summary>The message demands a change that the connector has no word for.</summary>
    DemandUnmet,

    /// <summary>Message and connector name the same kind of action.</summary>
    ActionMet,

    /// <summary>Message and connector name different kinds of action.</summary>
    ActionDiffers,

    /// <summary>The message asks how something is done, or why.</summary>
    AsksToLearn,

    /// <summary>The description says that it is not for this.</summary>
    Excluded,

    /// <summary>How far it falls behind the candidate that has most of the message, by words rare among the candidates; 0 or less.</summary>
    Behind,

    /// <summary>How far it is ahead of the next; 0 or more.</summary>
    Ahead,

    /// <summary>How far its name falls behind the best-named candidate; 0 or less.</summary>
    NameBehind,

    /// <summary>Among those that come near the best: share of the words that tell them apart which the message and it have; else 0.</summary>
    DistinctMet,

    /// <summary>Among those that come near the best: share of the name's words that only it has which the message has not; else 0.</summary>
    OwnMissing,

    /// <summary>Share of the message's telling values it takes, less that of the best; 0 or less.</summary>
    ValuesBehind,

    /// <summary>Share of the inputs it finds values for, less that of the best; 0 or less.</summary>
    FilledBehind,

    /// <summary>How much of the message it explains in all, not as a share.</summary>
    Amount,

    /// <summary>What is asked for and the name, both met.</summary>
    HeadAndName,

    /// <summary>The message and the description, both met.</summary>
    BothMeant,

    /// <summary>Nearness to a question that the description quotes as an example.</summary>
    Example,
}
