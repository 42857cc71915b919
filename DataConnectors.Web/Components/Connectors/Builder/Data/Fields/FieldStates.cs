using System.Runtime.InteropServices;
using DataConnectors.Core.Transformation;

namespace DataConnectors.Web.Components.Connectors.Builder.Data.Fields;

/// <summary>How many of the fields at and below a line are chosen for something.</summary>
/// <param name="All">Those that can be.</param>
/// <param name="Exposed">Those that Fin reads.</param>
/// <param name="Redacted">Those that are masked in logs.</param>
/// <param name="Changed">Exposed ones that do not reach Fin as they came.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FieldCounts(int All, int Exposed, int Redacted, int Changed);

/// <summary>
/// What a definition does with each line of an outline, with sums for the parents: worked out once per change of the definition.
/// </summary>
public sealed class FieldStates
{
    private readonly FieldOutline outline;
    private readonly IReadOnlyList<ResponseField> fields;
    private readonly int[] fieldOf;
    private readonly bool[] isRedacted;
    private readonly FieldCounts[] counts;

    /// <summary>Looks every line up among the chosen fields.</summary>
    public FieldStates(FieldOutline outline, IReadOnlyList<ResponseField> fields)
    {
        this.outline = outline;
        this.fields = fields;
        fieldOf = new int[outline.Entries.Count];
        isRedacted = new bool[outline.Entries.Count];
        counts = new FieldCounts[outline.Entries.Count];
        Array.Fill(fieldOf, -1);
        for (var i = fields.Count - 1; i >= 0; i--)
        {
            if (outline.Find(fields[i].Path) is { } entry)
            {
                fieldOf[entry.Index] = i;
            }
        }

        // What masks an object masks all of it.
        foreach (var entry in outline.Entries)
        {
            isRedacted[entry.Index] =
                FieldOf(entry) is { IsRedacted: true }
                || (entry.Parent >= 0 && isRedacted[entry.Parent]);
        }

        // Children stand after their parents, so that one walk from the end adds everything up.
        for (var i = counts.Length - 1; i >= 0; i--)
        {
            var entry = outline.Entries[i];
            counts[i] = Plus(counts[i], Own(entry));
            if (entry.Parent < 0)
            {
                Total = Plus(Total, counts[i]);
            }
            else
            {
                counts[entry.Parent] = Plus(counts[entry.Parent], counts[i]);
            }
        }
    }

    /// <summary>The sums over the whole answer.</summary>
    public FieldCounts Total { get; }

    /// <summary>The sums at and below a line.</summary>
    public FieldCounts CountsOf(FieldEntry entry) => counts[entry.Index];

    /// <summary>What the definition says of exactly this line; null when nothing.</summary>
    public ResponseField? FieldOf(FieldEntry entry) =>
        fieldOf[entry.Index] < 0 ? null : fields[fieldOf[entry.Index]];

    /// <summary>Where that stands among the response fields, for problems; -1 when it says nothing.</summary>
    public int PositionOf(FieldEntry entry) => fieldOf[entry.Index];

    /// <summary>Whether a line itself is exposed, redacted or changed.</summary>
    public bool Matches(FieldEntry entry, FieldFilter filter) =>
        filter switch
        {
            FieldFilter.Exposed => FieldOf(entry) is { IsExposed: true },
            FieldFilter.Redacted => isRedacted[entry.Index],
            FieldFilter.Changed => FieldOf(entry) is { } field && IsChanged(field),
            _ => true,
        };

    /// <summary>Whether an exposed field reaches Fin otherwise than it came.</summary>
    public static bool IsChanged(ResponseField field) =>
        field.IsExposed
        && (
            field.RenamedTo is { Length: > 0 }
            || field.Fallback is not null
            || field.Transformations.Count > 0
        );

    private static FieldCounts Plus(FieldCounts one, FieldCounts other) =>
        new(
            one.All + other.All,
            one.Exposed + other.Exposed,
            one.Redacted + other.Redacted,
            one.Changed + other.Changed
        );

    // A list counts as well once it is exposed as one value, such as how many elements it has.
    private FieldCounts Own(FieldEntry entry)
    {
        var field = FieldOf(entry);
        var isExposed = field is { IsExposed: true };
        return !entry.IsLeaf && !isExposed
            ? default
            : new FieldCounts(
                1,
                isExposed ? 1 : 0,
                isRedacted[entry.Index] ? 1 : 0,
                field is not null && IsChanged(field) ? 1 : 0
            );
    }
}
