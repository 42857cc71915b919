using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace DataConnectors.Core.DeveloperApps;

/// <summary>
/// Remembers for half a minute which access tokens were accepted, by their hashes, so that a request does not ask the database. Tokens
/// that were refused are not remembered: whoever invents them fills nothing.
/// </summary>
public sealed class AccessGrantCache(TimeProvider clock)
{
    /// <summary>How long a grant is remembered; what another process revokes is refused after this at the latest.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);

    /// <summary>Most grants remembered at once.</summary>
    public const int Capacity = 10_000;

    private readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private long generation;

    /// <summary>Names what is known now. Take it before reading, and hand it to <see cref="Keep"/> afterwards.</summary>
    public long Generation => Volatile.Read(ref generation);

    /// <summary>Whether the token of this hash was accepted lately.</summary>
    public bool TryGet(string hash, [NotNullWhen(true)] out AccessGrant? grant)
    {
        if (
            entries.TryGetValue(hash, out var entry)
            && entry.Generation == Generation
            && clock.GetUtcNow() < entry.Until
        )
        {
            grant = entry.Grant;
            return true;
        }

        grant = null;
        return false;
    }

    /// <summary>Remembers a grant, unless something was revoked since <paramref name="readAt"/>, when the reading may be older than that.</summary>
    public void Keep(string hash, AccessGrant grant, long readAt)
    {
        // Rarely reached, and then the grants of busy tokens are back after one reading each.
        if (entries.Count >= Capacity)
        {
            entries.Clear();
        }

        var until = clock.GetUtcNow() + Lifetime;
        entries[hash] = new Entry(
            grant,
            grant.ExpiresAt < until ? grant.ExpiresAt.Value : until,
            readAt
        );
    }

    /// <summary>Forgets everything. Call it after anything that an access token rests on was revoked, deleted or changed.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref generation);
        entries.Clear();
    }

    private sealed record Entry(AccessGrant Grant, DateTimeOffset Until, long Generation);
}
