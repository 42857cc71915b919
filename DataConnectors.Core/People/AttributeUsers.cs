using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.People;

/// <summary>Lists where attributes and custom objects are used, as the features above know it.</summary>
public sealed class AttributeUsers(IEnumerable<IAttributeUsageProbe> probes)
{
    /// <summary>The users of everything that is used.</summary>
    public async Task<AttributeUsage> ReadAsync(CancellationToken cancellationToken)
    {
        var uses = new List<AttributeUse>();
        foreach (var probe in probes)
        {
            uses.AddRange(await probe.ListAsync(cancellationToken));
        }

        return new AttributeUsage(uses);
    }
}

/// <summary>Who uses what.</summary>
public sealed class AttributeUsage
{
    private readonly Dictionary<string, SortedSet<string>> users = new(StringComparer.Ordinal);

    /// <summary>Takes the uses, in any order.</summary>
    public AttributeUsage(IEnumerable<AttributeUse> uses)
    {
        foreach (var use in uses)
        {
            if (!users.TryGetValue(use.Path, out var names))
            {
                names = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);
                users.Add(use.Path, names);
            }

            names.Add(use.UsedBy);
        }
    }

    /// <summary>The names of the data connectors whose draft or live version uses it, and of audiences that do, each once, by name.</summary>
    /// <param name="path">As in <see cref="AttributeUse.Path"/>.</param>
    public IReadOnlyList<string> Of(string path) =>
        users.TryGetValue(path, out var names) ? [.. names] : [];

    /// <summary>The fault of deleting something that is used; null when nothing uses it.</summary>
    /// <param name="path">As in <see cref="AttributeUse.Path"/>.</param>
    /// <param name="what">What it is, with its article: <c>This attribute</c>.</param>
    public Fault? Conflict(string path, string what)
    {
        var names = Of(path);
        return names.Count == 0
            ? null
            : Fault.Conflict(
                $"{what} is used by {string.Join(", ", names.Select(name => $"\"{name}\""))}. Remove it there, and publish where they are live, then delete it."
            );
    }
}
