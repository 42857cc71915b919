namespace DataConnectors.Core.Agent.Extracting;

/// <summary>What the values of a text input are, as far as its name and description tell.</summary>
internal enum Meaning
{
    /// <summary>Nothing is known of it.</summary>
    Generic,
    Email,
    Phone,
    Url,
    Date,
    Time,
    Currency,
    Language,
    Unit,
    Identifier,
    Country,
    State,
    City,
    Place,
    Address,
    Person,
    Organization,

    /// <summary>A thing with a title of its own: a film, a book, an event.</summary>
    Work,

    /// <summary>One of a kind with well-known members: a color, a sport.</summary>
    Known,

    /// <summary>Words of the person's own: a message, a query, what to be reminded of.</summary>
    Sentence,
    Reason,
    Expression,

    /// <summary>A number with its unit: "2 hours".</summary>
    Quantity,
}

/// <summary>Which end of a pair a value is.</summary>
internal enum PairRole
{
    None,

    /// <summary>From, start, least.</summary>
    Start,

    /// <summary>To, end, most.</summary>
    End,
}
