using System.Net;
using System.Net.Sockets;

namespace DataConnectors.Core.Egress;

/// <summary>A host that is written validly.</summary>
/// <param name="Text">The name in lower case without a trailing dot, or the IP address without brackets.</param>
/// <param name="Address">The address where the host is one, else null.</param>
internal readonly record struct HostName(string Text, IPAddress? Address)
{
    /// <summary>The host as it stands in a URL.</summary>
    public string InUrl =>
        Address?.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{Text}]" : Text;
}
