namespace DataConnectors.Core.Templating;

/// <summary>The values that placeholders stand for, by exact name.</summary>
public interface ITemplateValues
{
    /// <summary>
    /// The value of a name. A name that is known but has no value gives true and <see cref="TemplateValue.Missing"/>; a name that
    /// means nothing gives false, and rendering fails.
    /// </summary>
    bool TryGet(string name, out TemplateValue value);
}

/// <summary>Values out of a dictionary; names are compared exactly as the dictionary does.</summary>
public sealed class TemplateValues(IReadOnlyDictionary<string, TemplateValue> values)
    : ITemplateValues
{
    /// <summary>No values at all.</summary>
    public static TemplateValues None { get; } =
        new(new Dictionary<string, TemplateValue>(StringComparer.Ordinal));

    /// <inheritdoc/>
    public bool TryGet(string name, out TemplateValue value) => values.TryGetValue(name, out value);
}
