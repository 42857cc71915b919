using System.Collections.Frozen;

namespace DataConnectors.Core.Egress;

/// <summary>
/// Names that never mean a public API: special-use domains, suffixes that private networks give their machines, and the names
/// of cloud metadata services. An answer of DNS makes none of them public.
/// </summary>
internal static class ReservedNames
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Suffixes =
        FrozenSet
            .ToFrozenSet<string>(
                [
                    // Special-use domain names (RFC 6761, 6762, 7686, 8375, 9476) and what has been kept from becoming a public suffix.
                    "localhost",
                    "local",
                    "onion",
                    "invalid",
                    "test",
                    "alt",
                    "arpa",
                    "internal",
                    "corp",
                    "home",
                    "mail",
                    // Suffixes of routers, office networks and hosts files.
                    "localdomain",
                    "localdomain4",
                    "localdomain6",
                    "localnet",
                    "lan",
                    "intranet",
                    "intra",
                    "private",
                    "domain",
                    "workgroup",
                    "ip6-localhost",
                    "ip6-loopback",
                    "mshome.net",
                    // Container platforms and service discovery.
                    "svc",
                    "cluster",
                    "kubernetes",
                    "docker",
                    "containers",
                    "consul",
                    "nomad",
                    "mesos",
                    "rancher",
                    "weave",
                    // Other naming systems.
                    "i2p",
                    "exit",
                    // Metadata services of clouds.
                    "metadata",
                    "instance-data",
                    "metadata.goog",
                    "metadata.tencentyun.com",
                    "metadata.packet.net",
                    "metadata.platformequinix.com",
                ],
                StringComparer.Ordinal
            )
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the name, in lower case and without a trailing dot, is one of these or lies below one.</summary>
    public static bool Contains(ReadOnlySpan<char> name)
    {
        for (var rest = name; ; )
        {
            if (Suffixes.Contains(rest))
            {
                return true;
            }

            var dot = rest.IndexOf('.');
            if (dot < 0)
            {
                return false;
            }

            rest = rest[(dot + 1)..];
        }
    }
}
