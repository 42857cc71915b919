namespace DataConnectors.Core.Agent.Extracting;

/// <summary>What a piece of a message looks like.</summary>
internal enum SpanKind
{
    /// <summary>An email address.</summary>
    Email,

    /// <summary>A web address.</summary>
    Url,

    /// <summary>Text in quotes, without them.</summary>
    Quoted,

    /// <summary>A date, in figures, words or relative to today.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A phone number as written.</summary>
    Phone,

    /// <summary>Letters, dashes or slashes with digits: ORD-1042, AB-12-34, 2022-23.</summary>
    Identifier,

    /// <summary>Words held together by dots or slashes: a host, a file, a user name, an IP address.</summary>
    Path,

    /// <summary>A number in figures or words.</summary>
    Number,

    /// <summary>A formula: x^2 + 3x.</summary>
    Expression,

    /// <summary>Words chosen by where they stand.</summary>
    Words,
}

/// <summary>A piece of a message that may be the value of an input.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is as written.</param>
/// <param name="Kind">What it looks like.</param>
/// <param name="Text">The value, without quotes and #.</param>
internal sealed record ValueSpan(int Start, int Length, SpanKind Kind, string Text)
{
    /// <summary>Where it ends.</summary>
    public int End => Start + Length;

    /// <summary>The number, when it is one.</summary>
    public SpokenNumber? Number { get; init; }

    /// <summary>The date, when it is one.</summary>
    public SpokenDate? Date { get; init; }

    /// <summary>The time of day, when it is one.</summary>
    public TimeOnly? Time { get; init; }

    /// <summary>Whether both stand on a common character.</summary>
    public bool Overlaps(ValueSpan other) => Start < other.End && other.Start < End;
}

/// <summary>A number and what stands around it.</summary>
/// <param name="Text">In figures, with a point: <c>1200.50</c>.</param>
/// <param name="Value">Its value.</param>
internal sealed record SpokenNumber(string Text, decimal Value)
{
    /// <summary>Whether a percent sign or word follows.</summary>
    public bool IsPercent { get; init; }

    /// <summary>Whether a currency sign or name stands at it.</summary>
    public bool IsMoney { get; init; }

    /// <summary>The unit that follows; null when there is none.</summary>
    public MeasureUnit? Unit { get; init; }

    /// <summary>Where the unit stands.</summary>
    public int UnitStart { get; init; }

    /// <summary>How long the unit is.</summary>
    public int UnitLength { get; init; }

    /// <summary>Whether it is an ordinal: "3rd", "first".</summary>
    public bool IsOrdinal { get; init; }

    /// <summary>Whether it is only the article or pronoun "a", "an", "one".</summary>
    public bool IsWeak { get; init; }

    /// <summary>Whether it was written in words.</summary>
    public bool IsSpelled { get; init; }

    /// <summary>Whether it looks like a year of the calendar.</summary>
    public bool IsYearLike =>
        Unit is null
        && !IsMoney
        && !IsPercent
        && !IsSpelled
        && Text.Length == 4
        && Value is >= 1000 and <= 2100
        && decimal.IsInteger(Value);
}
