namespace DataConnectors.Web.Components.Connectors.Builder.Data.Fields;

/// <summary>Which fields the table shows.</summary>
public enum FieldFilter
{
    /// <summary>All of the answer.</summary>
    All,

    /// <summary>Those that Fin reads.</summary>
    Exposed,

    /// <summary>Those that are masked in logs.</summary>
    Redacted,

    /// <summary>Those that are renamed, transformed or have a fallback.</summary>
    Changed,
}

/// <summary>What is looked for in the field table.</summary>
/// <param name="Filter">By what is done with a field.</param>
/// <param name="Search">By a part of its path, new name or example value; blank for any.</param>
public sealed record FieldQuery(FieldFilter Filter, string Search)
{
    /// <summary>Everything.</summary>
    public static FieldQuery Everything { get; } = new(FieldFilter.All, "");

    /// <summary>Whether it leaves nothing out.</summary>
    public bool IsEverything => Filter == FieldFilter.All && string.IsNullOrWhiteSpace(Search);

    /// <summary>Whether a line itself is wanted.</summary>
    public bool Matches(FieldEntry entry, FieldStates states)
    {
        if (!states.Matches(entry, Filter))
        {
            return false;
        }

        var text = Search.AsSpan().Trim();
        return text.IsEmpty
            || Contains(entry.Node.Path, text)
            || Contains(entry.Node.ExampleValue, text)
            || Contains(states.FieldOf(entry)?.RenamedTo, text);
    }

    private static bool Contains(string? where, ReadOnlySpan<char> text) =>
        where.AsSpan().Contains(text, StringComparison.OrdinalIgnoreCase);
}
