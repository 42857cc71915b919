using MudBlazor;

namespace DataConnectors.Web.Components.Layout;

/// <summary>
/// Type and shape for the component kit. Colours are not here: <c>wwwroot/app.css</c> gives them per theme, so that the browser
/// alone decides between light and dark and nothing flashes while the circuit starts.
/// </summary>
internal static class ConsoleTheme
{
    private static readonly string[] Sans =
    [
        "Inter",
        "system-ui",
        "-apple-system",
        "Segoe UI",
        "sans-serif",
    ];

    public static MudTheme Instance { get; } =
        new()
        {
            LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px" },
            Typography = new Typography
            {
                Default = new DefaultTypography
                {
                    FontFamily = Sans,
                    FontSize = "14px",
                    LineHeight = "1.5",
                    LetterSpacing = "0",
                },
                H5 = new H5Typography { FontSize = "18px", FontWeight = "650" },
                H6 = new H6Typography { FontSize = "16px", FontWeight = "600" },
                // The kit writes the text of inputs in it.
                Subtitle1 = new Subtitle1Typography { FontSize = "14px", FontWeight = "400" },
                Subtitle2 = new Subtitle2Typography { FontSize = "13px", FontWeight = "600" },
                Body1 = new Body1Typography { FontSize = "14px", LetterSpacing = "0" },
                Body2 = new Body2Typography { FontSize = "13px", LetterSpacing = "0" },
                Button = new ButtonTypography
                {
                    FontSize = "14px",
                    FontWeight = "550",
                    LetterSpacing = "0",
                    TextTransform = "none",
                },
                Caption = new CaptionTypography { FontSize = "12px", LetterSpacing = "0" },
            },
        };
}
