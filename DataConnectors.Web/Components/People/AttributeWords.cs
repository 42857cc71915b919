using DataConnectors.Core.People;
using DataConnectors.Web.Components.Shared;

namespace DataConnectors.Web.Components.People;

/// <summary>Attribute types as people read them.</summary>
internal static class AttributeWords
{
    /// <summary>Every type, to choose from.</summary>
    public static IReadOnlyList<SelectOption> Options { get; } =
    [
        .. Enum.GetValues<AttributeType>()
            .Select(type => new SelectOption(type.ToString(), Of(type))),
    ];

    /// <summary><c>True/False</c> and the like.</summary>
    public static string Of(AttributeType type) =>
        type switch
        {
            AttributeType.Decimal => "Decimal number",
            AttributeType.Boolean => "True/False",
            _ => type.ToString(),
        };

    /// <summary>What values of a type are, for whoever chooses one.</summary>
    public static string Explain(AttributeType type) =>
        type switch
        {
            AttributeType.Text => "Any text, such as a plan or a status.",
            AttributeType.Number => "A whole number, such as a count.",
            AttributeType.Decimal => "A number with decimals, such as an amount.",
            AttributeType.Boolean => "Yes or no.",
            AttributeType.Date => "A day or an instant, ISO 8601 such as 2026-03-02.",
            _ => "Several texts, numbers or truth values.",
        };
}
