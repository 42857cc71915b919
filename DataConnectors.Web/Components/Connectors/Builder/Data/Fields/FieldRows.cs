namespace DataConnectors.Web.Components.Connectors.Builder.Data.Fields;

/// <summary>
/// Which lines of an outline are on screen: what is looked for with everything above it, less what is closed. What is found is
/// decided when something is looked for, so that a field does not vanish under the pointer because it was just hidden.
/// </summary>
public sealed class FieldRows
{
    /// <summary>An answer with more lines than this starts with its objects and lists closed.</summary>
    public const int MostLinesOpenAtFirst = 300;

    private readonly FieldOutline outline;
    private readonly HashSet<int> closed = [];
    private readonly HashSet<int> closedInResult = [];
    private bool[]? found;
    private List<FieldEntry>? visible;
    private IReadOnlyList<FieldEntry> matches;

    /// <summary>Starts with everything, large answers closed.</summary>
    public FieldRows(FieldOutline outline)
    {
        this.outline = outline;
        matches = outline.Entries;
        if (outline.Entries.Count > MostLinesOpenAtFirst)
        {
            CloseAll();
        }
    }

    /// <summary>What is looked for.</summary>
    public FieldQuery Query { get; private set; } = FieldQuery.Everything;

    /// <summary>The lines to show.</summary>
    public List<FieldEntry> Visible => visible ??= [.. Walk()];

    /// <summary>
    /// What was found, closed parents or not and without what merely stands above it: what "select all" is about.
    /// </summary>
    public IReadOnlyList<FieldEntry> Matches => matches;

    private HashSet<int> Closed => found is null ? closed : closedInResult;

    /// <summary>Looks for something; what was closed in the last result is open again.</summary>
    public void Look(FieldQuery query, FieldStates states)
    {
        Query = query;
        closedInResult.Clear();
        visible = null;
        if (query.IsEverything)
        {
            (found, matches) = (null, outline.Entries);
            return;
        }

        matches = [.. outline.Entries.Where(entry => query.Matches(entry, states))];
        found = new bool[outline.Entries.Count];
        foreach (var match in matches)
        {
            for (var i = match.Index; i >= 0 && !found[i]; i = outline.Entries[i].Parent)
            {
                found[i] = true;
            }
        }
    }

    /// <summary>Whether the lines below are shown.</summary>
    public bool IsOpen(FieldEntry entry) => !Closed.Contains(entry.Index);

    /// <summary>Opens a closed line or closes an open one.</summary>
    public void Toggle(FieldEntry entry)
    {
        if (!Closed.Remove(entry.Index))
        {
            Closed.Add(entry.Index);
        }

        visible = null;
    }

    /// <summary>Opens everything.</summary>
    public void OpenAll()
    {
        Closed.Clear();
        visible = null;
    }

    /// <summary>Closes every object and list.</summary>
    public void CloseAll()
    {
        Closed.UnionWith(
            outline.Entries.Where(entry => !entry.IsLeaf).Select(entry => entry.Index)
        );
        visible = null;
    }

    /// <summary>Sees to it that a line is shown.</summary>
    /// <returns>Its place among <see cref="Visible"/>.</returns>
    public int Reveal(FieldEntry entry)
    {
        if (!IsFound(entry))
        {
            Query = FieldQuery.Everything;
            (found, matches, visible) = (null, outline.Entries, null);
        }

        for (var i = entry.Parent; i >= 0; i = outline.Entries[i].Parent)
        {
            if (Closed.Remove(i))
            {
                visible = null;
            }
        }

        return Visible.IndexOf(entry);
    }

    private bool IsFound(FieldEntry entry) => found is null || found[entry.Index];

    private IEnumerable<FieldEntry> Walk()
    {
        for (var i = 0; i < outline.Entries.Count; )
        {
            var entry = outline.Entries[i];
            if (!IsFound(entry))
            {
                i = entry.End;
                continue;
            }

            yield return entry;
            i = IsOpen(entry) ? i + 1 : entry.End;
        }
    }
}
