using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace DataConnectors.Core.Egress;

/// <summary>The hosts that the operator excepts from the rules about networks, ports and plain http.</summary>
internal sealed class TrustedHosts
{
    private const int AnyPort = 0;

    private readonly FrozenDictionary<string, FrozenSet<int>> portsByHost;

    /// <summary>Takes the entries of the configuration; malformed ones, which the validator reports, trust nothing.</summary>
    public TrustedHosts(IEnumerable<string> entries)
    {
        var ports = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (TryRead(entry, out var host, out var port, out _))
            {
                if (!ports.TryGetValue(host, out var of))
                {
                    ports[host] = of = [];
                }

                of.Add(port ?? AnyPort);
            }
        }

        portsByHost = ports.ToFrozenDictionary(
            of => of.Key,
            of => of.Value.ToFrozenSet(),
            StringComparer.Ordinal
        );
    }

    /// <summary>Whether the host, in the form of <see cref="HostName.Text"/>, is excepted on this port.</summary>
    public bool Contains(string host, int port) =>
        portsByHost.TryGetValue(host, out var ports)
        && (ports.Contains(AnyPort) || ports.Contains(port));

    /// <summary>Reads one entry: <c>host</c> or <c>host:port</c>.</summary>
    public static bool TryRead(
        string? entry,
        [NotNullWhen(true)] out string? host,
        out int? port,
        [NotNullWhen(false)] out string? fault
    )
    {
        host = null;
        port = null;
        var refusal = Authority.Split(entry, out var hostText, out var hasPort, out var number);
        var name = default(HostName);
        refusal ??= HostRules.Read(hostText, out name);
        if (refusal is not null)
        {
            fault = $"write it as host or host:port, without a scheme or a path. {refusal.Message}";
            return false;
        }

        host = name.Text;
        port = hasPort ? number : null;
        fault = null;
        return true;
    }
}
