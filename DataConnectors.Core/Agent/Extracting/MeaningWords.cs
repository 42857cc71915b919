using System.Collections.Frozen;
using DataConnectors.Core.Agent.Language;

namespace DataConnectors.Core.Agent.Extracting;

/// <summary>Words of names and descriptions that tell what the values of an input are.</summary>
internal static class MeaningWords
{
    // The first line that holds a word of the name decides.
    private static readonly (Meaning Meaning, FrozenSet<string> Words)[] Meanings =
    [
        (Meaning.Currency, Set("currency currencies")),
        (Meaning.Language, Set("language lang locale")),
        (Meaning.Unit, Set("unit units")),
        (Meaning.Country, Set("country nation nationality citizenship")),
        (Meaning.State, Set("state province")),
        (Meaning.Address, Set("address street")),
        (Meaning.City, Set("city town municipality")),
        (Meaning.Reason, Set("reason cause why justification")),
        (Meaning.Expression, Set("function expression equation formula polynomial")),
        (
            Meaning.Place,
            Set(
                "location loc place destination origin region airport station area venue neighborhood neighbourhood county warehouse continent landmark branch departure arrival pickup dropoff"
            )
        ),
        (
            Meaning.Organization,
            Set(
                "company team club organization organisation brand manufacturer university college school bank airline publisher league court employer vendor merchant museum institution carrier hospital restaurant hotel cafe theater theatre cinema clinic"
            )
        ),
        (
            Meaning.Work,
            Set(
                "movie film song book album series show painting artwork sculpture novel poem event game title playlist episode track battle law act recipe dish museum case project conference monument building"
            )
        ),
        (
            Meaning.Person,
            Set(
                "person artist author director actor actress player composer inventor singer musician scientist painter writer president athlete driver recipient contact employee patient celebrity sculptor band customer user lawyer doctor friend member student philosopher king politician character figure"
            )
        ),
        (
            Meaning.Sentence,
            Set(
                "text message body note query question content comment sentence phrase description memo reminder task search keyword keywords prompt topic subject problem request instructions feedback caption complaint issue"
            )
        ),
        (Meaning.Quantity, Set("duration length weight height distance period")),
    ];

    private static readonly FrozenSet<string> Open = Set(
        "from to start end source target first second origin base name value input old new current primary secondary initial final a b one two via item"
    );

    private static readonly FrozenDictionary<string, KnownKind> Kinds = new Dictionary<
        string,
        KnownKind
    >(StringComparer.Ordinal)
    {
        ["color"] = KnownKind.Color,
        ["colour"] = KnownKind.Color,
        ["month"] = KnownKind.Month,
        ["weekday"] = KnownKind.Weekday,
        ["day"] = KnownKind.Weekday,
        ["genre"] = KnownKind.Genre,
        ["cuisine"] = KnownKind.Cuisine,
        ["food"] = KnownKind.Cuisine,
        ["diet"] = KnownKind.Diet,
        ["dietary"] = KnownKind.Diet,
        ["sport"] = KnownKind.Sport,
        ["instrument"] = KnownKind.Instrument,
        ["season"] = KnownKind.Season,
        ["planet"] = KnownKind.Planet,
        ["size"] = KnownKind.Size,
        ["gender"] = KnownKind.Gender,
        ["sex"] = KnownKind.Gender,
        ["continent"] = KnownKind.Continent,
        ["region"] = KnownKind.Continent | KnownKind.Country | KnownKind.State,
        ["material"] = KnownKind.Material,
        ["room"] = KnownKind.Room,
        ["nationality"] = KnownKind.Nationality,
        ["language"] = KnownKind.Language,
    }.ToFrozenDictionary(
        pair => PorterStemmer.Stem(pair.Key),
        pair => pair.Value,
        StringComparer.Ordinal
    );

    private static readonly FrozenDictionary<string, Dimension> Dimensions = new (
        Dimension Dimension,
        string Words
    )[]
    {
        (
            Dimension.Length,
            "height length width radius diameter distance depth altitude perimeter circumference thickness side wavelength displacement"
        ),
        (Dimension.Mass, "mass weight"),
        (Dimension.Time, "time duration day hour minute night week"),
        (Dimension.Calendar, "year month age term"),
        (Dimension.Speed, "speed velocity"),
        (Dimension.Acceleration, "acceleration gravity"),
        (Dimension.Temperature, "temperature"),
        (Dimension.Degree, "angle latitude longitude"),
        (Dimension.Area, "area"),
        (Dimension.Voltage, "voltage"),
        (Dimension.Resistance, "resistance"),
        (Dimension.Frequency, "frequency bpm tempo"),
        (Dimension.Power, "power"),
        (Dimension.Energy, "energy"),
        (Dimension.Force, "force"),
        (Dimension.Charge, "charge"),
        (Dimension.Pressure, "pressure"),
        (
            Dimension.Money,
            "price cost budget fee income salary principal payment bill rent revenue profit expense dividend money loan mortgage wage cash dollar tax"
        ),
        (Dimension.Ratio, "rate percent probability percentage interest discount ratio"),
    }
        .SelectMany(line =>
            line.Words.Split(' ').Select(word => (Stem: PorterStemmer.Stem(word), line.Dimension))
        )
        .ToFrozenDictionary(pair => pair.Stem, pair => pair.Dimension, StringComparer.Ordinal);

    /// <summary>The meaning that the last telling word gives; Generic when none does.</summary>
    public static Meaning Of(IReadOnlyList<string> stems)
    {
        foreach (var (meaning, words) in Meanings)
        {
            foreach (var stem in stems)
            {
                if (words.Contains(stem))
                {
                    return meaning;
                }
            }
        }

        return Meaning.Generic;
    }

    /// <summary>The kind of well-known words that the word names.</summary>
    public static KnownKind KindOf(string stem) => Kinds.GetValueOrDefault(stem);

    /// <summary>What a number with this name measures: the last word that says so.</summary>
    public static Dimension DimensionOf(IReadOnlyList<string> stems)
    {
        for (var index = stems.Count - 1; index >= 0; index--)
        {
            if (Dimensions.TryGetValue(stems[index], out var dimension))
            {
                return dimension;
            }
        }

        return Dimension.None;
    }

    /// <summary>Whether the name leaves it to the description what the values are.</summary>
    public static bool IsOpen(IReadOnlyList<string> stems) => stems.All(IsOpenWord);

    /// <summary>Whether the word leaves it to the description.</summary>
    public static bool IsOpenWord(string stem) => Open.Contains(stem);

    private static FrozenSet<string> Set(string words) =>
        words.Split(' ').Select(PorterStemmer.Stem).ToFrozenSet(StringComparer.Ordinal);
}
