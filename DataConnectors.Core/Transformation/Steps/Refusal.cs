namespace DataConnectors.Core.Transformation.Steps;

/// <summary>Why a step could not take a value.</summary>
/// <param name="Takes">What it takes, to stand after "takes": <c>a number</c>.</param>
/// <param name="Mend">A sentence that says what to do.</param>
internal sealed record Refusal(string Takes, string Mend)
{
    /// <summary>What happened, to stand after the step's title, where the kind of value is not to blame.</summary>
    public string? Happened { get; init; }

    public static readonly Refusal Text = new(
        "text, a number, or true or false",
        "Choose a field inside it, or give a fallback."
    );

    public static readonly Refusal Number = new(
        "a number of at most 28 digits",
        "Put To number before it, or give a fallback."
    );

    public static readonly Refusal Date = new(
        "a date",
        "Put Parse date with the format it comes in before it, or give a fallback."
    );

    public static readonly Refusal Boolean = new(
        "true or false",
        "Use Map values for other words, or give a fallback."
    );

    public static readonly Refusal List = new(
        "a list",
        "Set it on the list itself, whose path ends in [], or give a fallback."
    );

    public static readonly Refusal Numbers = new(
        "a list of numbers",
        "Name the field of the elements that holds the number, or give a fallback."
    );

    public static readonly Refusal Scalars = new(
        "a list of single values",
        "Name the field of the elements to take, or give a fallback."
    );

    public static readonly Refusal Objects = new(
        "a list of objects",
        "Remove the step, or choose a list whose elements have fields."
    );

    public static readonly Refusal Size = new("", "Truncate the text or limit the list before it.")
    {
        Happened = "would make too long a text",
    };

    public static readonly Refusal Kind = new("", "Remove the step or choose another one.")
    {
        Happened = "is no transformation",
    };

    public static readonly Refusal Expression = new(
        "",
        "Test it on the example response, and let it expect what it met there."
    )
    {
        Happened = "gave no value",
    };
}
