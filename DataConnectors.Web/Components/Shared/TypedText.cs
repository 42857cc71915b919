namespace DataConnectors.Web.Components.Shared;

/// <summary>What was typed into a control.</summary>
internal static class TypedText
{
    /// <summary>The text; null when there is none.</summary>
    public static string? OrNull(this string? text) => string.IsNullOrEmpty(text) ? null : text;
}
