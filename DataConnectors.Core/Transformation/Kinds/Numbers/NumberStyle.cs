using System.Globalization;
using DataConnectors.Core.Transformation.Steps;

namespace DataConnectors.Core.Transformation.Kinds.Numbers;

/// <summary>How numbers are written. The styles are fixed here, so that a machine's own data cannot change what Fin says.</summary>
/// <param name="Name">The choice's value.</param>
/// <param name="Title">What people read.</param>
/// <param name="Format">Separators and grouping.</param>
/// <param name="SymbolFirst">Whether currency symbols stand before the number.</param>
/// <param name="PercentSpace">What stands before the percent sign.</param>
internal sealed record NumberStyle(
    string Name,
    string Title,
    NumberFormatInfo Format,
    bool SymbolFirst,
    string PercentSpace
)
{
    private const string NoBreakSpace = "\u00A0";
    private const string NarrowSpace = "\u202F";

    public static IReadOnlyList<NumberStyle> All { get; } =
    [
        Of("en", "1,234.56 (English)", ",", ".", symbolFirst: true, ""),
        Of(
            "de",
            "1.234,56 (German, Spanish, Italian, Dutch)",
            ".",
            ",",
            symbolFirst: false,
            NoBreakSpace
        ),
        Of("fr", "1 234,56 (French)", NarrowSpace, ",", symbolFirst: false, NarrowSpace),
        Of(
            "sv",
            "1 234,56 (Swedish, Polish, Czech)",
            NoBreakSpace,
            ",",
            symbolFirst: false,
            NoBreakSpace
        ),
        Of("pt-BR", "1.234,56 (Brazilian)", ".", ",", symbolFirst: true, ""),
        Of("de-CH", "1’234.56 (Swiss)", "’", ".", symbolFirst: true, ""),
        Of("en-IN", "12,34,567.89 (Indian)", ",", ".", symbolFirst: true, "", [3, 2]),
        Of("ja", "1,234.56 (Japanese, Chinese)", ",", ".", symbolFirst: true, ""),
    ];

    public static TransformationSetting Setting { get; } =
        Kinds.Setting.Choice(
            "locale",
            "Written as",
            [.. All.Select(style => (style.Name, style.Title))]
        );

    public static NumberStyle Read(SettingsReader settings)
    {
        var name = settings.Choice("locale");
        return All.First(style => style.Name == name);
    }

    /// <summary>A number with this many decimals, halves rounded away from zero.</summary>
    public string Write(decimal number, int decimals, bool hasThousands) =>
        decimal.Round(number, decimals, MidpointRounding.AwayFromZero)
            .ToString(
                (hasThousands ? "N" : "F") + decimals.ToString(CultureInfo.InvariantCulture),
                Format
            );

    private static NumberStyle Of(
        string name,
        string title,
        string group,
        string point,
        bool symbolFirst,
        string percentSpace,
        int[]? sizes = null
    ) =>
        new(
            name,
            title,
            new NumberFormatInfo
            {
                NumberGroupSeparator = group,
                NumberDecimalSeparator = point,
                NumberGroupSizes = sizes ?? [3],
                NegativeSign = "-",
            },
            symbolFirst,
            percentSpace
        );
}
