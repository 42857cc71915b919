using System.Globalization;

namespace DataConnectors.Core.Audiences;

/// <summary>Numbers as conditions write them and attributes store them.</summary>
internal static class AudienceNumber
{
    private const NumberStyles Style =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Whether the text is a number: <c>-12.5</c>.</summary>
    public static bool Is(string? text) =>
        double.TryParse(text, Style, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number);

    /// <summary>Below zero where the first is smaller, above it where it is greater; null where one is no number.</summary>
    public static int? Compare(string? one, string? other)
    {
        // Exact where it can be: prices and long ids. What has more digits than that is compared as far as a double sees.
        if (
            decimal.TryParse(one, Style, CultureInfo.InvariantCulture, out var exact)
            && decimal.TryParse(other, Style, CultureInfo.InvariantCulture, out var otherExact)
        )
        {
            return exact.CompareTo(otherExact);
        }

        return Is(one) && Is(other)
            ? double.Parse(one!, Style, CultureInfo.InvariantCulture)
                .CompareTo(double.Parse(other!, Style, CultureInfo.InvariantCulture))
            : null;
    }
}
