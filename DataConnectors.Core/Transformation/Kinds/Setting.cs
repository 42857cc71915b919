namespace DataConnectors.Core.Transformation.Kinds;

/// <summary>Writes descriptions of settings shortly. A default of null means that the setting must be given.</summary>
internal static class Setting
{
    public static TransformationSetting Text(
        string name,
        string label,
        string? otherwise,
        string placeholder = ""
    ) => new(name, label, SettingType.Text, otherwise) { Placeholder = placeholder };

    public static TransformationSetting Integer(string name, string label, string? otherwise) =>
        new(name, label, SettingType.Integer, otherwise);

    public static TransformationSetting Decimal(
        string name,
        string label,
        string? otherwise,
        string placeholder = ""
    ) => new(name, label, SettingType.Decimal, otherwise) { Placeholder = placeholder };

    public static TransformationSetting Boolean(string name, string label, bool otherwise) =>
        new(name, label, SettingType.Boolean, otherwise ? "true" : "false");

    /// <summary>The first choice is the default.</summary>
    public static TransformationSetting Choice(
        string name,
        string label,
        params (string Value, string Title)[] choices
    ) =>
        new(name, label, SettingType.Choice, choices[0].Value)
        {
            Choices =
            [
                .. choices.Select(choice => KeyValuePair.Create(choice.Value, choice.Title)),
            ],
        };
}
