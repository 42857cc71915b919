using DataConnectors.Web.Components.Shared;

namespace DataConnectors.Web.Components.Connectors.Builder.Data.Mapping;

/// <summary>What the selects of a mapping offer.</summary>
internal static class Choices
{
    private const int LongestExample = 28;

    /// <summary>The options after one for nothing; what is chosen already stays to be seen when it is none of them.</summary>
    public static IReadOnlyList<SelectOption> Of(
        string none,
        IEnumerable<SelectOption> options,
        string current,
        string why
    )
    {
        List<SelectOption> all = [new("", none), .. options];
        if (all.TrueForAll(option => option.Value != current))
        {
            all.Add(new(current, $"{current} ({why})"));
        }

        return all;
    }

    /// <summary>A field with a value that was met there.</summary>
    public static SelectOption Of(ApiField field)
    {
        var name = field.Path is "$" ? "the value itself" : field.Path;
        return new(
            field.Path,
            field.Example is not { Length: > 0 } example ? name
                : example.Length <= LongestExample ? $"{name} · {example}"
                : $"{name} · {example.AsSpan(0, LongestExample - 1)}…"
        );
    }
}
