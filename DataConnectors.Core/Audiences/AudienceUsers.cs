using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Audiences;

/// <summary>Lists where reusable audiences are used, as the features above know it.</summary>
public sealed class AudienceUsers(IEnumerable<IAudienceUsageProbe> probes)
{
    /// <summary>The users of every audience that is used.</summary>
    public async Task<AudienceUsage> ReadAsync(CancellationToken cancellationToken)
    {
        var uses = new List<AudienceUse>();
        foreach (var probe in probes)
        {
            uses.AddRange(await probe.ListAsync(cancellationToken));
        }

        return new AudienceUsage(uses);
    }
}

/// <summary>Who uses which audience.</summary>
public sealed class AudienceUsage(IReadOnlyList<AudienceUse> uses)
{
    private readonly ILookup<long, string> users = uses.ToLookup(
        use => use.AudienceId,
        use => use.UsedBy
    );

    /// <summary>The names of the data connectors whose draft or live version has it, each once, by name.</summary>
    public IReadOnlyList<string> Of(long audienceId) =>
        [.. new SortedSet<string>(users[audienceId], StringComparer.OrdinalIgnoreCase)];

    /// <summary>Why it cannot be deleted: it names what uses it. Null when nothing does.</summary>
    public Fault? Obstacle(long audienceId)
    {
        var names = Of(audienceId);
        return names.Count == 0
            ? null
            : Fault.InUse(
                $"This audience is used by {string.Join(", ", names.Select(name => $"\"{name}\""))}. Choose another audience there, and publish where they are live, then delete it."
            );
    }
}
