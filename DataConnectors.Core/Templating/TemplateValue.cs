using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Templating;

/// <summary>What a <see cref="TemplateValue"/> is.</summary>
public enum TemplateValueKind
{
    /// <summary>There is no value: an optional input nobody gave, an attribute nobody filled.</summary>
    Missing,

    /// <summary>Any text.</summary>
    Text,

    /// <summary>A whole number of any length.</summary>
    Integer,

    /// <summary>A finite decimal number in plain notation.</summary>
    Decimal,

    /// <summary>True or false.</summary>
    Boolean,
}

/// <summary>
/// A value that a placeholder stands for. Numbers keep their digits exactly as given, so nothing is lost beyond 2^53, and can
/// only be made from digits, so a number can be written into JSON without quotes.
/// </summary>
public readonly record struct TemplateValue
{
    /// <summary>The longest value accepted, in bytes of UTF-8.</summary>
    public const int MaxBytes = 2048;

    private readonly string? text;

    private TemplateValue(TemplateValueKind kind, string text)
    {
        Kind = kind;
        this.text = text;
    }

    /// <summary>The absence of a value; also the default of the type.</summary>
    public static TemplateValue Missing => default;

    /// <summary>What the value is.</summary>
    public TemplateValueKind Kind { get; }

    /// <summary>Whether there is no value.</summary>
    public bool IsMissing => Kind == TemplateValueKind.Missing;

    /// <summary>A text as it is. Its length is judged when it is rendered.</summary>
    public static TemplateValue Text(string text) => new(TemplateValueKind.Text, text);

    /// <summary>A whole number.</summary>
    public static TemplateValue Integer(long number) =>
        new(
            TemplateValueKind.Integer,
            number.ToString(System.Globalization.CultureInfo.InvariantCulture)
        );

    /// <summary>A decimal number, with the digits it was made with.</summary>
    public static TemplateValue Decimal(decimal number) =>
        new(
            TemplateValueKind.Decimal,
            number.ToString(System.Globalization.CultureInfo.InvariantCulture)
        );

    /// <summary>True or false.</summary>
    public static TemplateValue Boolean(bool value) =>
        new(TemplateValueKind.Boolean, value ? "true" : "false");

    /// <summary>
    /// Reads a value of the given kind. Integers are an optional minus and digits; decimals may add a point and digits; booleans
    /// are <c>true</c> or <c>false</c>. Nothing is trimmed, rounded or guessed.
    /// </summary>
    /// <returns>The value, or what the text must be instead (a sentence's end, without the value): "must be a whole number…".</returns>
    public static Outcome<TemplateValue, string> Parse(TemplateValueKind kind, string text)
    {
        if (TemplateValueSyntax.FaultIn(text) is { } fault)
        {
            return fault;
        }

        var isValid = kind switch
        {
            TemplateValueKind.Integer => TemplateValueSyntax.IsInteger(text),
            TemplateValueKind.Decimal => TemplateValueSyntax.IsDecimal(text),
            TemplateValueKind.Boolean => text is "true" or "false",
            TemplateValueKind.Missing => text.Length == 0,
            _ => true,
        };

        return (isValid, kind) switch
        {
            (true, TemplateValueKind.Missing) => Missing,
            (true, _) => new TemplateValue(kind, text),
            (_, TemplateValueKind.Integer) => "must be a whole number, such as 42.",
            (_, TemplateValueKind.Decimal) =>
                "must be a decimal number in plain notation, such as 19.90.",
            (_, TemplateValueKind.Boolean) => "must be true or false.",
            _ => "must be empty.",
        };
    }

    /// <summary>The value as text: digits of a number, <c>true</c> or <c>false</c>, and nothing for a missing value.</summary>
    public override string ToString() => text ?? "";
}
