namespace DataConnectors.Core.Transformation;

/// <summary>What a kind of transformation is for; kinds are offered by group.</summary>
public enum TransformationGroup
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>Numbers.</summary>
    Number,

    /// <summary>Dates and instants.</summary>
    Date,

    /// <summary>True and false.</summary>
    Boolean,

    /// <summary>Lists.</summary>
    List,

    /// <summary>Any value.</summary>
    Any,
}

/// <summary>A kind of transformation: what the builder offers, the rules check and the public API accepts.</summary>
/// <param name="Kind">Its name in definitions: lower case with underscores, <c>regular_expression_extract</c>.</param>
/// <param name="Group">What it is for.</param>
/// <param name="Title">What people read: <c>Truncate</c>.</param>
/// <param name="Summary">One sentence with an example: what it makes of what.</param>
/// <param name="Settings">What can be set, in the order shown.</param>
public sealed record TransformationDescriptor(
    string Kind,
    TransformationGroup Group,
    string Title,
    string Summary,
    IReadOnlyList<TransformationSetting> Settings
);

/// <summary>How a setting is entered.</summary>
public enum SettingType
{
    /// <summary>One line of text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number.</summary>
    Decimal,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>One of <see cref="TransformationSetting.Choices"/>.</summary>
    Choice,

    /// <summary>Pairs of texts as a JSON object: <c>{"S":"Shipped"}</c>.</summary>
    Pairs,

    /// <summary>A JavaScript expression.</summary>
    Code,
}

/// <summary>A setting of a transformation.</summary>
/// <param name="Name">Its name in definitions: <c>length</c>.</param>
/// <param name="Label">What people read: <c>Longest length</c>.</param>
/// <param name="Type">How it is entered.</param>
/// <param name="Default">What holds when it is absent; null when it must be given.</param>
public sealed record TransformationSetting(
    string Name,
    string Label,
    SettingType Type,
    string? Default
)
{
    /// <summary>The values of a choice, with what people read.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Choices { get; init; } = [];

    /// <summary>An example to show in an empty field.</summary>
    public string Placeholder { get; init; } = "";
}
