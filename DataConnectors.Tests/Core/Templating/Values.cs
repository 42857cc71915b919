using DataConnectors.Core.Templating;

namespace DataConnectors.Tests.Core.Templating;

/// <summary>Template values for tests, by name.</summary>
internal static class Values
{
    public static ITemplateValues Of(params (string Name, TemplateValue Value)[] values) =>
        new TemplateValues(
            values.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal)
        );

    public static ITemplateValues Of(string name, string text) =>
        Of((name, TemplateValue.Text(text)));

    public static TemplateValue Parsed(TemplateValueKind kind, string text) =>
        TemplateValue.Parse(kind, text).Value;
}
