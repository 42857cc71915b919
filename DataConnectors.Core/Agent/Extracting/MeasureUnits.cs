using System.Collections.Frozen;
using DataConnectors.Core.Agent.Language;

namespace DataConnectors.Core.Agent.Extracting;

/// <summary>What a quantity measures.</summary>
internal enum Dimension
{
    None,
    Generic,
    Length,
    Mass,
    Time,
    Calendar,
    Speed,
    Acceleration,
    Temperature,
    Degree,
    Area,
    Volume,
    Voltage,
    Current,
    Resistance,
    Frequency,
    Power,
    Energy,
    Force,
    Charge,
    Pressure,
    Data,
    Money,
    Ratio,
}

/// <summary>A unit of measurement.</summary>
/// <param name="Name">As people write it.</param>
/// <param name="Dimension">What it measures.</param>
/// <param name="Factor">How many of the dimension's base unit it is; 0 where no factor converts.</param>
internal sealed record MeasureUnit(string Name, Dimension Dimension, double Factor);

/// <summary>Units that people write after numbers.</summary>
internal static class MeasureUnits
{
    // A line is a dimension: names of one unit separated by spaces (_ for a space inside a name), then its factor.
    private const string Table = """
        Length|m meter meters metre metres 1|km kms kilometer kilometers kilometre kilometres 1000|cm centimeter centimeters centimetre centimetres 0.01|mm millimeter millimeters 0.001|nm nanometer nanometers 0.000000001|mile miles mi 1609.344|foot feet ft 0.3048|inch inches 0.0254|yard yards yd 0.9144|light_years light_year 0
        Mass|kg kgs kilogram kilograms kilo kilos 1|g gram grams gr 0.001|mg milligram milligrams 0.000001|lb lbs pound pounds 0.45359237|oz ounce ounces 0.028349523125|ton tons tonne tonnes 1000
        Time|second seconds sec secs s 1|minute minutes min mins 60|hour hours hr hrs h 3600|day days 86400|week weeks 604800|ms millisecond milliseconds 0.001|night nights 86400
        Calendar|month months 1|year years yr yrs 12|decade decades 120|quarter quarters 3
        Speed|m/s meters_per_second metres_per_second mps meter_per_second 1|km/h kmh kph kilometers_per_hour kilometres_per_hour 0.2777777777777778|mph miles_per_hour 0.44704|ft/s feet_per_second 0.3048
        Acceleration|m/s^2 m/s² m/s2 meters_per_second_squared metres_per_second_squared 1
        Temperature|celsius °c centigrade degrees_celsius degree_celsius c 0|fahrenheit °f degrees_fahrenheit degree_fahrenheit f 0|kelvin kelvins 0
        Degree|degrees degree ° 0|radians radian rad 0
        Area|square_meters square_metres sqm m^2 m² square_meter 1|square_feet sq_ft sqft square_foot 0.09290304|acre acres 4046.8564224|hectare hectares ha 10000|square_kilometers km^2 km² 1000000|square_miles 2589988.110336
        Volume|liter liters litre litres l 1|ml milliliter milliliters millilitres 0.001|gallon gallons 3.785411784|cup cups 0|tablespoon tablespoons tbsp 0|teaspoon teaspoons tsp 0|pint pints 0|cubic_meters m^3 m³ 1000
        Voltage|volt volts v 1|kv kilovolts 1000|mv millivolts 0.001
        Current|amp amps ampere amperes 1|ma milliamps milliamperes 0.001
        Resistance|ohm ohms Ω 1|kilohm kilohms 1000
        Frequency|hz hertz 1|khz kilohertz 1000|mhz megahertz 1000000|ghz gigahertz 1000000000|bpm beats_per_minute 0
        Power|watt watts w 1|kw kilowatt kilowatts 1000|hp horsepower 0
        Energy|joule joules j 1|kj kilojoules 1000|kwh kilowatt_hours 3600000|calorie calories kcal 0
        Force|newton newtons n 1
        Charge|coulomb coulombs 1|microcoulomb microcoulombs 0.000001|nanocoulombs 0.000000001
        Pressure|pascal pascals pa 1|kpa kilopascals 1000|atm atmospheres atmosphere 101325|bar bars 100000|psi 0
        Data|gb gigabytes gigabyte 0|mb megabytes megabyte 0|kb kilobytes 0|tb terabytes 0|bytes byte 0
        Money|dollar dollars usd bucks us_dollars u.s._dollars 0|euro euros eur 0|gbp british_pounds pounds_sterling 0|cent cents 0|yen jpy japanese_yen 0|rupees rupee inr 0|cad aud chf sek nok dkk pln cny 0|francs swiss_francs 0|yuan 0|pesos peso 0|canadian_dollars australian_dollars 0
        Generic|unit units 0
        """;

    // Short names that are words of their own: only right behind the digits, as in "5g".
    private static readonly FrozenSet<string> OnlyAttached = FrozenSet.ToFrozenSet(
        ["c", "f", "s", "n", "a", "j"],
        StringComparer.Ordinal
    );

    private static readonly FrozenDictionary<string, MeasureUnit> ByName = Build();
    private static readonly string[] Names =
    [
        .. ByName.Keys.OrderByDescending(name => name.Length),
    ];

    /// <summary>The unit named by the whole of a text; null when it is none.</summary>
    public static MeasureUnit? Of(string text) => ByName.GetValueOrDefault(Words.Fold(text).Trim());

    /// <summary>The unit that begins at a place of a folded message and its length there; null when none does.</summary>
    public static (MeasureUnit Unit, int Start, int Length)? At(string folded, int position)
    {
        var isAttached = true;
        while (position < folded.Length && folded[position] is ' ' or '-')
        {
            isAttached = false;
            position++;
        }

        foreach (var name in Names)
        {
            if (
                string.CompareOrdinal(folded, position, name, 0, name.Length) == 0
                && !(
                    position + name.Length < folded.Length
                    && char.IsLetterOrDigit(folded[position + name.Length])
                )
                && (isAttached || !OnlyAttached.Contains(name))
            )
            {
                return (ByName[name], position, name.Length);
            }
        }

        return null;
    }

    private static FrozenDictionary<string, MeasureUnit> Build()
    {
        var units = new Dictionary<string, MeasureUnit>(StringComparer.Ordinal);
        foreach (var line in Table.Split('\n'))
        {
            var parts = line.Trim().Split('|');
            var dimension = Enum.Parse<Dimension>(parts[0]);
            foreach (var names in parts.Skip(1).Select(part => part.Split(' ')))
            {
                var factor = double.Parse(
                    names[^1],
                    System.Globalization.CultureInfo.InvariantCulture
                );
                foreach (var name in names.SkipLast(1).Select(name => name.Replace('_', ' ')))
                {
                    units[Words.Fold(name)] = new MeasureUnit(name, dimension, factor);
                }
            }
        }

        return units.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
